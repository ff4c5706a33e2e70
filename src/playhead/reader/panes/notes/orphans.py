"""The tray for a note that lost its place: its old context, and where it may belong now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from playhead.reader.messages import GoTo, PlaceNote
from playhead.reader.panes.excerpt import folded
from playhead.reader.panes.looks import voice_style
from playhead.reader.panes.pane import Pane
from playhead.reader.panes.places import time_of, turn_at
from playhead.reader.panes.row_list import RowList
from playhead.text import one_line
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from playhead.reader.panes.notes.rows import NoteLine

AROUND = 40
"""Characters of context shown beside a candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the note may belong to. `score` is 0 to 1."""

    start: int
    end: int
    score: float


class OrphanTray(Pane):
    """Old words above, candidates below; moving previews, Enter accepts."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "A note without a place"
    TITLE = "WHERE DOES IT BELONG?"
    BINDINGS = [
        Binding("enter", "accept", "put it here", id="orphan.accept"),
        Binding("escape", "leave", "leave it", id="orphan.leave"),
    ]

    @dataclass
    class Closed(Message):
        """The tray is left."""

    def __init__(self, transcript: Transcript, *, id: str | None = None) -> None:
        """An empty tray; `show_note` fills it."""
        super().__init__(id=id)
        self._transcript = transcript
        self._note = ""

    def contents(self) -> Iterable[Widget]:
        """The words it stood on, and the candidates."""
        yield Static(Content(""), id="orphan-words")
        yield RowList[Candidate](
            self._draw,
            height=4,
            empty="Nothing like it is left in the text. Select its new place and write it again.",
            id="orphan-rows",
        )

    def show_note(self, line: NoteLine, transcript: Transcript) -> None:
        """Show a note that lost its place, and its candidates in `transcript`."""
        note = line.note
        self._note = note.id
        self._transcript = transcript
        words = Content.assemble(
            (f"…{one_line(note.prefix)} ", "$foreground-muted"),
            (one_line(note.quote), "bold"),
            (f" {one_line(note.suffix)}…", "$foreground-muted"),
        )
        self.query_one("#orphan-words", Static).update(words)
        self._rows.set_rows([Candidate(*one) for one in line.anchored.candidates])

    def focus(self, scroll_visible: bool = True) -> OrphanTray:
        """Give the keys to the candidates and preview the best."""
        self._rows.focus(scroll_visible)
        # Later: what is posted while the parent is at work stops at the parent.
        self.call_later(self._preview)
        return self

    def action_accept(self) -> None:
        """Put the note on the place under the cursor."""
        if place := self._rows.row:
            self._accept(place)

    def action_leave(self) -> None:
        """Leave the note without a place."""
        self.post_message(self.Closed())

    def action_put_away(self) -> None:
        """The same as leaving."""
        self.action_leave()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._preview()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._accept(event.row)

    @property
    def _rows(self) -> RowList[Candidate]:
        return self.query_one("#orphan-rows", RowList)

    def _accept(self, place: Candidate) -> None:
        self.post_message(PlaceNote(self._note, place.start, place.end))
        self.post_message(self.Closed())

    def _preview(self) -> None:
        if place := self._rows.row:
            self.post_message(GoTo(place.start, remember=False))

    def _draw(self, place: Candidate, width: int) -> list[Content]:
        text = self._transcript.text
        turn = turn_at(self._transcript, place.start)
        name = self._transcript.name_of(turn.speaker) if turn else ""
        time = time_of(self._transcript, place.start)
        head = Content.assemble(
            (f"{place.score:.0%} alike  ", "bold"),
            (one_line(name), voice_style(self._transcript, turn.speaker if turn else None)),
        ).truncate(max(1, width - len(time) - 2), ellipsis=True, pad=True)
        around = Content.assemble(
            (f"…{text[max(0, place.start - AROUND) : place.start]}", "$foreground-muted"),
            (text[place.start : place.end], "bold"),
            (f"{text[place.end : place.end + AROUND]}…", "$foreground-muted"),
        )
        flat = Content(around.plain.replace("\n", " "), list(around.spans))
        lines = [Content("  ") + line for line in folded(flat, width - 3)[:2]]
        return [Content.assemble(head, " ", (time, "$foreground-muted")), *lines, Content("")]
