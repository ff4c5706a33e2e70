"""From matched words to the passage meant: the sentences they stand in, or their clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.search.index import Index

WIDEST = 2.2
"""A passage this many times as long as the matched words is cut to its clauses."""

MOST_PLACES = 2000
"""Places of a phrase that are looked at: more than anyone steps through."""

_CLAUSE = re.compile(r"[,;:—–]\s+")


def passage_around(index: Index, start: int, end: int) -> tuple[int, int]:
    """The sentences of `text[start:end]`; only the clauses where the sentences are much longer."""
    sentences = index.transcript.sentences
    if not sentences:
        return start, end
    first = max(0, bisect_right(index.sentence_starts, start) - 1)
    last = max(first, bisect_right(index.sentence_starts, max(start, end - 1)) - 1)
    low, high = min(sentences[first].start, start), max(sentences[last].end, end)
    size = end - start
    if high - low > max(60, WIDEST * size):
        text = index.transcript.text
        before = [match.end() for match in _CLAUSE.finditer(text, low, start)]
        after = _CLAUSE.search(text, end, high)
        low = before[-1] if before else low
        high = after.start() + 1 if after else high
    return low, high


def phrase_places(index: Index, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the first phrase stands in turns that hold them all, letter for letter but for case.

    Quotation marks of any kind are the same.
    """
    if not phrases:
        return []
    text = index.plain_text
    places: list[tuple[int, int]] = []
    wanted = [phrase.lower() for phrase in phrases]
    at = text.find(wanted[0])
    while at >= 0 and len(places) < MOST_PLACES:
        turn = index.turn_at(at)
        if all(text.find(other, turn.start, turn.end) >= 0 for other in wanted[1:]):
            places.append((at, at + len(wanted[0])))
        at = text.find(wanted[0], at + max(1, len(wanted[0])))
    return places
