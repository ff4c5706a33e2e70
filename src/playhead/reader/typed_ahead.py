"""Keys typed ahead: each is looked at when all that the one before it set off is done."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import events

from playhead.reader.screen import FrugalScreen, has_work

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

PATIENCE = 2.0
"""Seconds that a key waits at most for what the one before it set off."""


class TypedAhead:
    """The keys that wait in line.

    A key goes to the widget that has the keys when it is looked at. Were that done while the key
    before it is still opening or closing something, it would go astray.
    """

    def __init__(self, app: PlayheadApp, press: Callable[[events.Event], Awaitable[None]]) -> None:
        """No key waits; `press` gives one to the widget that has the keys."""
        self._app = app
        self._press = press
        self._keys: deque[events.Key] = deque()
        self._since = 0.0

    def keep_waiting(self, key: events.Key) -> bool:
        """Whether `key` has to wait; it is given to the app again when it is its turn."""
        if not self._app.screen_stack:
            # We are leaving: nobody is left to be given a key.
            return True
        if key.is_forwarded or (not self._keys and not self._is_busy):
            return False
        self._keys.append(key)
        if len(self._keys) == 1:
            self._wait()
        return True

    @property
    def _is_busy(self) -> bool:
        screens = self._app.screen_stack
        return bool(screens) and isinstance(screens[-1], FrugalScreen) and screens[-1].is_busy

    def _wait(self) -> None:
        self._since = time.monotonic()
        self._app.call_later(self._look)

    async def _look(self) -> None:
        """Look at the first key, unless there is something to do before it."""
        is_due = time.monotonic() - self._since > PATIENCE
        if not is_due and (self._is_busy or has_work(self._app)):
            await asyncio.sleep(0)
            self._app.call_later(self._look)
            return
        key = self._keys.popleft()
        if self._app.screen_stack:
            await self._press(key)
        if self._keys:
            self._wait()
