"""A line to type in."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Field(Input):
    """An input as wide as there is room: its letters move nothing, so nothing is laid out again."""

    virtual_size = Reactive(Size(0, 0))
