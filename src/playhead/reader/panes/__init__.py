"""Panes beside the text: outline, search, notes, topics, the note editor."""
