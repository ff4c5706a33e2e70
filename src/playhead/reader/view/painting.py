"""What each line of the view shows, which of them changed, and what drawing them needs to know."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from playhead.reader.reading import DOUBTFUL
from playhead.reader.strips import as_shown
from playhead.reader.view.draw import (
    Pen,
    RowState,
    draw_beside,
    draw_pinned,
    draw_row,
    finish,
)
from playhead.reader.view.layout import WORDS, At, Row
from playhead.reader.view.margin import NoteLine
from playhead.reader.view.overlays import Layer, Overlay
from playhead.reader.view.palette import Palette, read_palette

if TYPE_CHECKING:
    from playhead.reader.view.view import TranscriptView
    from playhead.transcript.model import Turn

SECTIONS_DIMMED = {"teaser": "teaser", "sponsor": "advertisement"}
"""Sections that few want to read, and what is written beside the names in them."""
LineKey = tuple[At, bool, bool, NoteLine | None] | str
"""A row, whether it is in the turn we are in, whether we are on it, and the note beside it.

Of the line above the rows, the id of the question pinned there.
"""
STRIPS_KEPT = 1000
"""Drawn rows kept: a dozen screens full."""


class Painting:
    """The transcript view's part that draws rows."""

    _pen: Pen | None = None
    _palette: Palette | None = None

    def _lines_seen(self: TranscriptView) -> list[LineKey]:
        """What each line of the widget shows, the pinned question first."""
        here, margin, pinned = self._at, self._margin.get, self.pinned
        return [
            pinned.id if pinned else "",
            *(
                (at, at.place == here.place, at == here, margin(y))
                for y, at in enumerate(self._rows)
            ),
        ]

    def _refresh_changed(self: TranscriptView) -> None:
        """Draw the lines that show something else than before, as few stretches as there are."""
        before, self._seen = self._seen, self._lines_seen()
        pairs = enumerate(zip_longest(before, self._seen))
        changed = [y for y, (old, new) in pairs if old != new]
        # Lines that follow each other rise as their places among the changed do.
        stretches = groupby(enumerate(changed), lambda one: one[1] - one[0])
        lines = [[y for _, y in stretch] for _, stretch in stretches]
        if lines:
            width = self.size.width
            self.refresh(*(Region(0, ys[0], width, len(ys)) for ys in lines))

    def render_lines(self: TranscriptView, crop: Region) -> list[Strip]:
        """Draw some lines. They are kept as they are drawn: there is no border or padding.

        The first frame of a size comes before the message that tells of it, and has its words too.
        """
        if self.reading is not None and self._fitted != self.size:
            self._fit()
        return as_shown(self, map(self.render_line, crop.line_range), crop)

    def render_line(self: TranscriptView, y: int) -> Strip:
        """Draw one line of the widget: the pinned question, then the rows."""
        if self._palette is None:
            self._palette = read_palette(self)
        if self._layout is None or not self._layout.shown or y >= len(self._seen):
            return Strip.blank(self.size.width, self._palette.base)
        key = self._seen[y]
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._draw(key)
        return strip

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
        if question is None:
            return []
        number = self.reading.question_number(question.start)
        return draw_pinned(pen, question, number, self.reading.asked(number))

    def _new_pen(self: TranscriptView) -> Pen:
        assert self._layout is not None and self._palette is not None
        return Pen(
            self._layout.transcript,
            self._palette,
            self.size.width,
            self._column,
            self._voices,
            [self._notes, self._hits, self._lit, self._selected()],
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
