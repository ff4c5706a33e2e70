"""The screens of the reader: what changed is painted at once, at most once a frame, and no more."""

from __future__ import annotations

import asyncio
import time
from typing import Any, TypeVar

from textual import events
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import UPDATE_PERIOD, Screen
from textual.widget import Widget

from playhead.reader.compositor import FrugalCompositor

Result = TypeVar("Result")

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
        """Whether any widget has something to do still."""
        return any(has_work(node) for node in self.walk_children(with_self=True))

    async def come_to_rest(self) -> None:
        """Put everything in its place and let every widget take in how large it is now."""
        self._refresh_layout()
        await self.finish_work()

    async def finish_work(self) -> None:
        """Let every widget do what it has to do."""
        for _ in range(TURNS):
            if not self.is_busy:
                break
            await asyncio.sleep(0)

    async def _on_idle(self, event: events.Idle) -> None:
        is_due = time.monotonic() - self._painted_at >= UPDATE_PERIOD and not self.app._batch_count
        is_wanted = self._dirty_widgets or self._layout_required or self._scroll_required
        if is_due and (is_wanted or self._repaint_required):
            self._on_timer_update()
        await super()._on_idle(event)

    def _on_timer_update(self) -> None:
        # In a batch nothing is painted.
        if not self.app._batch_count:
            self._painted_at = time.monotonic()
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        # What is about to be painted as a whole is not painted in parts before.
        if not self._repaint_required or not self.is_current:
            super()._compositor_refresh()


def has_work(node: MessagePump) -> bool:
    """Whether something waits in line for `node`, or it is not there yet."""
    return bool(node.message_queue_size or node._next_callbacks or not node._is_mounted)


class ReaderScreen(FrugalScreen[Any]):
    """The screen with the text."""
