"""Runs a program in a pseudo-terminal of its own and times what appears on the screen."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence

ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TEXTUAL_ANIMATIONS": "none",
}


class Terminal:
    """A child process on a pseudo-terminal; `read_until` waits for bytes it paints."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (120, 36), home: str = ""
    ) -> None:
        """Start `command` on a screen of `size` (columns, rows) with PLAYHEAD_HOME `home`."""
        self.seen = b""
        self.started = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ.update(ENVIRONMENT, PLAYHEAD_HOME=home)
            os.execvp(command[0], list(command))
        columns, rows = size
        packed = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, packed)

    def read_until(self, wanted: bytes, timeout: float = 60.0) -> float:
        """Seconds from now until `wanted` is painted. Raises TimeoutError."""
        start = time.perf_counter()
        self.seen = b""
        while wanted not in self.seen:
            left = start + timeout - time.perf_counter()
            if left <= 0 or not select.select([self.descriptor], [], [], left)[0]:
                raise TimeoutError(f"{wanted!r} was not painted in {timeout} s")
            try:
                self.seen += os.read(self.descriptor, 65536)
            except OSError:
                raise TimeoutError(f"ended before {wanted!r} was painted") from None
        return time.perf_counter() - start

    def read_while_busy(self, quiet: float = 0.15) -> float:
        """Seconds until the last byte painted before `quiet` seconds of silence."""
        start = last = time.perf_counter()
        while select.select([self.descriptor], [], [], quiet)[0]:
            try:
                self.seen += os.read(self.descriptor, 65536)
            except OSError:
                break
            last = time.perf_counter()
        return last - start

    def answer(self, keys: bytes, gap: float, timeout: float = 10.0, least: int = 1) -> float:
        """Seconds from pressing `keys` to the end of the first burst: bytes less than `gap` apart.

        A burst of fewer than `least` bytes is none. 0.0 where nothing is painted in `timeout`
        seconds.
        """
        start = time.perf_counter()
        self.write(keys)
        last = start
        painted = 0
        while select.select([self.descriptor], [], [], gap if painted >= least else timeout)[0]:
            part = os.read(self.descriptor, 65536)
            self.seen += part
            painted += len(part)
            last = time.perf_counter()
        return last - start

    def listen(self, seconds: float) -> None:
        """Read what is painted for some seconds."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.descriptor], [], [], left)[0]:
                self.seen += os.read(self.descriptor, 65536)

    def write(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.descriptor, keys)

    def close(self) -> None:
        """End the child without asking."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def first_paint(command: Sequence[str], wanted: bytes, home: str = "") -> float:
    """Seconds from the start of `command` until `wanted` is on the screen."""
    terminal = Terminal(command, home=home)
    try:
        terminal.read_until(wanted)
        return time.perf_counter() - terminal.started
    finally:
        terminal.close()


BARE_APP = (
    sys.executable,
    "-c",
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Bare(App[None]):\n"
    "    def compose(self):\n"
    "        yield Static('painted-text')\n"
    "Bare().run()\n",
)
"""The yardstick of first paint: a Textual application with one widget."""
