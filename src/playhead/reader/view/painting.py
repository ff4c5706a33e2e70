"""What the drawing of a row needs to know of the view, gathered for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from playhead.reader.reading import DOUBTFUL
from playhead.reader.view.draw import Pen, RowState, draw_beside, draw_row, finish
from playhead.reader.view.layout import WORDS, At
from playhead.reader.view.margin import NoteLine
from playhead.reader.view.overlays import Layer, Overlay

if TYPE_CHECKING:
    from playhead.reader.view.view import TranscriptView
    from playhead.transcript.model import Turn

SECTIONS_DIMMED = {"teaser": "teaser", "sponsor": "advertisement"}
"""Sections that few want to read, and what is written beside the names in them."""


class Painting:
    """The transcript view's part that draws rows."""

    def _draw(self: TranscriptView, at: At, line: NoteLine | None) -> Strip:
        """A row, with the line of a note beside it."""
        assert self._layout is not None and self._palette is not None
        pen, width = self._pen(), self.size.width
        segments = draw_row(pen, self._layout.row(at), self._state(at))
        strip = finish(segments, width, self._palette.base)
        return draw_beside(pen, strip, line, width) if line else strip

    def _pen(self: TranscriptView) -> Pen:
        assert self._layout is not None and self._palette is not None
        return Pen(
            self._layout.transcript,
            self._palette,
            self._column,
            self._voices,
            [self._notes.marks, self._hits, self._lit, self._selected()],
            self._label,
        )

    def _state(self: TranscriptView, at: At) -> RowState:
        assert self._layout is not None and self.reading is not None
        turn, row = self._layout.turn(at.place), self._layout.row(at)
        return RowState(
            turn,
            at.place == self._at.place,
            at == self._at,
            self.reading.section_of(turn) in SECTIONS_DIMMED,
            self._notes.sign(row.start, row.end) if row.kind in WORDS else "  ",
        )

    def _selected(self: TranscriptView) -> Layer:
        if self.selection is None or self.transcript is None:
            return Layer()
        return Layer([Overlay(*self.selection.span(self.transcript), "selection")])

    def _label(self: TranscriptView, turn: Turn) -> str:
        assert self.reading is not None
        words: list[str] = []
        number = self.reading.question_number(turn.start)
        if number and self.reading.questions[number - 1] == turn.start:
            words.append(f"question {number}")
        if section := SECTIONS_DIMMED.get(self.reading.section_of(turn)):
            words.append(section)
        if turn.confidence < DOUBTFUL:
            words.append("who is it?" if turn.speaker is None else "in doubt")
        return " · ".join(words)
