"""The notes pane, and the tray for notes that lost their place."""

from playhead.reader.panes.notes.orphans import OrphanTray
from playhead.reader.panes.notes.pane import NotesPane

__all__ = ["NotesPane", "OrphanTray"]
