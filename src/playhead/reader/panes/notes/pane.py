"""The notes pane: all notes, by place or by age, by tag; each jumps, is edited or deleted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from playhead.reader.messages import DropDraft, EditNote, GoTo, OpenDraft, RemoveNote
from playhead.reader.panes.filtered import FilteredPane
from playhead.reader.panes.notes.orphans import OrphanTray
from playhead.reader.panes.notes.rows import (
    NoteLine,
    Order,
    draft_line,
    draw_line,
    line_height,
    note_lines,
    shown_lines,
)
from playhead.reader.panes.row_list import RowList
from playhead.text import one_line
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from playhead.notes.drafts import Draft
    from playhead.notes.model import Note
    from playhead.transcript.anchoring.anchor import Anchored


class Notes(Protocol):
    """What the pane needs of a notebook."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags in use, the commonest first."""

    def anchors(self, transcript: Transcript) -> Mapping[str, Anchored]:
        """Where each note is found, by id."""


class NotesPane(FilteredPane):
    """A list of notes. `reload` after the notebook or the transcript changed."""

    DEFAULT_CSS = Path(__file__).with_name("notes.tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "Notes"
    TITLE = "NOTES"
    BINDINGS = [
        Binding("enter", "go", "go", show=False, id="notes.go"),
        Binding("e", "edit", "edit", id="notes.edit"),
        Binding("d,delete", "remove", "delete", id="notes.remove"),
        Binding("s", "order", "sort", id="notes.order"),
        Binding("t", "next_tag", "tag", id="notes.tag"),
        Binding("f", "filter", "filter", id="notes.filter"),
    ]

    def __init__(
        self,
        notebook: Notes | None,
        transcript: Transcript,
        *,
        drafts: Sequence[Draft] = (),
        id: str | None = None,
    ) -> None:
        """`notebook` is None where the notes cannot be read; `drafts` are shown first."""
        super().__init__(id=id)
        self.order: Order = "place"
        self.tag = ""
        self._notebook = notebook
        self._transcript = transcript
        self._drafts = drafts
        self._lines: dict[str, NoteLine] = {}
        self._places: list[int] = []
        self._is_stale = True

    def contents(self) -> Iterable[Widget]:
        """A line to filter by, hidden until wanted, the notes, the tray for lost ones."""
        yield self.filter_line()
        yield RowList[NoteLine](
            partial(draw_line, self._transcript), height=line_height, id="notes-rows"
        )
        tray = OrphanTray(self._transcript)
        tray.display = False
        yield tray

    def on_mount(self) -> None:
        """Show the notes, if they are to be seen."""
        if self.display:
            self._show()

    def before_shown(self) -> None:
        """Show what changed while the pane was out of sight."""
        if self._is_stale:
            self._show(self._rows.row)

    def reload(
        self,
        notebook: Notes | None = None,
        transcript: Transcript | None = None,
        drafts: Sequence[Draft] | None = None,
    ) -> None:
        """Show the notes as they are now; the cursor stays on its note."""
        self._notebook = notebook or self._notebook
        self._drafts = self._drafts if drafts is None else drafts
        if transcript is not None:
            self._transcript = transcript
        self._is_stale = True
        if self.display and self.is_mounted:
            self._show(self._rows.row)

    def follow(self, offset: int) -> None:
        """Bring the last note before `offset` into view, unless the person looks around here."""
        if not self.is_mounted or self.order != "place" or self._rows.has_focus:
            return
        first = len(self._rows.rows) - len(self._places)
        self._rows.move_to(first + max(0, bisect_right(self._places, offset) - 1), tell=False)

    def show_note(self, id: str) -> None:
        """Put the cursor on a note."""
        for index, line in enumerate(self._rows.rows):
            if line.note.id == id:
                self._rows.move_to(index, tell=False)

    def focus(self, scroll_visible: bool = True) -> NotesPane:
        """Give the keys to the list."""
        self._rows.focus(scroll_visible)
        return self

    def action_go(self) -> None:
        """Go to the note's place, or to the tray where it has none."""
        if line := self._rows.row:
            self._go(line)

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        if line := self._rows.row:
            self.post_message(OpenDraft(line.draft) if line.draft else EditNote(line.note.id))

    def action_remove(self) -> None:
        """Delete the note under the cursor; undo brings it back."""
        if line := self._rows.row:
            self.post_message(DropDraft(line.draft) if line.draft else RemoveNote(line.note.id))

    def action_order(self) -> None:
        """By place, or the newest first."""
        self.order = "written" if self.order == "place" else "place"
        self._show(self._rows.row)

    def action_next_tag(self) -> None:
        """Only notes with the next tag, after the last one all again."""
        tags = ["", *(self._notebook.tags if self._notebook else ())]
        place = tags.index(self.tag) if self.tag in tags else 0
        self.tag = tags[(place + 1) % len(tags)]
        self._show()

    def action_leave(self) -> None:
        """End the tray, then the filter by words, then that by tag, then leave."""
        if self._tray.display:
            self._close_tray()
        elif self.tag and not self._line.display:
            self.tag = ""
            self._show(self._rows.row)
            self._rows.focus()
        else:
            super().action_leave()

    @on(RowList.Chosen, "#notes-rows")
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._go(event.row)

    @on(OrphanTray.Closed)
    def _tray_closed(self, event: OrphanTray.Closed) -> None:
        event.stop()
        self._close_tray()

    @property
    def _rows(self) -> RowList[NoteLine]:
        return self.query_one("#notes-rows", RowList)

    @property
    def _tray(self) -> OrphanTray:
        return self.query_one(OrphanTray)

    def _go(self, line: NoteLine) -> None:
        if line.draft:
            self.post_message(OpenDraft(line.draft))
        elif line.is_lost:
            self._tray.show_note(line, self._transcript)
            self._show_tray(True)
            self._tray.focus()
        elif line.place is not None:
            self.post_message(GoTo(line.place))

    def _close_tray(self) -> None:
        self._show_tray(False)
        self._rows.focus()

    def _show_tray(self, shown: bool) -> None:
        self._tray.display = shown
        self.set_class(shown, "-placing")

    def _show(self, keep: NoteLine | None = None) -> None:
        self._is_stale = False
        self._rows.draw_row = partial(draw_line, self._transcript)
        notes = self._notebook.notes if self._notebook else ()
        anchors = self._notebook.anchors(self._transcript) if self._notebook else {}
        self._lines = note_lines(notes, anchors, self._lines)
        drafts = [draft_line(draft) for draft in reversed(self._drafts)]
        lines = shown_lines(self._lines.values(), self.order, self.tag, self._words)
        lost = next((at for at, line in enumerate(lines) if not line.is_lost), len(lines))
        self._places = [line.anchored.start or 0 for line in lines[lost:]]
        rows = [*drafts, *lines]
        kept = (keep.note.id, keep.draft) if keep else None
        ids = ((line.note.id, line.draft) for line in rows)
        place = next((at for at, id in enumerate(ids) if id == kept), self._rows.cursor)
        self._rows.empty = self._why_empty(bool(notes))
        self._rows.set_rows(rows, place, keep_scroll=True)
        self._say_count(len(lines), len(notes), lost)

    def _say_count(self, shown: int, total: int, lost: int) -> None:
        count = f"{shown} of {total}" if shown != total else str(total)
        tag = f"  #{one_line(self.tag)}" if self.tag else ""
        order = "  newest first" if self.order == "written" else ""
        self.say_title(
            (f"  {count}" if total else "", "$foreground-muted"),
            (tag, "$text-accent"),
            (order, "$foreground-muted"),
            (f"  {lost} without a place" if lost else "", "$text-warning"),
        )

    def _why_empty(self, any_notes: bool) -> str:
        if self._notebook is None:
            return "The notes file cannot be read; see the message below the text."
        if any_notes:
            return "No note fits. Escape shows all."
        key = self.key_of("write.note", "a")
        return f"No notes yet. {key} writes one on the turn or on what is selected."
