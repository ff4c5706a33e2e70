"""A person's notes on a transcript: YAML that they own."""

from __future__ import annotations

from playhead.notes.location import find_notes_file
from playhead.notes.model import Anchored, Note, NotesError, Selector
from playhead.notes.notebook import Notebook

__all__ = ["Anchored", "Note", "Notebook", "NotesError", "Selector", "find_notes_file"]
