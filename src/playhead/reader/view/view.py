"""The transcript on the screen: one widget that wraps and draws only what is in sight.

The place is an offset into the text. Which row is on top follows from it, so nothing is lost by a
resize, a fold or a filter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from playhead.reader.reading import PlacedNote, Reading
from playhead.reader.takes_keys import TakesKeys
from playhead.reader.view.draw import GUTTER, Column
from playhead.reader.view.layout import WORDS, At, Layout, Shape
from playhead.reader.view.margin import MARGIN, NoteLine, PlacedNotes, is_told, margin_lines
from playhead.reader.view.overlays import Layer, Overlay
from playhead.reader.view.painting import LineKey, Painting
from playhead.reader.view.palette import component_classes, voice_looks
from playhead.reader.view.pointing import Pointing
from playhead.reader.view.selecting import Selection
from playhead.transcript.model import Transcript, Turn

ABOVE = 0.25
"""Share of the height at which a place jumped to is shown."""


class TranscriptView(TakesKeys, Pointing, Painting, Widget, can_focus=True):
    """The text being read, with the line we are on."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    COMPONENT_CLASSES = component_classes()
    ALLOW_SELECT = False
    # Its size is given to it: nothing is laid out again because it has changed.
    virtual_size = Reactive(Size(0, 0))

    @dataclass
    class Moved(Message):
        """The person moved in the text itself, by wheel or click."""

        offset: int

    class Selected(Message):
        """What is selected has changed."""

    @dataclass
    class NoteClicked(Message):
        """The person clicked the sign of a note."""

        id: str

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to read yet."""
        super().__init__(id=id)
        self.reading: Reading | None = None
        self.shape = Shape()
        self.selection: Selection | None = None
        self._layout: Layout | None = None
        self._offset = 0
        self._at = At(0, 0)
        self._top = At(0, 0)
        self._rows: list[At] = []
        self._margin: dict[int, NoteLine] = {}
        self._voices: dict[str, str] = {}
        self._notes = PlacedNotes()
        self._hits = Layer()
        self._lit = Layer()
        self._fitted = Size(0, 0)
        self._seen: list[LineKey] = []
        self._strips: dict[LineKey, Strip] = {}

    @property
    def transcript(self) -> Transcript | None:
        """What is read."""
        return self._layout.transcript if self._layout else None

    def show(self, reading: Reading) -> None:
        """Show `reading` anew: another transcript, another filter; the place stays."""
        self.reading = reading
        self._voices = voice_looks([one.id for one in reading.transcript.speakers])
        self._reshape()

    def set_shape(self, shape: Shape) -> None:
        """Wrap and fold as `shape` says."""
        self.shape = shape
        self._reshape()

    def show_notes(self, notes: Sequence[PlacedNote]) -> None:
        """Mark the words that notes stand on; `notes` rise by place."""
        self._notes = PlacedNotes(notes)
        self._forget()
        if self.has_margin or self._layout is None or not self._layout.shown:
            self._settle()
            return
        # The lines above stay where they are; those below make room for a note.
        place, rows = self._top.place, self._layout.block(self._top.place)[: self._top.row]
        self._layout = self._laid_out(self._layout.shown)
        row = self._layout.past(place, sum(one.note is None for one in rows))
        self._top, self._at = At(place, row), self._layout.locate(self._offset)
        ahead = self._layout.distance(self._top, self._at, 3 * self._height)
        if not 0 <= ahead < self._height:
            self._show_at(int(self._height * ABOVE))
        self._settle()

    def show_hits(self, overlays: Sequence[Overlay]) -> None:
        """Mark the words that a search found."""
        self._hits = Layer(overlays)
        self._redraw()

    def light(self, sentence: tuple[int, int] | None, word: tuple[int, int] | None = None) -> None:
        """Light what is being spoken."""
        self._lit = Layer(
            Overlay(*span, look)
            for span, look in ((sentence, "sentence"), (word, "word"))
            if span is not None
        )
        self._redraw()

    def select(self, selection: Selection | None) -> None:
        """Show a selection, or none."""
        self.selection = selection
        self._redraw()
        self.post_message(self.Selected())

    def go(self, offset: int, *, jump: bool) -> None:
        """Be at `offset`. A jump shows it at a quarter of the height, else the text barely moves."""
        self._offset = offset
        if self._layout is None or not self._layout.shown:
            return
        self._at = self._layout.locate(offset)
        height = self._height
        ahead = self._layout.distance(self._top, self._at, 3 * height)
        if jump and not 2 <= ahead < height // 2:
            self._show_at(int(height * ABOVE))
        elif ahead < min(3, height // 3):
            self._show_at(min(3, height // 3))
        elif ahead > height - 4:
            self._show_at(max(0, height - 4))
        self._note_rows()
        self._refresh_changed()

    def row_offset(self, by: int) -> int:
        """The offset of the row of words `by` rows from here."""
        if self._layout is None or not self._layout.shown:
            return 0
        return self._layout.row(self._layout.next_words(self._at, by)).start

    def page(self, share: float) -> int:
        """Turn `share` of a page, the line we are on staying where it is; the offset there."""
        if self._layout is None or not self._layout.shown:
            return 0
        by = int((self._height - 2) * share)
        self._top = self._layout.step(self._top, by)
        at = self._layout.step(self._at, by)
        if self._layout.row(at).kind not in WORDS:
            at = self._layout.next_words(at, 1 if by > 0 else -1)
            if self._layout.row(at).kind not in WORDS:
                at = self._layout.next_words(at, -1 if by > 0 else 1)
        return self._layout.row(at).start

    @property
    def pinned(self) -> Turn | None:
        """The question whose answer is read, when it is above what is in sight."""
        if self._layout is None or self.reading is None or not self._rows:
            return None
        top = self._layout.row(self._rows[0]).start
        question = self.reading.question_at(top)
        return question if question and question.end < top else None

    def scroll_rows(self, by: int, *, follows: bool = True) -> None:
        """Move the text by rows; if the line we are on `follows`, it stays in sight."""
        if self._layout is None or not self._layout.shown:
            return
        self._top = self._layout.step(self._top, by)
        ahead = self._layout.distance(self._top, self._at, 3 * self._height)
        if follows and (ahead < 1 or ahead > self._height - 3):
            at = self._layout.step(self._top, 2 if ahead < 1 else self._height - 4)
            at = self._layout.next_words(at, 1 if ahead < 1 else -1)
            self.post_message(self.Moved(self._layout.row(at).start))
        self._settle()

    @property
    def has_margin(self) -> bool:
        """Whether notes stand beside their lines."""
        return self.size.width >= GUTTER + self.shape.measure + MARGIN + 8

    @property
    def _height(self) -> int:
        return max(1, self.size.height - 1)

    @property
    def _column(self) -> Column:
        measure = max(20, min(self.shape.measure, self.size.width - GUTTER - 2))
        taken = GUTTER + measure + (MARGIN + 2 if self.has_margin else 0)
        return Column(max(0, (self.size.width - taken) // 2), measure)

    def _reshape(self) -> None:
        if self.reading is not None and self.size.width:
            self._fit()
            self.refresh()

    def _fit(self) -> None:
        """Lay the text out for the size there is; the line we are on stays where it was."""
        assert self.reading is not None
        ahead = 0
        if self._layout is not None and self._layout.shown:
            ahead = self._layout.distance(self._top, self._at, 3 * self._height)
        self._forget()
        self._fitted = self.size
        self._layout = self._laid_out(self.reading.shown())
        if self._layout.shown:
            self._at = self._layout.locate(self._offset)
            self._show_at(ahead if 0 < ahead < self._height else int(self._height * ABOVE))
        self._note_lines()

    def _laid_out(self, shown: Sequence[int]) -> Layout:
        assert self.reading is not None
        shape = replace(self.shape, measure=self._column.measure)
        under = None if self.has_margin else self._notes
        return Layout(self.reading.transcript, shown, shape, under)

    def _show_at(self, rows: int) -> None:
        """Put the line we are on `rows` below the top."""
        assert self._layout is not None
        self._top = self._layout.step(self._at, -rows)

    def _settle(self) -> None:
        self._note_lines()
        self.refresh()

    def _note_lines(self) -> None:
        """Note what each line of the screen shows."""
        self._note_rows()
        self._seen = self._lines_seen()

    def _note_rows(self) -> None:
        self._rows = []
        if self._layout is not None and self._layout.shown:
            at = self._top
            for _ in range(self._height):
                self._rows.append(at)
                after = self._layout.step(at, 1)
                if after == at:
                    break
                at = after
        self._margin = {}
        if self.has_margin and self._layout is not None and self.reading is not None:
            self._margin = margin_lines(self._notes_in_sight(), self._height)

    def _notes_in_sight(self) -> list[tuple[int, PlacedNote]]:
        assert self._layout is not None
        found: list[tuple[int, PlacedNote]] = []
        for y, at in enumerate(self._rows):
            row = self._layout.row(at)
            if row.kind in WORDS:
                begun = self._notes.begun_in(row.start, row.end)
                found += [(y, note) for note in begun if is_told(note)]
        return found

    def on_resize(self) -> None:
        """Wrap again, if nothing was painted at the new size before it was told."""
        if self._fitted != self.size:
            self._reshape()

    def notify_style_update(self) -> None:
        """Read the looks again: the theme may be another."""
        super().notify_style_update()
        self._palette = None
        self._forget()

    def _redraw(self) -> None:
        """Draw the rows anew: what is laid over their words is another."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        self._strips.clear()
        self._pen = None
