"""A file of notes while it is open: written at every change, read again when others write, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from playhead.files import read_bytes
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.notes.changes import Change, Outcome, Step, apply_change, take_back
from playhead.notes.copies import told_copies, told_like
from playhead.notes.file.checking import find_faults
from playhead.notes.file.cutting import LISTS, read_document
from playhead.notes.file.document import Document, new_document
from playhead.notes.file.patches import Patch, patch_between
from playhead.notes.file.rereading import reread
from playhead.notes.location import find_notes_file, follow, notes_folder, remember
from playhead.notes.model import NotesError
from playhead.notes.save import Status, locked, save, status_of, sweep
from playhead.storage import make_folder
from playhead.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class _Done:
    """A change in words, its steps, and what it did to the file between two of its states."""

    words: str
    steps: tuple[Step, ...]
    patch: Patch
    before: int
    after: int


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
        self._state = 0
        self._states = 0
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
            follow(file, origin.path, origin.sha256, transcript.text)
        except OSError as error:
            raise NotesError(f"cannot be read: {(error.strerror or '').lower()}") from None
        return cls(file, _read(file) or _new(transcript), status, transcript)

    @property
    def problems(self) -> tuple[str, ...]:
        """Entries that could not be read; they are kept as they stand."""
        return tuple(self._document.problems)

    @property
    def talk(self) -> str:
        """A word for the talk that stays when its text changes: of the text the notes began with."""
        about = self._document.head.get("transcript")
        begun = str(about.get("sha256", "")) if isinstance(about, dict) else ""
        return (begun if begun.isalnum() else self._transcript.origin.sha256)[:12]

    def copies(self) -> tuple[str, ...]:
        """Other files with notes on this talk that are not in this one, a line each."""
        told = told_copies(self.path, self._document)
        if any(self._document.entries(name) for name in LISTS):
            return tuple(told)
        return (*told, *told_like(self.path, self._transcript.text))

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
        done = source[-1]
        target.append(self._write(done.words, lambda document: self._back(document, done), done))
        source.pop()
        return done.words

    def _back(self, document: Document, done: _Done) -> Outcome:
        """Take a change back: to the byte where nothing else was written since."""
        if self._state != done.after:
            return take_back(document, done.steps)
        done.patch.reversed().apply(document.pieces)
        return Outcome(tuple(step.reversed() for step in reversed(done.steps)))

    def changed_outside(self) -> bool:
        """Whether another program has written the file since we read it; cheap enough to poll."""
        return status_of(self.path) != self._status

    def reload(self) -> bool:
        """Take in what others wrote. Raises NotesError; True where anything changed."""
        if not self.changed_outside():
            return False
        return self._take_in()

    def _take_in(self) -> bool:
        """Read what is on disk now; where the file was deleted or emptied, it is as it was."""
        status = status_of(self.path)
        document = _read(self.path, self._document) or self._document
        changed = document is not self._document
        if changed:
            self._document, self._state = document, self._next_state()
        self._status = status
        return changed

    def _next_state(self) -> int:
        self._states += 1
        return self._states

    def _change(self, words: str, change: Change) -> None:
        self._do(words, lambda document: apply_change(document, change))

    def _do(self, words: str, work: Callable[[Document], Outcome]) -> None:
        """Make a change that can be undone."""
        self._done.append(self._write(words, work))
        self._undone.clear()

    def _write(
        self, words: str, work: Callable[[Document], Outcome], undone: _Done | None = None
    ) -> _Done:
        """Do `work` on what is on disk now, which another process may have written."""
        if self.path.parent == notes_folder():
            _make_parent(self.path)
        if not self.path.parent.is_dir():
            raise NotesError("cannot be written: its folder does not exist")
        with locked(self.path):
            if self.changed_outside():
                self._take_in()
            document, before = self._document.copy(), self._state
            outcome = work(document)
            self._status = save(self.path, document.data())
            patch = patch_between(self._document.pieces, document.pieces)
            self._document = document
        is_back = undone is not None and undone.after == before
        self._state = undone.before if undone and is_back else self._next_state()
        self.conflicts += outcome.said
        origin = self._transcript.origin
        remember(self.path, origin.path, origin.sha256, self._transcript.text)
        return _Done(words, outcome.steps, patch, before, self._state)


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
    if known is None:
        return read_document(data)
    return known if known.data() == data else reread(known, data)
