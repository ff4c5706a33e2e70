"""The end of the terminal: the reader writes everything down and goes, whatever holds it up.

A window that closes while it is written to ends Textual's thread that writes. All that is written
after that waits for it, and so does leaving; its thread that reads the keys has no rest either.
"""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from asyncio import AbstractEventLoop
from queue import Empty
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

PATIENCE = 5.0
"""Seconds in which what is to be kept is written down; then the process ends."""


def watch_terminal(app: PlayheadApp, loop: AbstractEventLoop) -> None:
    """Start to wait, in a thread, for the end of the terminal on which `app` is shown."""
    if os.isatty(1) and hasattr(select, "poll"):
        threading.Thread(target=_wait, args=(app, loop), name="hangup", daemon=True).start()


def _wait(app: PlayheadApp, loop: AbstractEventLoop) -> None:
    terminal = select.poll()
    terminal.register(1, 0)
    if not any(event & select.POLLHUP for _, event in terminal.poll()):
        return
    code = 128 + signal.SIGHUP
    if not loop.is_closed():
        loop.call_soon_threadsafe(app.leave, code)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        _let_go(app)
    os._exit(code)


def _let_go(app: PlayheadApp) -> None:
    """Take what waits to be written, where nothing writes it any more."""
    writer = getattr(app._driver, "_writer_thread", None)
    if writer is None or writer.is_alive():
        time.sleep(0.05)
        return
    try:
        writer._queue.get(timeout=0.05)
    except Empty:
        return
