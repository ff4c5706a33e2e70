"""Selector + text -> where the words are now: exact, moved, fuzzy, ambiguous or orphaned.

A ladder in the manner of the W3C selectors: the quote itself, told apart by its context; then its
words in any near form, with a floor on quote and context together and a margin over the runner-up,
so that a note never goes silently to another sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from playhead.transcript.anchoring.likeness import (
    Likeness,
    context_of,
    has_neighbour,
    is_closed_up,
    is_owed_to_context,
    is_said_again,
    likenesses,
)
from playhead.transcript.anchoring.pattern import Pattern, count_words, pattern_of

State = Literal["exact", "moved", "fuzzy", "ambiguous", "orphaned"]


CONTEXT = 32
"""Characters of prefix and suffix kept, as the Hypothes.is client keeps."""

MORE_CONTEXT = 160
LIKE_FLOOR = 0.5
"""Characters kept where another place in the text is as like as this, or more."""

QUOTE_FLOOR = 0.5
CONTEXT_FLOOR = 0.35
COMBINED_FLOOR = 0.57
BARE_FLOOR = 0.65
"""Shares of words found again: of the quote, its context, both; of a quote without context."""

EXACT_FLOOR = 0.75
"""Score from which a quote that stands there word by word is the one that was meant."""

QUOTE_SHARE = 0.6
"""What the quote counts beside its context, at least; a long quote counts by its length."""

LONG_QUOTE = 25
"""Words from which a quote that stands there word by word is its own proof."""

MARGIN = 0.05
"""Two places where the words stand nearer to each other than this in score are told apart by none."""

RIVAL_MARGIN = 0.25
RIVAL_FLOOR = 0.4
WEAR = 2.0
"""A new transcription wears words and context by chance, so a place less like than the best may be
the right one: by up to twice what the best is worn, and no more than the margin; a nearer one may
be it too, if the best is worn or the nearer would do. None is less like than the floor."""

FEW_WORDS = 3
"""A quote of fewer words stands anywhere: a word beside it must be found beside it again."""

NEAR_SECONDS = 30.0
"""Words that are heard within this of their old time are heard at the same moment."""

EMPTY = 0.25
"""Share of a quote below which what is found of it is found by chance."""

MOST_PLACES = 1000
"""Places of one quote that are looked at."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says what stands somewhere, and at which second; empty and None where nothing tells."""

    speaker: str = ""
    time: float | None = None


NOBODY = Heard()


@dataclass(frozen=True, slots=True)
class Selector:
    """Where words are: the W3C text quote selector (quote, prefix, suffix) and position selector.

    `start` and `end` are characters of the text at the time the selector was made, `heard` is who
    said the words then, and when: they tell two like places apart, and no more.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    heard: Heard = NOBODY


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words may be: how like it is, whether enough to be it, and whether word by word."""

    start: int
    end: int
    score: float
    context: float
    is_enough: bool
    is_verbatim: bool
    is_empty: bool = False
    """Whether nothing of the quote is there, but some of its context."""
    is_owed: bool = False
    """Whether the words there are those that the context says again."""


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
    """The selector of `text[start:end]`; words that are said elsewhere too get more context."""
    found = _selector(text, start, end, CONTEXT)
    pattern = pattern_of(found.quote, found.prefix, found.suffix)
    likely = _apart([_Place(start, end, 2.0, 1.0, True, True), *_likely(text, pattern, [])])
    is_unique = all(one.score < LIKE_FLOOR for one in likely[1:])
    return (
        found
        if is_unique and not is_said_again(text, pattern)
        else _selector(text, start, end, MORE_CONTEXT)
    )


def _selector(text: str, start: int, end: int, context: int) -> Selector:
    before, after = text[max(0, start - context) : start], text[end : end + context]
    return Selector(text[start:end], before, after, start, end)


def find_anchor(
    text: str, selector: Selector, heard_at: Callable[[int], Heard] | None = None
) -> Anchored:
    """Find the words of `selector` in `text`; `heard_at` tells who says what stands at an offset."""
    if not selector.quote.strip():
        return Anchored("orphaned", 0.0)
    places = _occurrences(text, selector.quote)
    size = len(selector.quote)
    if places == [selector.start] and _has_context(text, selector):
        return Anchored("exact", 1.0, selector.start, selector.start + size)
    pattern = pattern_of(selector.quote, selector.prefix, selector.suffix)
    found = _verbatim(text, selector, pattern, places)
    tied = [one for one in found if found[0].score - one.score < MARGIN]
    is_own = count_words(selector.quote) >= FEW_WORDS
    if any(
        one.start == selector.start and (one.is_enough or is_own) and not one.is_owed
        for one in tied
    ):
        others = [one for one in found if one.start != selector.start]
        return Anchored("exact", 1.0, selector.start, selector.start + size, _told(others))
    is_gone = False
    # The same few words may be said again elsewhere; then their context must speak for them.
    if not found or count_words(selector.quote) < LONG_QUOTE:
        # A long one that has lost its context may be the one that was meant: it counts as a rival.
        sure = [one for one in found if one.is_enough or one.is_owed or size >= CONTEXT]
        found = _apart([*sure, *_likely(text, pattern, places)])
        is_gone = is_closed_up(text, pattern)
    return _judged(found, is_gone, selector, heard_at)


def _occurrences(text: str, quote: str) -> list[int]:
    places: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _has_context(text: str, selector: Selector) -> bool:
    """Whether prefix and suffix too stand where they stood."""
    before, after = selector.start, selector.start + len(selector.quote)
    return text.endswith(selector.prefix, 0, before) and text.startswith(selector.suffix, after)


def _verbatim(text: str, selector: Selector, pattern: Pattern, places: list[int]) -> list[_Place]:
    """Where the quote stands word by word, the likeliest first."""
    size = len(selector.quote)
    found = []
    for at in places:
        context = context_of(text, at, at + size, selector.prefix, selector.suffix)
        score = QUOTE_SHARE + (1 - QUOTE_SHARE) * context
        is_like = score >= EXACT_FLOOR or at == selector.start
        is_owed = is_like and is_owed_to_context(text, at, at + size, pattern)
        is_well = is_like and not is_owed and _stands_well(text, at, at + size, pattern)
        is_enough = is_well and score >= EXACT_FLOOR
        found.append(_Place(at, at + size, score, context, is_enough, True, is_owed=is_owed))
    return sorted(found, key=lambda one: (-one.score, abs(one.start - selector.start)))


def _likely(text: str, pattern: Pattern, places: list[int]) -> list[_Place]:
    """The places most like the quote, judged by quote and context together."""
    share = max(QUOTE_SHARE, (pattern.high - pattern.low) / max(1, len(pattern.words)))
    found = []
    for one in likenesses(text, pattern):
        score = share * one.quote + (1 - share) * one.context
        is_well = _stands_well(text, one.start, one.end, pattern)
        is_enough = is_well and not one.is_owed and _is_enough(score, one, pattern)
        is_verbatim = one.start in places
        is_empty = one.quote < EMPTY
        found.append(
            _Place(one.start, one.end, score, one.context, is_enough, is_verbatim, is_empty)
        )
    return found


def _judged(
    found: list[_Place],
    is_gone: bool,
    selector: Selector,
    heard_at: Callable[[int], Heard] | None,
) -> Anchored:
    """Which of some places, the likeliest first, is the one that was meant; none where it is gone."""
    if not found:
        return Anchored("orphaned", 0.0)
    best = next((one for one in found if one.is_enough), found[0])
    if is_gone or not best.is_enough:
        return Anchored("orphaned", round(best.score, 3), candidates=_told(found))
    rivals = [one for one in found if one is not best and _is_rival(one, best, selector)]
    witnessed = _witnessed([best, *rivals], selector, heard_at) if rivals else best
    others = _told([one for one in found if one is not (witnessed or best)])
    if witnessed is None:
        return Anchored("ambiguous", round(best.score, 3), best.start, best.end, others)
    if not rivals and any(_is_bare(one, best) for one in found):
        return Anchored("orphaned", round(best.score, 3), candidates=_told(found))
    score = 1.0 if witnessed.is_verbatim else round(witnessed.score, 3)
    state: State = "moved" if witnessed.is_verbatim else "fuzzy"
    return Anchored(state, score, witnessed.start, witnessed.end, others)


def _is_bare(one: _Place, best: _Place) -> bool:
    """Whether more of the context stands there than at the best, and the words are taken out."""
    return one.is_empty and one.context > best.context + MARGIN


def _is_rival(one: _Place, best: _Place, selector: Selector) -> bool:
    """Whether a place less like than the best may be the right one all the same."""
    if one.score < RIVAL_FLOOR:
        return False
    worn = 1 - best.score
    margin = MARGIN + WEAR * worn
    if worn > MARGIN / 2:
        # Where words were worn at all, one or two of a short quote are worn by chance.
        margin = max(margin, QUOTE_SHARE * WEAR / count_words(selector.quote))
    if one.is_verbatim and one.end - one.start >= CONTEXT:
        # A long quote that stands there word by word may have been moved out of its context.
        margin = RIVAL_MARGIN
    if best.score - one.score < min(margin, RIVAL_MARGIN):
        return True
    had_place = selector.end > selector.start
    is_nearer = abs(one.start - selector.start) < abs(best.start - selector.start)
    return had_place and is_nearer and (one.is_enough or margin >= 2 * MARGIN)


def _witnessed(
    like: list[_Place], selector: Selector, heard_at: Callable[[int], Heard] | None
) -> _Place | None:
    """The one of some like places that was heard when the words were, or from whom they were."""
    if heard_at is None:
        return None
    heard, now = selector.heard, [(one, heard_at(one.start)) for one in like if one.is_enough]
    times = [(one, there.time) for one, there in now if there.time is not None]
    if heard.time is not None and times:
        near = [one for one, time in times if abs(time - heard.time) < NEAR_SECONDS]
        return near[0] if len(near) == 1 else None
    same = [one for one, there in now if heard.speaker and there.speaker == heard.speaker]
    # Who speaks is often a guess: it counts where the likeliest place or the nearest says so too.
    nearest = min(like, key=lambda one: abs(one.start - selector.start))
    return same[0] if len(same) == 1 and same[0] in (like[0], nearest) else None


def _stands_well(text: str, start: int, end: int, pattern: Pattern) -> bool:
    length = pattern.high - pattern.low
    if length >= FEW_WORDS or length == len(pattern.words):
        return True
    return has_neighbour(text, start, end, pattern)


def _is_enough(score: float, one: Likeness, pattern: Pattern) -> bool:
    """Whether a passage may be called the quote."""
    length = pattern.high - pattern.low
    if length == len(pattern.words):
        return one.quote >= BARE_FLOOR
    if one.context < CONTEXT_FLOOR and length < LONG_QUOTE:
        return False
    return one.quote >= QUOTE_FLOOR and score >= COMBINED_FLOOR


def _apart(found: list[_Place]) -> list[_Place]:
    """The best of those that overlap, the likeliest first."""
    kept: list[_Place] = []
    for one in sorted(found, key=lambda place: -place.score):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _told(places: list[_Place]) -> tuple[tuple[int, int, float], ...]:
    return tuple((one.start, one.end, round(one.score, 3)) for one in places[:3])
