"""Notes from the app's side: the editor opened, saved, left; notes on the text and on the bar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from playhead.reader.panes.places import time_of, turn_at
from playhead.reader.reading import PlacedNote
from playhead.text import one_line

if TYPE_CHECKING:
    from playhead.notes import Note, Notebook
    from playhead.notes.drafts import Draft
    from playhead.reader.app import PlayheadApp
    from playhead.reader.messages import (
        DropDraft,
        EditNote,
        NoteDrafted,
        NoteLeft,
        NoteSaved,
        OpenDraft,
        PlaceNote,
        RemoveNote,
        TopicRuled,
    )
    from playhead.reader.panes.note_editor import NoteEditor


DRAFT_SHOWN = 30
"""Characters of a draft by which its writer knows it again."""


@dataclass(frozen=True, slots=True)
class Editing:
    """What is in the editor: where it belongs, the note as it was seen, the draft gone on with."""

    start: int
    end: int
    seen: Note | None
    draft: Draft | None

    @property
    def as_it_began(self) -> Note | None:
        """The note before any of what is in the editor was typed."""
        if self.seen is None or self.draft is None or self.draft.note != self.seen.id:
            return self.seen
        return replace(self.seen, note=self.draft.began)


class Noting:
    """The app's part that writes notes."""

    _editing: Editing | None = None

    @property
    def draft_in_hand(self) -> str:
        """The name of the draft that is in the editor, if any."""
        return self._editing.draft.name if self._editing and self._editing.draft else ""

    def show_notes(self: PlayheadApp, placed: tuple[PlacedNote, ...]) -> None:
        """Show the notes as they are on disk."""
        self.reading.notes = placed
        self.view.show_notes(placed)
        self.scrub.show_notes([one.start for one in placed])
        self.show_title()
        self.show_drafts()

    def show_drafts(self: PlayheadApp) -> None:
        """Show what is not saved, beside what is."""
        pane: Any = self.desk.panes.get("notes")
        if pane is not None:
            pane.reload(self.keeper.notebook, drafts=self.keeper.drafts)
        self.show_title()

    def offer_drafts(self: PlayheadApp) -> None:
        """Tell of what was typed before and not saved."""
        newest = one_line(self.keeper.drafts[-1].text)[:DRAFT_SHOWN]
        self.say(f"Unsaved: “{newest}…” · go on with it from the notes", stays=True)

    def edit_note_named(self: PlayheadApp, id: str) -> None:
        """Edit the note with an id."""
        for note in self.reading.notes:
            if note.id == id:
                self.edit_note(note.start, note.end, id)

    def edit_note(self: PlayheadApp, start: int, end: int, id: str | None) -> None:
        """Open the editor on `text[start:end]`; `id` is the note that stands there, if any.

        What was typed here before and not saved is gone on with.
        """
        if self.keeper.notebook is None and self.keeper.problem:
            self.say(self.keeper.problem)
            return
        self.keeper.when_open(lambda: self._edit(start, end, id, self._draft(start, end, id)))

    def on_open_draft(self: PlayheadApp, event: OpenDraft) -> None:
        """Go on with a draft."""
        for draft in self.keeper.drafts:
            if draft.name == event.name and self.keeper.notebook is not None:
                from playhead.notes.drafts import place_of

                there = any(note.id == draft.note for note in self.keeper.notebook.notes)
                place = place_of(draft, self.reading.transcript.text)
                self.reveal(place[0])
                self.go_to(place[0])
                self._edit(*place, draft.note if there else None, draft)

    def on_drop_draft(self: PlayheadApp, event: DropDraft) -> None:
        """Throw a draft away, if it is meant."""
        from playhead.reader.dialogs.confirm import ConfirmDialog

        def answered(yes: bool | None) -> None:
            for draft in self.keeper.drafts:
                if yes and draft.name == event.name:
                    self.keeper.forget_draft(draft)

        question = "Throw this draft away? It was never saved."
        self.ask(ConfirmDialog(question, "throw it away", "keep it"), answered)

    def _edit(self: PlayheadApp, start: int, end: int, id: str | None, draft: Draft | None) -> None:
        notebook = self.keeper.notebook
        assert notebook is not None
        if draft is not None and id is None:
            from playhead.notes.drafts import place_of

            start, end = place_of(draft, self.reading.transcript.text)
        self.say("")
        self.player.stop()
        seen = next((one for one in notebook.notes if one.id == id), None)
        self._editing = Editing(start, end, seen, draft)
        self.open_pane("editor", self._fill_editor)

    def _fill_editor(self: PlayheadApp, editor: NoteEditor) -> None:
        from playhead.reader.panes.note_editor import NoteDraft

        if self._editing is None:
            return
        start, seen, draft = self._editing.start, self._editing.seen, self._editing.draft
        transcript = self.reading.transcript
        turn = turn_at(transcript, start)
        name = transcript.name_of(turn.speaker) if turn else ""
        notebook = self.keeper.notebook
        editor.edit(
            transcript.text[start : self._editing.end],
            f"{name} {time_of(transcript, start)}",
            NoteDraft(seen.note, seen.tags, seen.colour) if seen else None,
            draft=NoteDraft(draft.text, draft.tags, draft.colour) if draft else None,
            known_tags=notebook.tags if notebook else (),
        )
        editor.focus()
        self.view.go(self.reading.position, jump=True)

    def on_note_saved(self: PlayheadApp, event: NoteSaved) -> None:
        """Save what is in the editor, then put it away; what cannot be saved is kept a draft."""
        if self._editing is None:
            return
        editor: Any = self.desk.panes["editor"]
        self.keep_draft()
        editing = self._editing

        def job(book: Notebook) -> Any:
            if editing.seen is None:
                span = (editing.start, editing.end)
                return book.add(*span, event.text, event.tags, event.colour)
            content = (event.text, event.tags, event.colour)
            return book.edit(editing.seen.id, *content, seen=editing.as_it_began)

        def done(_: Any) -> None:
            if editing.draft is not None:
                self.keeper.forget_draft(editing.draft)
            if self._editing is editing:
                editor.mark_saved()
                self._close_editor()

        def failed(reason: str) -> None:
            if self._editing is editing:
                editor.mark_failed(reason)
                editor.focus()

        # What is typed while the disk is waited for is meant for the text.
        self.screen.set_focus(self.view)
        self.keeper.change("note saved", job, done, failed)

    def on_note_left(self: PlayheadApp, event: NoteLeft) -> None:
        """Put the editor away; what was not saved stays as a draft."""
        editor: Any = self.desk.panes["editor"]
        if editor.is_changed:
            self.keep_draft()
            self.say("Not saved; kept as a draft for this place.")
        elif self._editing is not None and self._editing.draft is not None:
            self.keeper.forget_draft(self._editing.draft)
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
        """A topic is to be called otherwise, to be a part of another, none, or that of the turn."""
        done = {"rename": "renamed", "merge": "merged", "hide": "hidden", "add": "added"}
        turn = turn_at(self.reading.transcript, self.reading.position)
        place = (turn.start, turn.end) if turn and event.action == "add" else None
        if event.action == "add" and place is None:
            return
        self.keeper.change(
            f"topic {done[event.action]}; u takes it back",
            lambda book: book.rule_topic(event.action, event.topic, event.to, place),
            lambda _: self.reopen(),
        )

    def _close_editor(self: PlayheadApp) -> None:
        self._editing = None
        self.show_title()
        self.view.select(None)
        self.desk.close("editor")

    def keep_draft(self: PlayheadApp) -> None:
        """Write down what stands unsaved in the editor."""
        editor: Any = self.desk.panes.get("editor")
        editing = self._editing
        if editing is None or editor is None or not editor.is_changed:
            return
        from playhead.notes.drafts import new_draft

        content = editor.content
        draft = new_draft(
            self.reading.transcript,
            editing.start,
            editing.end,
            editing.seen.id if editing.seen else "",
            text=content.text,
            tags=content.tags,
            colour=content.colour,
            began=editing.as_it_began.note if editing.as_it_began else "",
        )
        if editing.draft is not None and editing.draft.name != draft.name:
            self.keeper.forget_draft(editing.draft)
        self._editing = replace(editing, draft=draft)
        self.keeper.keep_draft(draft)

    def _draft(self: PlayheadApp, start: int, end: int, id: str | None) -> Draft | None:
        """What was typed at this place, or in this turn, and not saved."""
        text = self.reading.transcript.text
        for draft in reversed(self.keeper.drafts):
            if id is not None or draft.note:
                if draft.note == id:
                    return draft
                continue
            from playhead.notes.drafts import place_of

            low, high = place_of(draft, text)
            if low < end and start < high:
                return draft
        return None
