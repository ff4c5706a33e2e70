"""A selection of words, grown by the mouse or by keys. It is kept as offsets, so it outlives a resize."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from playhead.reader.panes.places import turn_at
from playhead.transcript.model import Sentence, Transcript, Turn

_WORD = re.compile(r"[\w'’]+|[^\w\s]+")


@dataclass(slots=True)
class Selection:
    """From where it began to where it reaches now; either may come first."""

    anchor: int
    reach: int

    def span(self, transcript: Transcript) -> tuple[int, int]:
        """Start and end, grown to whole words."""
        low, high = sorted((self.anchor, self.reach))
        start = word_at(transcript.text, low)[0]
        return start, max(word_at(transcript.text, high)[1], start)


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word at `offset`; the nearest one before it where there is none."""
    begin = max(0, text.rfind(" ", 0, offset) - 1, text.rfind("\n", 0, offset) - 1)
    best = (offset, offset)
    for match in _WORD.finditer(text, begin):
        if match.start() > offset:
            break
        best = match.span()
    return best


def sentence_at(transcript: Transcript, offset: int) -> tuple[int, int]:
    """The sentence at `offset`, as far as its turn goes; the turn where there are no sentences."""
    sentences = transcript.sentences
    index = bisect_right(sentences, offset, key=lambda one: one.start) - 1
    first, last = turn_span(transcript, offset)
    if index < 0 or sentences[index].end <= first:
        return first, last
    return max(first, sentences[index].start), min(last, sentences[index].end)


def turn_span(transcript: Transcript, offset: int) -> tuple[int, int]:
    """The turn at `offset`."""
    turn = turn_at(transcript, offset)
    return (turn.start, turn.end) if turn else (offset, offset)


def step_unit(units: Sequence[Sentence] | Sequence[Turn], selection: Selection, by: int) -> int:
    """Where a selection reaches when it is drawn on, or back, to the edge of the next unit.

    Behind its anchor it ends with a unit, before it it begins with one.
    """
    anchor, reach = selection.anchor, selection.reach
    here = bisect_right(units, reach, key=lambda one: one.start)
    near = units[max(0, here - 3) : here + 2]
    ends = {one.end - 1 for one in near if one.end - 1 > anchor}
    edges = ends | {one.start for one in near if one.start < anchor}
    if by > 0:
        return min((edge for edge in edges if edge > reach), default=reach)
    return max((edge for edge in edges if edge < reach), default=reach)


def step_word(text: str, offset: int, by: int) -> int:
    """The start of the next word, or of the one before."""
    if by > 0:
        _, end = word_at(text, offset)
        match = _WORD.search(text, max(end, offset + 1))
        return match.start() if match else offset
    start, _ = word_at(text, offset)
    if start < offset:
        return start
    return word_at(text, max(0, len(text[:start].rstrip()) - 1))[0]
