"""From matched words to the passage meant: the sentences they stand in, or their clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.search.index import Index

WIDEST = 2.2
"""A passage this many times as long as the matched words is cut to its clauses."""

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
    text = _plain(index.transcript.text)
    places: list[tuple[int, int]] = []
    wanted = [_plain(phrase) for phrase in phrases]
    at = text.find(wanted[0])
    while at >= 0 and len(places) < 2000:
        turn = index.turn_at(at)
        said = text[turn.start : turn.end]
        if all(other in said for other in wanted[1:]):
            places.append((at, at + len(wanted[0])))
        at = text.find(wanted[0], at + max(1, len(wanted[0])))
    return places


def _plain(text: str) -> str:
    """`text` in lower case with straight quotes, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'})
