"""A person's notes on a transcript: YAML that they own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playhead.notes.location import find_notes_file
    from playhead.notes.model import Note, NotesError
    from playhead.notes.notebook import Notebook
    from playhead.transcript.anchoring.anchor import Anchored, Selector

__all__ = ["Anchored", "Note", "Notebook", "NotesError", "Selector", "find_notes_file"]

_HOMES = {
    "find_notes_file": "playhead.notes.location",
    "Note": "playhead.notes.model",
    "NotesError": "playhead.notes.model",
    "Notebook": "playhead.notes.notebook",
    "Anchored": "playhead.transcript.anchoring.anchor",
    "Selector": "playhead.transcript.anchoring.anchor",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: finding a file of notes must not cost what changing one does."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
