"""Finding what was only half remembered."""

from __future__ import annotations

from playhead.search.index import Index, open_index
from playhead.search.model import Hit, Mark, Result

__all__ = ["Hit", "Index", "Mark", "Result", "open_index"]
