"""Words of a query -> candidate passages: windows of the talk that hold them, closely aligned.

Windows with the heaviest matching words are found first; each is then scored by what share of the
query's weight it holds, how much in order and how tightly, and how like its letters are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from playhead.search.alignment import Aligned, Asked, alignments, asked_words
from playhead.search.conditions import Where, where_in
from playhead.search.likeness.letters import likeness_to
from playhead.search.model import Mark
from playhead.search.query import Query
from playhead.search.spans import passage_around, phrase_places
from playhead.search.storage.bitmaps import BUCKET, bits_of, heaviest, widened

if TYPE_CHECKING:
    from playhead.search.index import Index

COVERAGE, ORDER, TIGHTNESS, LETTERS = 0.62, 0.08, 0.08, 0.22
"""Shares of the score; chosen on perturbed sentences of interviews other than the shipped one."""

WEAK = 0.6
"""A score below this is a guess: queries about things nobody said seldom reach it."""

PLAIN = 0.8
"""A first hit of this score is what was meant: nothing is looked for by meaning."""

SHOWN = 0.25
"""A score below this is not even a guess."""

LEAST_WINDOWS = 64
"""Windows looked at closely, or two for each hit wanted where that is more."""

TIERS = ((0.9, 1.0), (0.6, 0.75), (0.4, 0.45), (0.0, 0.25))
"""Least likeness of words counted together when windows are found, and what they count for."""

EXACT = 0.9
"""Likeness from which a word is marked as the one that was asked."""

GIST = 0.4
"""Share of the words that name something in the score of a guess."""

Stop = Callable[[], bool]


class Candidate(NamedTuple):
    """A passage with its score."""

    start: int
    end: int
    score: float
    weak: bool
    marks: tuple[Mark, ...]


def rank(
    index: Index, words: str, query: Query, where: Where | None, limit: int, stop: Stop | None
) -> list[Candidate]:
    """The best passages for free words and phrases, the best first.

    `where` tells where hits may be; None means anywhere.
    """
    places = phrase_places(index, query.phrases)
    if not words.strip():
        return _without_words(index, query, places, limit)
    if query.phrases:
        where = _around(index, places, where)
    found = _ranked(index, words, where, limit, stop, meaning=False)
    if not found or found[0].score < PLAIN:
        found = _ranked(index, words, where, limit, stop, meaning=True) or found
    return found


def _ranked(
    index: Index, words: str, where: Where | None, limit: int, stop: Stop | None, *, meaning: bool
) -> list[Candidate]:
    """The best passages for free words, by letters and sound, and by `meaning` if asked."""
    asked = asked_words(index, words, meaning)
    found: list[Aligned] = []
    width = 2 + int(len(asked.words) * 1.3) // BUCKET
    for number, window in enumerate(_windows(index, asked, width, where, limit)):
        if stop and number % 16 == 0 and stop():
            break
        low, high = window * BUCKET, (window + width) * BUCKET
        found += alignments(index, asked, low, high, where.turns if where else None)
    return _scored(index, found, words.strip().lower(), limit)


def _around(index: Index, places: list[tuple[int, int]], where: Where | None) -> Where:
    """The turns that hold `places`, as far as hits may be there."""
    turns = {turn.id: turn for turn in (index.turn_at(start) for start, _ in places)}
    return where_in(index, [t for t in turns.values() if where is None or t.id in where.turns])


def _windows(index: Index, asked: Asked, width: int, where: Where | None, limit: int) -> list[int]:
    """First buckets of the windows that hold most of the weight of the query."""
    weighted: list[tuple[int, float]] = []
    for number, weight in enumerate(asked.weights):
        reached = 0
        for least, share in TIERS:
            bits = 0
            for word, likeness in asked.likely[number]:
                if likeness >= least:
                    bits |= index.bitmap_of(word)
            bits = widened(bits, width) & ~reached
            if where is not None:
                bits &= where.buckets
            reached |= bits
            weighted.append((bits, weight * share))
    return list(bits_of(heaviest(weighted, max(LEAST_WINDOWS, 2 * limit))))


def _scored(index: Index, found: list[Aligned], words: str, limit: int) -> list[Candidate]:
    """Candidates with the likeness of their letters in the score, the best first."""
    best: dict[tuple[int, int], Aligned] = {}
    for one in found:
        held = best.get((one.start, one.end))
        if held is None or one.coverage > held.coverage:
            best[one.start, one.end] = one
    likeness = likeness_to(words, quick=index.is_long)
    likely = sorted(best.values(), key=lambda one: -_plain_score(one, one.coverage) - one.gist)
    scored = [
        candidate
        for one in likely[: max(LEAST_WINDOWS, limit)]
        if (candidate := _candidate(index, one, likeness))
    ]
    return sorted(scored, key=lambda one: (-one.score, one.start))


def _plain_score(one: Aligned, coverage: float) -> float:
    return coverage * (COVERAGE + ORDER * one.order + TIGHTNESS * one.tightness)


def _guess(one: Aligned, letters: float) -> float:
    """The score of a guess, in which meaning counts; always below that of a true match."""
    plain = _plain_score(one, one.coverage) + letters
    return min(WEAK - 0.001, (1 - GIST) * plain + GIST * one.gist)


def _candidate(index: Index, one: Aligned, likeness: Callable[[str], float]) -> Candidate | None:
    letters = LETTERS * likeness(index.transcript.text[one.start : one.end].lower())
    sure = _plain_score(one, one.sure) + letters
    weak = sure < WEAK
    score = _guess(one, letters) if weak else sure
    if score < SHOWN or one.coverage < 0.2:
        return None
    tokens = index.tables
    marks = tuple(
        Mark(tokens.starts[place], tokens.ends[place], likeness >= EXACT)
        for place, likeness in one.places
    )
    low, high = passage_around(index, one.start, one.end)
    return Candidate(low, high, score, weak, marks)


def _without_words(
    index: Index, query: Query, places: list[tuple[int, int]], limit: int
) -> list[Candidate]:
    """Exact phrases, or whole turns where only conditions were asked."""
    if query.phrases:
        return [
            Candidate(*passage_around(index, start, end), 1.0, False, (Mark(start, end, True),))
            for start, end in places
        ]
    if not (query.is_conditioned or query.excluded):
        return []
    return [
        Candidate(turn.start, turn.end, 0.9, False, ())
        for turn in index.transcript.turns
        if turn.kind != "backchannel"
    ]
