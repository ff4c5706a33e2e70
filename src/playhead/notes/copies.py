"""Other files of notes on a talk: left by a sync service, or of the talk under another name."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playhead.files import read_bytes
from playhead.formats.unreadable import UnreadableError
from playhead.notes.changes import Change
from playhead.notes.file.cutting import LISTS, read_document
from playhead.notes.file.document import Document
from playhead.notes.file.entry import as_read
from playhead.notes.location import notes_of_like
from playhead.notes.merge import STAMPS
from playhead.notes.model import NotesError

_NAMES = ("{stem}.sync-conflict-*{suffix}", "{stem} (*conflicted copy*){suffix}")


def find_copies(file: Path) -> tuple[Path, ...]:
    """The copies of a file that lie beside it, as Syncthing, Dropbox and Nextcloud name them."""
    stem, suffix = glob.escape(file.stem), glob.escape(file.suffix)
    names = (name.format(stem=stem, suffix=suffix) for name in _NAMES)
    return tuple(sorted(copy for name in names for copy in file.parent.glob(name)))


def told_copies(file: Path, document: Document) -> Iterator[str]:
    """A line for each copy that says something which `document` does not."""
    for copy in find_copies(file):
        try:
            count = len(missing_from(document, read_document(read_bytes(str(copy)))))
        except (UnreadableError, NotesError) as error:
            yield f"{copy.name}: a copy left by a sync service cannot be read: {error}"
            continue
        if count:
            what = "an entry that is" if count == 1 else f"{count} entries that are"
            yield (
                f"{copy.name}: a copy left by a sync service has {what} not here;"
                " `playhead notes import` takes what it has"
            )


def told_like(file: Path, text: str) -> Iterator[str]:
    """A line for each file of notes on a talk like this one that is no longer where it was."""
    for other, path in notes_of_like(file, text):
        yield (
            f"{path} is gone and said much the same: its notes are in {other};"
            " `playhead notes import` takes them"
        )


def missing_from(document: Document, copy: Document) -> list[Change]:
    """What a copy has and `document` has not; a note that says something else comes beside ours."""
    return [
        Change(name, str(values["id"]), None, values)
        for name in LISTS
        for piece in copy.entries(name)
        for values in [_entry(document, name, piece.id, piece.values or {})]
        if document.find(name, values["id"]) is None
    ]


def _entry(document: Document, name: str, id: str, values: dict[str, Any]) -> dict[str, Any]:
    """An entry of a copy, under another id where ours with its id says something else.

    That id is always the same, so that an entry is taken but once.
    """
    ours = document.find(name, id)
    if ours is None or name != "notes" or _said(ours.values or {}) == _said(values):
        return values
    whole = repr(sorted(_said(values).items()))
    return {**values, "id": "SYNC" + hashlib.sha256(whole.encode()).hexdigest()[:22].upper()}


def _said(values: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = as_read({k: v for k, v in values.items() if k not in STAMPS})
    return said
