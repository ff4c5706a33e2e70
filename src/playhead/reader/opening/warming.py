"""What keys open is made before they are pressed: one thing at a time, while nobody does anything."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

STEP_SECONDS = 0.3
"""Between two things made."""
QUIET_SECONDS = 1.0
"""How long nothing was pressed, clicked or moved before anything is made."""
PANES = ("editor", "search")
"""Panes in common use; the notes are left out, for to keep thousands of them ready has its price."""


class Warming:
    """Makes panes and dialogs without showing them, so that opening one is no more than that."""

    def __init__(self, app: PlayheadApp) -> None:
        """Nothing is made before `begin`."""
        self._app = app
        self._busy_at = 0.0
        self._timer: Timer | None = None
        self._left: deque[Callable[[], Awaitable[object]]] = deque()

    def begin(self) -> None:
        """Make things from now on."""
        panes = [partial(self._app.desk.make_ready, name) for name in PANES]
        self._left.extend([*panes, self._choice, self._help, self._go_to])
        self._busy_at = time.monotonic()
        self._timer = self._app.set_interval(STEP_SECONDS, self._make_next)

    def put_off(self) -> None:
        """The person does something: wait."""
        self._busy_at = time.monotonic()

    async def _make_next(self) -> None:
        if time.monotonic() - self._busy_at < QUIET_SECONDS:
            return
        if self._left:
            await self._left.popleft()()
        elif self._timer is not None:
            self._timer.stop()

    async def _choice(self) -> None:
        from playhead.reader.dialogs.choice import ChoiceDialog

        await self._app.make_ready(ChoiceDialog)

    async def _help(self) -> None:
        from playhead.reader.dialogs.help import HelpScreen

        await self._app.make_ready(HelpScreen)

    async def _go_to(self) -> None:
        from playhead.reader.dialogs.go_to import GoToDialog

        await self._app.make_ready(GoToDialog)
