"""The corrections that a file of notes holds."""

from __future__ import annotations

from pathlib import Path

from playhead.notes.document import read_document
from playhead.notes.model import NotesError
from playhead.notes.notebook import to_correction
from playhead.transcript.corrections import Correction


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in the file at `path`, in order. Raises NotesError."""
    try:
        document = read_document(path.read_bytes())
    except OSError as error:
        raise NotesError(f"cannot be read: {(error.strerror or '').lower()}") from None
    found = (to_correction(one.values or {}) for one in document.entries("corrections"))
    return tuple(one for one in found if one is not None)
