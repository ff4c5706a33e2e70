"""A person's notes on a transcript: YAML that they own."""

from __future__ import annotations

from playhead.notes.location import find_notes_file
from playhead.notes.model import Note, NotesError
from playhead.notes.notebook import Notebook
from playhead.transcript.anchor import Anchored, Selector

__all__ = ["Anchored", "Note", "Notebook", "NotesError", "Selector", "find_notes_file"]
