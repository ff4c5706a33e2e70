"""Notes from the app's side: the editor opened, saved, left; notes on the text and on the bar."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from playhead.reader.panes.places import time_of, turn_at
from playhead.reader.reading import PlacedNote
from playhead.storage import make_folder, state_folder

if TYPE_CHECKING:
    from playhead.notes import Notebook
    from playhead.reader.app import PlayheadApp
    from playhead.reader.messages import (
        EditNote,
        NoteDrafted,
        NoteLeft,
        NoteSaved,
        PlaceNote,
        RemoveNote,
        TopicRuled,
    )
    from playhead.reader.panes.note_editor import NoteDraft, NoteEditor


class Noting:
    """The app's part that writes notes."""

    _editing: tuple[int, int, str | None] | None = None

    def show_notes(self: PlayheadApp, placed: tuple[PlacedNote, ...]) -> None:
        """Show the notes as they are on disk."""
        self.reading.notes = placed
        self.view.show_notes(placed)
        self.scrub.show_notes([one.start for one in placed])
        pane: Any = self.desk.panes.get("notes")
        if pane is not None:
            pane.reload(self.keeper.notebook)

    def edit_note_named(self: PlayheadApp, id: str) -> None:
        """Edit the note with an id."""
        for note in self.reading.notes:
            if note.id == id:
                self.edit_note(note.start, note.end, id)

    def edit_note(self: PlayheadApp, start: int, end: int, id: str | None) -> None:
        """Open the editor on `text[start:end]`; `id` is the note that stands there, if any."""
        if self.keeper.notebook is None and self.keeper.problem:
            self.say(self.keeper.problem)
            return
        self._editing = (start, end, id)
        self.keeper.when_open(lambda: self.open_pane("editor", self._fill_editor))

    def _fill_editor(self: PlayheadApp, editor: NoteEditor) -> None:
        from playhead.reader.panes.note_editor import NoteDraft

        if self._editing is None:
            return
        start, end, id = self._editing
        note = None
        if id is not None:
            here = next(one for one in self.reading.notes if one.id == id)
            note = NoteDraft(here.words, here.tags, here.colour)
        transcript = self.reading.transcript
        turn = turn_at(transcript, start)
        name = transcript.name_of(turn.speaker) if turn else ""
        notebook = self.keeper.notebook
        editor.edit(
            transcript.text[start:end],
            f"{name} {time_of(transcript, start)}",
            note,
            draft=self._draft(start, end),
            known_tags=notebook.tags if notebook else (),
        )
        editor.focus()
        self.view.go(self.reading.position, jump=True)

    def on_note_saved(self: PlayheadApp, event: NoteSaved) -> None:
        """Save what is in the editor, then put it away."""
        if self._editing is None:
            return
        start, end, id = self._editing
        editor: Any = self.desk.panes["editor"]

        def job(book: Notebook) -> Any:
            if id is None:
                return book.add(start, end, event.text, event.tags, event.colour)
            return book.edit(id, event.text, event.tags, event.colour)

        def done(_: Any) -> None:
            editor.mark_saved()
            self._forget_draft()
            self._close_editor()

        self.keeper.change("note saved", job, done, editor.mark_failed)

    def on_note_left(self: PlayheadApp, event: NoteLeft) -> None:
        """Put the editor away; what was not saved stays as a draft."""
        if event.text:
            self.keep_draft()
            self.say("Not saved; kept as a draft for this place.")
        self._close_editor()

    def on_note_drafted(self: PlayheadApp, event: NoteDrafted) -> None:
        """Keep what is being typed, should anything happen."""
        self.keep_draft()

    def on_edit_note(self: PlayheadApp, event: EditNote) -> None:
        """The notes pane wants a note edited."""
        self.edit_note_named(event.id)

    def on_remove_note(self: PlayheadApp, event: RemoveNote) -> None:
        """The notes pane wants a note deleted."""
        id = event.id
        self.keeper.change("note deleted; u brings it back", lambda book: book.remove(id))

    def on_place_note(self: PlayheadApp, event: PlaceNote) -> None:
        """A lost note has found its place."""
        id, start, end = event.id, event.start, event.end
        self.keeper.change("note put there", lambda book: book.move(id, start, end))

    def on_topic_ruled(self: PlayheadApp, event: TopicRuled) -> None:
        """A topic is to be called otherwise, to be a part of another, or none."""
        done = {"rename": "renamed", "merge": "merged", "hide": "hidden"}[event.action]
        self.keeper.change(
            f"topic {done}; u takes it back",
            lambda book: book.rule_topic(event.action, event.topic, event.to),
            lambda _: self.reopen(),
        )

    def _close_editor(self: PlayheadApp) -> None:
        self._editing = None
        self.view.select(None)
        self.desk.close("editor")

    def keep_draft(self: PlayheadApp) -> None:
        """Write down what stands unsaved in the editor."""
        editor: Any = self.desk.panes.get("editor")
        if self._editing is None or editor is None or not editor.is_changed:
            return
        start, end, _ = self._editing
        draft = editor.content
        sha256 = self.reading.transcript.origin.sha256
        kept = {
            "transcript": sha256,
            "start": start,
            "end": end,
            "text": draft.text,
            "tags": list(draft.tags),
            "colour": draft.colour,
        }
        with contextlib.suppress(OSError):
            file = make_folder(state_folder()) / "draft.json"
            file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    def _draft(self: PlayheadApp, start: int, end: int) -> NoteDraft | None:
        from playhead.reader.panes.note_editor import NoteDraft

        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads((state_folder() / "draft.json").read_text(encoding="utf-8"))
            sha256 = self.reading.transcript.origin.sha256
            if (kept["transcript"], kept["start"], kept["end"]) == (sha256, start, end):
                return NoteDraft(str(kept["text"]), tuple(kept["tags"]), str(kept["colour"]))
        return None

    def _forget_draft(self: PlayheadApp) -> None:
        with contextlib.suppress(OSError):
            (state_folder() / "draft.json").unlink(missing_ok=True)
