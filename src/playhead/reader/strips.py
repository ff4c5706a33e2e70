"""The lines of widgets that draw and keep them by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def ground(widget: Widget) -> Style:
    """The colour on which `widget` is drawn."""
    return Style(bgcolor=widget.background_colors[1].rich_color)


def as_shown(widget: Widget, strips: Iterable[Strip], crop: Region) -> list[Strip]:
    """`strips` in the colours that the terminal has, and of them the columns of `crop`."""
    shown = list(strips)
    for one in widget.get_line_filters():
        shown = [strip.apply_filter(one, widget.background_colors[1]) for strip in shown]
    return [strip.crop(*crop.column_span) for strip in shown]
