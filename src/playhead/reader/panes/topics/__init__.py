"""The topics pane, and a page for each topic."""

from playhead.reader.panes.topics.pane import TopicsPane

__all__ = ["TopicsPane"]
