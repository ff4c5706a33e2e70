"""The search pane: a query, its hits in context, and what runs the search beside the keys."""

from playhead.reader.panes.search.pane import SearchPane

__all__ = ["SearchPane"]
