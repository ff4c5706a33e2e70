"""A file of notes while it is open: written at every change, read again when others write, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Self

from playhead.files import read_bytes
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.notes.changes import Change, Outcome, Step, apply_change, take_back
from playhead.notes.copies import told_copies
from playhead.notes.file.checking import find_faults
from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import Document, new_document
from playhead.notes.file.rereading import reread
from playhead.notes.location import find_notes_file, follow, notes_folder, remember
from playhead.notes.model import NotesError
from playhead.notes.save import Status, locked, save, status_of, sweep
from playhead.storage import make_folder
from playhead.transcript.model import Transcript

_Done = tuple[str, tuple[Step, ...]]
"""A change in words, and its steps."""


class KeptFile:
    """A file of entries on disk. Every changing call is on disk when it returns."""

    def __init__(
        self, path: Path, document: Document, status: Status, transcript: Transcript
    ) -> None:
        """Use `open`."""
        self.path = path
        self._document = document
        self._transcript = transcript
        self._status = status
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self.conflicts: list[str] = []
        """What was said where another program had changed the same entry; the newest last."""

    @classmethod
    def open(cls, transcript: Transcript, path: Path | str | None = None) -> Self:
        """Open the notes of `transcript`, at `path` or where they lie.

        Raises NotesError, with line and column, where the file cannot be read.
        """
        origin = transcript.origin
        file = Path(path) if path else find_notes_file(origin.path, origin.sha256)
        try:
            sweep(file)
            # Looked at first: what is written while we read must be seen as a change.
            status = status_of(file)
            follow(file, origin.path, origin.sha256)
        except OSError as error:
            raise NotesError(f"cannot be read: {(error.strerror or '').lower()}") from None
        return cls(file, _read(file) or _new(transcript), status, transcript)

    @property
    def problems(self) -> tuple[str, ...]:
        """Entries that could not be read; they are kept as they stand."""
        return tuple(self._document.problems)

    def copies(self) -> tuple[str, ...]:
        """What a sync service left beside the file and is not in it, a line each."""
        return tuple(told_copies(self.path, self._document))

    def faults(self) -> tuple[str, ...]:
        """What the entries say less than they should, a line each, with line and column."""
        return tuple(find_faults(self._document))

    def undo(self) -> str | None:
        """Take the last change back; the words say what it was, None that there was none."""
        return self._walk(self._done, self._undone)

    def redo(self) -> str | None:
        """Do the last undone change again; the words say what it was, None that there was none."""
        return self._walk(self._undone, self._done)

    def _walk(self, source: list[_Done], target: list[_Done]) -> str | None:
        if not source:
            return None
        words, steps = source[-1]
        target.append((words, self._write(lambda document: take_back(document, steps))))
        source.pop()
        return words

    def changed_outside(self) -> bool:
        """Whether another program has written the file since we read it; cheap enough to poll."""
        return status_of(self.path) != self._status

    def reload(self) -> bool:
        """Take in what others wrote. Raises NotesError; True where anything changed."""
        if not self.changed_outside():
            return False
        status = status_of(self.path)
        document = self._read()
        changed = document.digest() != self._document.digest()
        self._document, self._status = document, status
        return changed

    def _read(self) -> Document:
        """What is on disk now; where the file was deleted or emptied, what it held."""
        return _read(self.path, self._document) or self._document

    def _change(self, words: str, change: Change) -> None:
        steps = self._write(lambda document: apply_change(document, change))
        self._done.append((words, steps))
        self._undone.clear()

    def _write(self, work: Callable[[Document], Outcome]) -> tuple[Step, ...]:
        """Do `work` on what is on disk now, which another process may have written."""
        if self.path.parent == notes_folder():
            _make_parent(self.path)
        if not self.path.parent.is_dir():
            raise NotesError("cannot be written: its folder does not exist")
        with locked(self.path):
            document = (self._read() if self.changed_outside() else self._document).copy()
            outcome = work(document)
            self._status = save(self.path, document.text().encode("utf-8"))
            self._document = document
        self.conflicts += outcome.said
        remember(self.path, self._transcript.origin.path, self._transcript.origin.sha256)
        return outcome.steps


def _make_parent(path: Path) -> None:
    try:
        make_folder(path.parent)
    except OSError as error:
        raise NotesError(f"cannot be written: {(error.strerror or '').lower()}") from None


def _new(transcript: Transcript) -> Document:
    origin = transcript.origin
    path = origin.path if origin.path == "-" else str(Path(origin.path).absolute())
    return new_document(transcript.title, path, origin.sha256)


def _read(path: Path, known: Document | None = None) -> Document | None:
    """The document at `path`, `known` as it was before; None where there is none or an empty one."""
    try:
        data = read_bytes(str(path))
    except MissingError:
        return None
    except UnreadableError as error:
        raise NotesError(f"cannot be read: {error}") from None
    if not data.strip():
        return None
    return reread(known, data) if known else read_document(data)
