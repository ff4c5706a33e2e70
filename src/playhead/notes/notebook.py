"""The notes and corrections of one transcript, on disk at every change, with undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from playhead.notes.changes import (
    Change,
    Outcome,
    apply_change,
    new_id,
    now,
)
from playhead.notes.copies import missing_from
from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import Document
from playhead.notes.file.pieces import Piece
from playhead.notes.kept_file import KeptFile
from playhead.notes.model import Note, NotesError
from playhead.notes.save import Status
from playhead.notes.values import from_note, place_values, selector_values, to_correction, to_note
from playhead.transcript.anchoring.anchor import Anchored, find_anchor, make_selector
from playhead.transcript.citation import heard_at
from playhead.transcript.corrections.applying import Action, Correction
from playhead.transcript.model import Transcript
from playhead.transcript.topics.rulings import RulingAction


@dataclass(frozen=True, slots=True)
class _Anchors:
    """Where some notes were found in the transcript that `key` is made of."""

    key: tuple[object, ...]
    notes: tuple[Note, ...]
    found: dict[str, Anchored]


class Notebook(KeptFile):
    """The notes, corrections and rulings of a transcript, in their file while it is open."""

    def __init__(
        self, path: Path, document: Document, status: Status, transcript: Transcript
    ) -> None:
        """Use `open`."""
        super().__init__(path, document, status, transcript)
        self._made: dict[str, tuple[Piece, Note]] = {}
        self._noted: tuple[Document | None, tuple[Note, ...]] = (None, ())
        self._anchored = _Anchors((), (), {})

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes in the order of the file."""
        # A document is not changed once it is ours, and the screen asks often.
        document, notes = self._noted
        if document is not self._document:
            document = self._document
            notes = tuple(self._to_note(one) for one in document.entries("notes"))
            self._noted = (document, notes)
        return notes

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The person's corrections in the order in which they are applied."""
        return tuple(
            correction
            for one in self._document.entries("corrections")
            if (correction := to_correction(one.values or {}))
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use, the commonest first."""
        counts = Counter(tag for note in self.notes for tag in note.tags)
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))

    def get(self, id: str) -> Note:
        """The note with an id. Raises NotesError."""
        piece = self._document.find("notes", id)
        if piece is None or piece.values is None:
            raise NotesError(f"there is no note {id}")
        return to_note(piece.values)

    def add(
        self, start: int, end: int, note: str = "", tags: Iterable[str] = (), colour: str = ""
    ) -> Note:
        """Add a note on `text[start:end]` of the transcript."""
        stamp = now()
        values: dict[str, Any] = {
            "id": new_id(),
            "created": stamp,
            "updated": stamp,
            **place_values(self._transcript, start, end),
            "note": note,
            "tags": list(tags),
        }
        if colour:
            values["colour"] = colour
        self._change("note", Change("notes", values["id"], None, values))
        return to_note(values)

    def take(self, notes: Iterable[Note]) -> int:
        """Add notes from elsewhere under the ids they have; how many were not here already."""
        here = {note.id for note in self.notes}
        return self._take(
            [
                Change("notes", note.id, None, from_note(note))
                for note in notes
                if note.id not in here
            ]
        )

    def take_copy(self, data: bytes) -> int:
        """Add what another file of notes has and this one has not; how many entries that were.

        A note that says something else there comes beside ours. Raises NotesError.
        """
        return self._take(missing_from(self._document, read_document(data)))

    def _take(self, changes: list[Change]) -> int:
        def add(document: Document) -> Outcome:
            steps = [step for one in changes for step in apply_change(document, one).steps]
            return Outcome(tuple(steps))

        if changes:
            self._do(f"import of {len(changes)} notes", add)
        return len(changes)

    def edit(
        self,
        id: str,
        note: str | None = None,
        tags: Iterable[str] | None = None,
        colour: str | None = None,
        *,
        seen: Note | None = None,
    ) -> Note:
        """Change what is given of a note, and nothing else of it.

        `seen` is the note as the person saw it when they began: what others changed since is
        merged, and where they changed the same, both versions are kept.
        """
        before = self._before(id, seen)
        after = {**before, "updated": now()}
        if note is not None:
            after["note"] = note
        if tags is not None:
            after["tags"] = list(tags)
        if colour is not None and colour != before.get("colour", ""):
            after["colour"] = colour
        self._change("edit of a note", Change("notes", id, before, after))
        return self.get(id)

    def move(self, id: str, start: int, end: int) -> Note:
        """Put a note on another place of the transcript, as for an orphan that was found again."""
        before = self._values("notes", id)
        place = place_values(self._transcript, start, end)
        after = {**before, **place, "updated": now()}
        self._change("move of a note", Change("notes", id, before, after))
        return to_note(after)

    def remove(self, id: str) -> None:
        """Delete a note."""
        before = self._values("notes", id)
        self._change("deletion of a note", Change("notes", id, before, None))

    def correct(
        self, action: Action, start: int, end: int, *, speaker: str = "", to: str = ""
    ) -> Correction:
        """Add a correction of `text[start:end]`."""
        selector = make_selector(self._transcript.text, start, end)
        values: dict[str, Any] = {"id": new_id(), "action": action}
        if action == "rename":
            values |= {"speaker": speaker, "to": to}
        else:
            values |= selector_values(selector)
            if to:
                values["to"] = to
        self._change(f"correction ({action})", Change("corrections", values["id"], None, values))
        correction = to_correction(values)
        assert correction is not None
        return correction

    def rule_topic(
        self,
        action: RulingAction,
        topic: str,
        to: str = "",
        place: tuple[int, int] | None = None,
    ) -> None:
        """Rename or hide a topic, merge it into `to`, or add it to the words at `place`."""
        values: dict[str, Any] = {"id": new_id(), "action": action, "topic": topic}
        if to:
            values["to"] = to
        if place:
            values |= selector_values(make_selector(self._transcript.text, *place))
        change = Change("topics", values["id"], None, values)
        self._change(f"correction (topic {action})", change)

    def anchors(self, transcript: Transcript | None = None) -> dict[str, Anchored]:
        """Where each note is now in the text, by id."""
        transcript = transcript or self._transcript
        key = (transcript.text, transcript.turns, transcript.speakers)
        notes, read = self.notes, self._anchored
        if read.notes is not notes or read.key != key:
            known = read.found if read.key == key else {}
            before = {note.id: note for note in read.notes}
            heard = partial(heard_at, transcript)
            found = {
                note.id: known[note.id]
                if note.id in known and before[note.id] is note
                else find_anchor(transcript.text, note.selector, heard)
                for note in notes
            }
            read = self._anchored = _Anchors(key, notes, found)
        return read.found

    def placed_notes(self, transcript: Transcript | None = None) -> tuple[Note, ...]:
        """The notes with start and end where their words are now; the lost as they were."""
        anchors = self.anchors(transcript)
        return tuple(
            replace(note, start=found.start, end=found.end)
            if (found := anchors[note.id]).start is not None and found.end is not None
            else note
            for note in self.notes
        )

    def _to_note(self, piece: Piece) -> Note:
        """The note of an entry, made once: most stay as they are from one change to the next."""
        made = self._made.get(piece.id)
        if made is None or made[0] is not piece:
            made = self._made[piece.id] = (piece, to_note(piece.values or {}))
        return made[1]

    def _values(self, name: str, id: str) -> dict[str, Any]:
        piece = self._document.find(name, id)
        if piece is None or piece.values is None:
            raise NotesError(f"there is no note {id}")
        return dict(piece.values)

    def _before(self, id: str, seen: Note | None) -> dict[str, Any]:
        """The values of a note as a person saw them, who may not know what others did to it."""
        if seen is None:
            return self._values("notes", id)
        piece = self._document.find("notes", id)
        values = from_note(seen)
        return {**((piece and piece.values) or {}), **values}
