"""The note editor: text, tags, colour."""

from playhead.reader.panes.note_editor.editor import NoteDraft, NoteEditor

__all__ = ["NoteDraft", "NoteEditor"]
