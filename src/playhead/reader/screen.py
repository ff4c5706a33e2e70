"""The screen of the reader: what changed is painted at once, and at most once a frame."""

from __future__ import annotations

import time
from typing import Any

from textual import events
from textual.screen import UPDATE_PERIOD, Screen


class ReaderScreen(Screen[Any]):
    """Paints as soon as nothing is left to do, where Textual waits for the next tick of a clock.

    Waiting costs a key half a frame on average. In a burst of changes, as in scrubbing, the clock
    is kept.
    """

    # The first frame is left to the clock: painted at once it would have no words yet.
    _painted_at = float("inf")

    async def _on_idle(self, event: events.Idle) -> None:
        is_due = time.monotonic() - self._painted_at >= UPDATE_PERIOD
        if is_due and (self._dirty_widgets or self._layout_required or self._scroll_required):
            self._on_timer_update()
        await super()._on_idle(event)

    def _on_timer_update(self) -> None:
        self._painted_at = time.monotonic()
        super()._on_timer_update()
