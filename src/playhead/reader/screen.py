"""The screens of the reader: what changed is painted at once, at most once a frame, and no more."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any, TypeVar

from textual import events
from textual.geometry import Region, Size
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import UPDATE_PERIOD, Screen
from textual.widget import Widget

from playhead.reader.compositor import FrugalCompositor

Result = TypeVar("Result")

REST = 0.0001
"""Seconds of rest in which the thread that writes to the terminal gets its turn at once.

Where there is more to do after a paint it may wait for 3 ms.
"""
TURNS = 200
"""Turns of the loop that widgets are given to come to rest before they are painted as they are."""


class FrugalScreen(Screen[Result]):
    """Paints as soon as nothing is left to do, where Textual waits for the next tick of a clock.

    Waiting costs a key half a frame on average. In a burst of changes, as in scrubbing, the clock
    is kept.
    """

    # Widgets paint themselves when the keys come or go; the rest of the screen looks the same.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    # The first frame comes with the size of the screen; before it there is nothing to paint.
    _painted_at = float("inf")
    _is_laying_out = False
    _first: Sequence[Widget] = ()
    _others: set[Region] | None = None
    """What waits a frame for those that come first."""

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing is painted yet."""
        super().__init__(id=id)
        self._compositor = FrugalCompositor()

    def on_mount(self) -> None:
        """Note which theme the styles were found for."""
        self._css_update_count = self.app._css_update_count

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # The styles were found when the widgets were made; they last as long as the theme does.
        event.refresh_styles = self._css_update_count != self.app._css_update_count
        self._css_update_count = self.app._css_update_count

    @property
    def is_busy(self) -> bool:
        """Whether this or any widget on it has something to do still."""
        return has_work(self) or self._are_widgets_busy

    async def finish_work(self) -> None:
        """Let every widget do what it has to do."""
        for _ in range(TURNS):
            if not self._are_widgets_busy:
                break
            await asyncio.sleep(0)

    def paint_first(self, *widgets: Widget) -> None:
        """Let all else wait a frame for `widgets`: they are what a key asked for."""
        self._first = widgets

    @property
    def _are_widgets_busy(self) -> bool:
        # Scroll bars are in sight without being children.
        widgets = {*self.walk_children(), *self._compositor.visible_widgets} - {self}
        return any(map(has_work, widgets))

    async def _on_idle(self, event: events.Idle) -> None:
        is_due = self._others is None and time.monotonic() - self._painted_at >= UPDATE_PERIOD
        is_wanted = self._dirty_widgets or self._layout_required or self._scroll_required
        if is_due and (is_wanted or self._repaint_required or self._compositor._dirty_regions):
            await self._show_changes()
        elif self._compositor._dirty_regions:
            self._update_timer.resume()
        await super()._on_idle(event)

    def _on_timer_update(self) -> None:
        self._update_timer.pause()
        if self._others is None:
            self.call_next(self._show_changes)

    async def _show_changes(self) -> None:
        """Put what changed in its place, let widgets take in how large they are, and paint them."""
        if self.app._batch_count or not self.is_current:
            super()._on_timer_update()
            return
        if self._layout_required and not await self._lay_out():
            return
        self._paint()

    def _paint(self) -> None:
        self._painted_at = time.monotonic()
        first = {one.region for one in self._first if one.region}
        self._first = ()
        if first:
            self._paint_only(first)
            return
        super()._on_timer_update()
        if self._compositor._dirty_regions:
            self._compositor_refresh()

    def _paint_only(self, regions: set[Region]) -> None:
        """Paint `regions` now, and what else has changed a frame later."""
        self._compositor.update_widgets({self} if self._repaint_required else self._dirty_widgets)
        self._others = self._compositor._dirty_regions - regions
        self._compositor._dirty_regions = regions
        self._repaint_required = False
        self._compositor_refresh()
        time.sleep(REST)
        self.set_timer(UPDATE_PERIOD, self._paint_others)

    async def _paint_others(self) -> None:
        self._compositor._dirty_regions |= self._others or set()
        self._others = None
        await self._show_changes()

    async def _lay_out(self) -> bool:
        """Put everything in its place and let every widget take in how large it is now.

        Whether all is ready to be painted then. What a key asked for does not wait for the others
        where all of it is as large as it was.
        """
        sizes = self._sizes_of_first()
        self._layout_required = False
        self._is_laying_out = True
        try:
            self._refresh_layout()
            is_known = bool(sizes) and sizes == self._sizes_of_first()
            if not is_known:
                await self.finish_work()
        finally:
            self._is_laying_out = False
        # What the widgets have to say about it comes first.
        return is_known or not self.message_queue_size

    def _sizes_of_first(self) -> list[Size]:
        widgets = (
            node for one in self._first for node in one.walk_children(Widget, with_self=True)
        )
        return [one.outer_size for one in widgets]

    def _compositor_refresh(self) -> None:
        # What is about to be painted as a whole is not painted in parts before.
        is_early = self._is_laying_out or self._repaint_required or self.app._batch_count
        if not (is_early and self.is_current):
            super()._compositor_refresh()


def has_work(node: MessagePump) -> bool:
    """Whether something waits in line for `node`, or it is not there yet."""
    return bool(node.message_queue_size or node._next_callbacks or not node._is_mounted)


class ReaderScreen(FrugalScreen[Any]):
    """The screen with the text."""
