"""Selector + text -> where the words are now: exact, moved, fuzzy, ambiguous or orphaned.

A ladder in the manner of the W3C selectors: the quote itself, told apart by its context; then its
words in any near form, with a floor on quote and context together and a margin over the runner-up,
so that a note never goes silently to another sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from playhead.transcript.likeness import (
    Likeness,
    Pattern,
    context_of,
    count_words,
    is_closed_up,
    likenesses,
    pattern_of,
)

State = Literal["exact", "moved", "fuzzy", "ambiguous", "orphaned"]


CONTEXT = 32
"""Characters of prefix and suffix kept, as the Hypothes.is client keeps."""

QUOTE_FLOOR = 0.5
CONTEXT_FLOOR = 0.35
COMBINED_FLOOR = 0.6
BARE_FLOOR = 0.65
"""Shares of words found again: of the quote, its context, both; of a quote without context."""

EXACT_FLOOR = 0.75
"""Score from which a quote that stands there word by word is the one that was meant."""

QUOTE_SHARE = 0.6
"""What the quote counts beside its context, at least; a long quote counts by its length."""

LONG_QUOTE = 25
"""Words from which a quote that stands there word by word is its own proof."""

MARGIN = 0.05
"""Two places nearer to each other than this in score cannot be told apart."""

MOST_PLACES = 1000
"""Places of one quote that are looked at."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where words are: the W3C text quote selector (quote, prefix, suffix) and position selector.

    `start` and `end` are characters of the text at the time the selector was made.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a selector was found again. `score` is 0 to 1; places are None for orphaned ones."""

    state: State
    score: float
    start: int | None = None
    end: int | None = None
    candidates: tuple[tuple[int, int, float], ...] = ()
    """Other places that come near: start, end, score, the best first."""


def make_selector(text: str, start: int, end: int) -> Selector:
    """The selector of `text[start:end]`."""
    return Selector(
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        start,
        end,
    )


def find_anchor(text: str, selector: Selector) -> Anchored:
    """Find the words of `selector` in `text`."""
    if not selector.quote.strip():
        return Anchored("orphaned", 0.0)
    places = _occurrences(text, selector.quote)
    if places:
        return _told_apart(text, selector, places)
    return _near(text, selector)


def _occurrences(text: str, quote: str) -> list[int]:
    places: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _told_apart(text: str, selector: Selector, places: list[int]) -> Anchored:
    size = len(selector.quote)
    if places == [selector.start]:
        return Anchored("exact", 1.0, selector.start, selector.start + size)
    scored = [(_score_at(text, selector, at), at) for at in places]
    scored.sort(key=lambda pair: (-pair[0], abs(pair[1] - selector.start)))
    best, at = scored[0]
    tied = [one for score, one in scored if best - score < MARGIN]
    others = tuple((one, one + size, round(score, 3)) for score, one in scored[1:4])
    if selector.start in tied:
        others = tuple(one for one in others if one[0] != selector.start)
        return Anchored("exact", 1.0, selector.start, selector.start + size, others)
    # The same few words may be said again elsewhere; then their context must speak for them.
    is_short = count_words(selector.quote) < LONG_QUOTE
    pattern = pattern_of(selector.quote, selector.prefix, selector.suffix)
    if is_short and (best < EXACT_FLOOR or is_closed_up(text, pattern)):
        found = _near(text, selector)
        is_there = found.state == "fuzzy" and found.start in places
        return replace(found, state="moved", score=1.0) if is_there else found
    if len(tied) > 1:
        return Anchored("ambiguous", round(best, 3), at, at + size, others)
    return Anchored("moved", 1.0, at, at + size, others)


def _score_at(text: str, selector: Selector, at: int) -> float:
    """Quote and context together where the quote stands word by word."""
    context = context_of(text, at, at + len(selector.quote), selector.prefix, selector.suffix)
    return QUOTE_SHARE + (1 - QUOTE_SHARE) * context


def _near(text: str, selector: Selector) -> Anchored:
    """The places most like the quote, judged by quote and context together."""
    pattern = pattern_of(selector.quote, selector.prefix, selector.suffix)
    share = max(QUOTE_SHARE, (pattern.high - pattern.low) / max(1, len(pattern.words)))
    scored = [
        (share * one.quote + (1 - share) * one.context, one) for one in likenesses(text, pattern)
    ]
    found = _apart(sorted(scored, key=lambda pair: pair[0], reverse=True))
    if not found:
        return Anchored("orphaned", 0.0)
    candidates = tuple((one.start, one.end, round(score, 3)) for score, one in found[:3])
    best, one = found[0]
    is_cut_out = is_closed_up(text, pattern) or any(other.is_cut_out for _, other in found)
    if is_cut_out or not _is_enough(best, one, pattern):
        return Anchored("orphaned", round(best, 3), candidates=candidates)
    others = [other for score, other in found[1:] if _is_enough(score, other, pattern)]
    had_place = selector.end > selector.start
    is_farther = any(_distance(one, selector) > _distance(other, selector) for other in others)
    if (had_place and is_farther) or (len(found) > 1 and best - found[1][0] < MARGIN):
        return Anchored("ambiguous", round(best, 3), one.start, one.end, candidates[1:])
    return Anchored("fuzzy", round(best, 3), one.start, one.end, candidates[1:])


def _distance(one: Likeness, selector: Selector) -> int:
    """How far a passage is from where the quote was; of two that may be it the nearer is likelier."""
    return abs(one.start - selector.start)


def _is_enough(score: float, one: Likeness, pattern: Pattern) -> bool:
    """Whether a passage may be called the quote."""
    length = pattern.high - pattern.low
    if length == len(pattern.words):
        return one.quote >= BARE_FLOOR
    if one.context < CONTEXT_FLOOR and length < LONG_QUOTE:
        return False
    return one.quote >= QUOTE_FLOOR and score >= COMBINED_FLOOR


def _apart(found: list[tuple[float, Likeness]]) -> list[tuple[float, Likeness]]:
    """The best of those that overlap."""
    kept: list[tuple[float, Likeness]] = []
    for score, one in found:
        if all(one.end <= other.start or other.end <= one.start for _, other in kept):
            kept.append((score, one))
    return kept
