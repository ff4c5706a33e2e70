"""A selection of words, grown by the mouse or by keys. It is kept as offsets, so it outlives a resize."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from playhead.reader.panes.places import turn_at
from playhead.reader.view.words import word_at
from playhead.transcript.model import Sentence, Transcript, Turn

LONGEST_QUOTE = 4000
"""Cells of a turn that is quoted as a whole, some two pages."""


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


def sentence_at(transcript: Transcript, offset: int) -> tuple[int, int]:
    """The sentence at `offset`, as far as its turn goes; the turn where there are no sentences."""
    sentences = transcript.sentences
    index = bisect_right(sentences, offset, key=lambda one: one.start) - 1
    first, last = turn_span(transcript, offset)
    if index < 0 or sentences[index].end <= first:
        return first, last
    return max(first, sentences[index].start), min(last, sentences[index].end)


def passage_at(transcript: Transcript, offset: int) -> tuple[int, int]:
    """The turn at `offset`, or the sentence where the turn is a talk of its own: too long to quote."""
    start, end = turn_span(transcript, offset)
    is_quote = cell_len(transcript.text[start:end]) <= LONGEST_QUOTE
    return (start, end) if is_quote else sentence_at(transcript, offset)


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
