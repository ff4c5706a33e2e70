"""The scroll bar of a list: drawn anew only where it shows something else than before."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from playhead.reader.strips import as_shown

BARS_KEPT = 100
"""Bars drawn that are kept; a list that is scrolled through has one a step."""


class ListBar(ScrollBar):
    """Looks as Textual's does. Textual asks for all of it again whenever anything is laid out."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; there is no border or padding."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        assert isinstance(bar.style, Style)
        window = int(bar.window_size)
        strips = draw_bar(self.size.height, bar.virtual_size, window, bar.position, bar.style)
        return as_shown(self, strips[crop.y : crop.bottom], crop)


@lru_cache(BARS_KEPT)
def draw_bar(height: int, lines: int, window: int, position: float, style: Style) -> list[Strip]:
    """The lines of a bar: `window` of `lines` lines are in sight, from `position` on."""
    assert style.color is not None
    assert style.bgcolor is not None
    drawn = ScrollBarRender.render_bar(
        size=height,
        virtual_size=lines,
        window_size=window,
        position=position,
        back_color=style.bgcolor,
        bar_color=style.color,
    )
    on_ground = Segment.apply_style(drawn.segments, Style(bgcolor=style.bgcolor))
    return [Strip([segment], 1) for segment in on_ground]
