"""A line to type in."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from playhead.reader.takes_keys import TakesKeys


class Field(TakesKeys, Input):
    """An input as wide as there is room: its letters move nothing, so nothing is laid out again."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    virtual_size = Reactive(Size(0, 0))
