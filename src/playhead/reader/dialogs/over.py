"""A screen over the text, which stays in sight behind it, dimmed."""

from __future__ import annotations

from functools import lru_cache
from typing import Self, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.await_complete import AwaitComplete
from textual.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from playhead.reader.screen import FrugalScreen
from playhead.reader.strips import as_shown

Result = TypeVar("Result")

STYLES_KEPT = 2000
"""Dimmed styles kept; a screen has a few dozen."""


class OverScreen(FrugalScreen[Result], ModalScreen[Result]):
    """Takes all keys. What is behind is drawn once, and again only when it has changed."""

    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = []
    _behind: list[Strip] | None = None
    _painted_at = 0.0

    def on_screen_resume(self) -> None:
        """Let the ground wait for what stands on it."""
        self.paint_first(*self.children)

    def on_screen_suspend(self) -> None:
        """Keep nothing of what is behind until the next time."""
        self._behind = None

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close; what is behind is painted once, when the result has been taken in."""
        app = self.app
        app._begin_batch()
        closing = super().dismiss(result)

        async def show_behind() -> None:
            try:
                await closing
                if isinstance(app.screen, FrugalScreen):
                    await app.screen.finish_work()
            finally:
                app._end_batch()
            app.screen.check_idle()

        app.call_later(show_behind)
        return closing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is behind."""
        if self._behind is None:
            self._behind = self._draw_behind()
        return [strip.crop(*crop.column_span) for strip in self._behind[crop.y : crop.bottom]]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again; a screen behind asks for it when it has changed."""
        self._behind = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _draw_behind(self) -> list[Strip]:
        stack = self.app.screen_stack
        behind = stack[stack.index(self) - 1]
        veil = self.styles.background
        strips = [
            Strip([Segment(words, dimmed(style or Style(), veil)) for words, style, _ in strip])
            for strip in behind._compositor.render_strips()
        ]
        return as_shown(self, strips, self.size.region)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Without the toasts and tooltips of Textual, which nobody sends here."""


@lru_cache(STYLES_KEPT)
def dimmed(style: Style, veil: Color) -> Style:
    """`style` seen through `veil`, without links."""
    return style.clear_meta_and_links() + Style.from_color(
        *(
            (Color.from_rich_color(one) + veil).rich_color if one is not None else None
            for one in (style.color, style.bgcolor)
        )
    )
