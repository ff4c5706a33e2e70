"""Selector + text -> where the words are now: exact, moved, fuzzy, ambiguous or orphaned.

A ladder in the manner of the W3C selectors: the quote itself, told apart by its context; then the
words of the quote in any near form, with a floor on quote and context together and a margin over
the runner-up, so that a note never goes silently to another sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

State = Literal["exact", "moved", "fuzzy", "ambiguous", "orphaned"]


CONTEXT = 32
"""Characters of prefix and suffix kept, as the Hypothes.is client keeps."""

QUOTE_FLOOR = 0.65
COMBINED_FLOOR = 0.75
QUOTE_SHARE = 0.6
"""Floors and weights measured on real transcript edits: fuzzy 65, 0.6 quote + 0.4 context 75."""

LONG_QUOTE = 14
"""Words from which a quote is its own proof wherever it stands."""

MARGIN = 0.05
"""Two places nearer to each other than this in score cannot be told apart."""

NEAREST = 8
"""Places that are compared closely."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


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
    while at >= 0 and len(places) < 1000:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _told_apart(text: str, selector: Selector, places: list[int]) -> Anchored:
    size = len(selector.quote)
    if len(places) == 1 and places[0] == selector.start:
        return Anchored("exact", 1.0, places[0], places[0] + size)
    scored = sorted(
        ((_context(text, selector, at, at + size), -abs(at - selector.start), at) for at in places),
        reverse=True,
    )
    best, _, at = scored[0]
    state: State = "exact" if at == selector.start else "moved"
    others = tuple((one, one + size, round(score, 3)) for score, _, one in scored[1:4])
    tied = [one for score, _, one in scored if best - score < MARGIN]
    if len(tied) > 1 and selector.start not in tied:
        return Anchored("ambiguous", round(best, 3), at, at + size, others)
    if selector.start in tied:
        at, state = selector.start, "exact"
    # The same few words may be said again elsewhere; then their context must speak for them.
    short = len(_WORD.findall(selector.quote)) < LONG_QUOTE
    if state == "moved" and short and QUOTE_SHARE + (1 - QUOTE_SHARE) * best < COMBINED_FLOOR:
        return Anchored("orphaned", round(best, 3), candidates=((at, at + size, round(best, 3)),))
    return Anchored(state, 1.0, at, at + size, others)


def _context(text: str, selector: Selector, start: int, end: int) -> float:
    """How like the old context the words around a place are, 0 to 1."""
    from rapidfuzz.fuzz import ratio

    before = text[max(0, start - len(selector.prefix)) : start]
    after = text[end : end + len(selector.suffix)]
    if not selector.prefix and not selector.suffix:
        return 1.0
    likeness = [
        ratio(_folded(old), _folded(new)) / 100
        for old, new in ((selector.prefix, before), (selector.suffix, after))
        if old
    ]
    return sum(likeness) / len(likeness)


def _near(text: str, selector: Selector) -> Anchored:
    """The places most like the quote, judged by quote and context together."""
    scored = sorted(_scored(text, selector), reverse=True)
    if not scored:
        return Anchored("orphaned", 0.0)
    candidates = tuple((start, end, round(score, 3)) for score, _, start, end in scored[:3])
    best, quote, start, end = scored[0]
    if quote < QUOTE_FLOOR or best < COMBINED_FLOOR:
        return Anchored("orphaned", round(best, 3), candidates=candidates)
    if len(scored) > 1 and best - scored[1][0] < MARGIN:
        return Anchored("ambiguous", round(best, 3), start, end, candidates[1:])
    return Anchored("fuzzy", round(best, 3), start, end, candidates[1:])


def _scored(text: str, selector: Selector) -> list[tuple[float, float, int, int]]:
    from rapidfuzz.fuzz import partial_ratio_alignment, ratio

    size = len(selector.quote)
    quote = selector.quote.lower()
    found: list[tuple[float, float, int, int]] = []
    for at in _windows(text, selector.quote):
        low, high = max(0, at - size // 2 - 20), min(len(text), at + size + size // 2 + 20)
        window = text[low:high].lower()
        if len(window) != high - low or len(window) < size // 2:
            continue
        aligned = partial_ratio_alignment(quote, window, score_cutoff=40)
        if aligned is None:
            continue
        start, end = _whole_words(text, low + aligned.dest_start, low + aligned.dest_end)
        if any(start < other_end and other_start < end for _, _, other_start, other_end in found):
            continue
        folded = ratio(_folded(quote), _folded(text[start:end]))
        likeness = max(aligned.score, folded) / 100
        context = _context(text, selector, start, end)
        found.append((QUOTE_SHARE * likeness + (1 - QUOTE_SHARE) * context, likeness, start, end))
    return found


def _windows(text: str, quote: str) -> list[int]:
    """Offsets where many words of the quote stand at the right distance from each other."""
    positions = _positions(text)
    votes: Counter[int] = Counter()
    for match in _WORD.finditer(quote):
        places = positions.get(match.group().lower(), ())
        if len(places) > 2000:
            continue
        weight = 1 + 8 / (1 + len(places))
        for place in places:
            bucket = max(0, place - match.start()) // 24
            votes[bucket] += weight  # type: ignore[assignment]
            votes[bucket + 1] += weight / 2  # type: ignore[assignment]
    return [bucket * 24 for bucket, _ in votes.most_common(NEAREST)]


def _folded(text: str) -> str:
    """Words in lower case with single spaces: what a new transcription leaves of a passage."""
    return " ".join(_WORD.findall(text.lower()))


@lru_cache(maxsize=2)
def _positions(text: str) -> dict[str, list[int]]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        positions[match.group().lower()].append(match.start())
    return dict(positions)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen or narrow a span to whole words, leaving white space out."""
    while start > 0 and text[start - 1 : start].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
