"""Finding what was only half remembered."""

from __future__ import annotations

from playhead.search.index import Index
from playhead.search.model import Hit, Mark, Result

__all__ = ["Hit", "Index", "Mark", "Result"]
