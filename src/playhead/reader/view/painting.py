"""What the drawing of a row needs to know of the view, gathered for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from playhead.reader.reading import DOUBTFUL
from playhead.reader.view.draw import (
    Pen,
    RowState,
    draw_beside,
    draw_pinned,
    draw_row,
    finish,
)
from playhead.reader.view.layout import WORDS, Row
from playhead.reader.view.overlays import Layer, Overlay

if TYPE_CHECKING:
    from playhead.reader.view.view import LineKey, TranscriptView
    from playhead.transcript.model import Turn

SECTIONS_DIMMED = {"teaser": "teaser", "sponsor": "advertisement"}
"""Sections that few want to read, and what is written beside the names in them."""


class Painting:
    """The transcript view's part that draws rows."""

    _pen: Pen | None = None

    def _draw(self: TranscriptView, key: LineKey) -> Strip:
        """The pinned question, or a row with the line of a note beside it."""
        assert self._palette is not None
        if self._pen is None:
            self._pen = self._new_pen()
        pen, width, base = self._pen, self._pen.width, self._palette.base
        if isinstance(key, str):
            return finish(self._pinned(pen, key), width, base)
        at, in_turn, on_row, line = key
        assert self._layout is not None
        row = self._layout.row(at)
        state = self._state(self._layout.turn(at.place), row, in_turn, on_row)
        strip = finish(draw_row(pen, row, state), width, base)
        return draw_beside(pen, strip, line, width) if line else strip

    def _pinned(self: TranscriptView, pen: Pen, id: str) -> list[Segment]:
        assert self.reading is not None
        question = self.reading.turn_named(id)
        number = self.reading.question_number(question.start) if question else 0
        return draw_pinned(pen, question, number)

    def _new_pen(self: TranscriptView) -> Pen:
        assert self._layout is not None and self._palette is not None
        return Pen(
            self._layout.transcript,
            self._palette,
            self.size.width,
            self._column,
            self._voices,
            [self._notes.marks, self._hits, self._lit, self._selected()],
            self._label,
        )

    def _state(self: TranscriptView, turn: Turn, row: Row, in_turn: bool, on_row: bool) -> RowState:
        assert self.reading is not None
        dimmed = self.reading.section_of(turn) in SECTIONS_DIMMED
        sign = self._notes.sign(row.start, row.end) if row.kind in WORDS else "  "
        return RowState(turn, in_turn, on_row, dimmed, sign)

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
