"""What keys open is made before they are pressed: one thing at a time, while nobody does anything."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
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
DIALOGS = {
    "choice": "ChoiceDialog",
    "help": "HelpScreen",
    "go_to": "GoToDialog",
    "correct": "CorrectDialog",
}
"""Modules and classes of dialogs in common use."""


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
        dialogs = [partial(self._make_dialog, *names) for names in DIALOGS.items()]
        self._left.extend([*panes, *dialogs])
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

    async def _make_dialog(self, module: str, name: str) -> None:
        dialogs = import_module(f"playhead.reader.dialogs.{module}")
        await self._app.make_ready(getattr(dialogs, name))
