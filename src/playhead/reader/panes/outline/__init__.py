"""The outline pane, and the rows it shows."""

from playhead.reader.panes.outline.pane import OutlinePane

__all__ = ["OutlinePane"]
