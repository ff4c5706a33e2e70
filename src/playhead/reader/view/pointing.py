"""The mouse in the text: what is at a cell, and what wheel, click and dragging do there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from playhead.reader.view.layout import WORDS
from playhead.reader.view.selecting import Selection, sentence_at
from playhead.reader.view.words import word_at
from playhead.reader.view.wrap import column_of, index_at

if TYPE_CHECKING:
    from playhead.reader.view.view import TranscriptView
    from playhead.transcript.model import Turn

WHEEL = 3
"""Rows that a notch of the wheel moves."""
DRAG_PAUSE = 0.05
"""Seconds between two rows while a selection is drawn beyond the edge."""


class Pointing:
    """The mouse's part of the transcript view."""

    _pressed: int | None = None
    _folding: Turn | None = None
    _drag: Timer | None = None
    _drag_x: int = 0
    _drag_by: int = 0

    def on_mouse_scroll_down(self: TranscriptView, event: events.MouseScrollDown) -> None:
        """Wheel towards the end."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self: TranscriptView, event: events.MouseScrollUp) -> None:
        """Wheel towards the beginning."""
        event.stop()
        self.scroll_rows(-WHEEL)

    def on_mouse_down(self: TranscriptView, event: events.MouseDown) -> None:
        """Begin a selection; follow the sign of a note, the pinned question."""
        if event.button != 1:
            return
        if event.y == 0 and self.pinned is not None:
            from playhead.reader.messages import GoTo

            self.post_message(GoTo(self.pinned.start))
            return
        if note := self.note_at(event.x, event.y):
            self.post_message(self.NoteClicked(note))
            return
        self._folding = self.fold_at(event.x, event.y)
        self._pressed = self.offset_near(event.x, event.y)
        if self._pressed is not None:
            self.select(None)
            self.capture_mouse()

    def on_mouse_move(self: TranscriptView, event: events.MouseMove) -> None:
        """Draw the selection on."""
        if self._pressed is None or event.button != 1:
            return
        self._drag_x = event.x
        self._drag_by = -1 if event.y < 1 else 1 if event.y >= self.size.height else 0
        if self._drag_by and self._drag is None:
            self._drag = self.set_interval(DRAG_PAUSE, self._drag_on)
        elif not self._drag_by:
            self._end_drag()
            self._reach(event.x, event.y)

    def on_mouse_up(self: TranscriptView, event: events.MouseUp) -> None:
        """End the selection; a click without one folds the turn of a name, or moves there."""
        self._end_drag()
        self.capture_mouse(False)
        if self.selection is not None:
            # Keys draw it on from where it was drawn to.
            self.post_message(self.Moved(self.selection.reach))
        elif self._pressed is not None:
            if self._folding is not None:
                folded = self.shape.folded ^ {self._folding.id}
                self.set_shape(replace(self.shape, folded=folded))
            elif self.offset_of(event.x, event.y) is not None:
                self.post_message(self.Moved(self._pressed))
        self._pressed = None

    def on_click(self: TranscriptView, event: events.Click) -> None:
        """Two clicks take the word, three the sentence."""
        offset = self.offset_of(event.x, event.y)
        if offset is None or self.transcript is None or event.chain < 2:
            return
        if event.chain == 2:
            start, end = word_at(self.transcript.text, offset)
        else:
            start, end = sentence_at(self.transcript, offset)
        self.select(Selection(start, max(start, end - 1)))

    def offset_of(self: TranscriptView, x: int, y: int) -> int | None:
        """The character at a cell of the widget; None where there are no words."""
        if self._layout is None or not 0 <= y - 1 < len(self._rows):
            return None
        row = self._layout.row(self._rows[y - 1])
        if row.kind not in WORDS:
            return None
        line = self._layout.transcript.text[row.start : row.end]
        return row.start + index_at(line, x - self._column.text - row.indent)

    def offset_near(self: TranscriptView, x: int, y: int) -> int | None:
        """The character at a cell, or where the words of a row without any would stand."""
        offset = self.offset_of(x, y)
        if offset is None and self._layout is not None and 0 <= y - 1 < len(self._rows):
            return self._layout.row(self._rows[y - 1]).start
        return offset

    def fold_at(self: TranscriptView, x: int, y: int) -> Turn | None:
        """The turn that a click folds or unfolds: on its name, or beyond its first line."""
        if self._layout is None or not 0 <= y - 1 < len(self._rows) or x < self._column.text:
            return None
        at = self._rows[y - 1]
        row = self._layout.row(at)
        end = column_of(self._layout.transcript.text[row.start : row.end], row.end - row.start)
        beyond = row.kind == "folded" and x > self._column.text + end
        return self._layout.turn(at.place) if row.kind == "name" or beyond else None

    def note_at(self: TranscriptView, x: int, y: int) -> str | None:
        """The note whose sign or margin is at a cell."""
        if not 0 <= y - 1 < len(self._rows) or self._layout is None:
            return None
        if (line := self._margin.get(y - 1)) and x > self._column.text + self._column.measure:
            return line.note
        row = self._layout.row(self._rows[y - 1])
        if row.note is not None:
            return row.note.note
        if x >= self._column.text or row.kind not in WORDS:
            return None
        note = self._notes.at(row.start, row.end)
        return note.id if note else None

    def _reach(self: TranscriptView, x: int, y: int) -> None:
        offset = self.offset_near(x, y)
        if offset is not None and self._pressed is not None and offset != self._pressed:
            self.select(Selection(self._pressed, offset))

    def _drag_on(self: TranscriptView) -> None:
        self.scroll_rows(self._drag_by, follows=False)
        self._reach(self._drag_x, 1 if self._drag_by < 0 else self.size.height - 1)

    def _end_drag(self: TranscriptView) -> None:
        if self._drag is not None:
            self._drag.stop()
            self._drag = None
