"""A program run on a pseudo-terminal: the bytes that the terminal receives, and what they mean to it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

SEQUENCE = re.compile(
    r"\x1b\[(?P<marks>[0-9:;<=>?]*[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<string>[\]PX^_])(?P<body>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b(?P<short>[ -/]*[0-~])"
)
"""A control sequence, a control string (OSC, DCS, APC, …), or a short escape sequence."""

OBEYED = re.compile(
    "[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Characters that a terminal, or whoever reads it, would be led astray by."""

QUIET, LATEST = 0.2, 2.0
"""Seconds without a byte after which a key is pressed, and seconds after which it is in any case."""


def received(
    words: Sequence[str], keys: Sequence[bytes] = (), *, cwd: Path, home: Path, limit: float = 120.0
) -> str:
    """What `python -m playhead WORDS` paints until it ends; each of `keys` is pressed in a quiet moment."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PLAYHEAD_HOME": str(home),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "playhead", *words],
        stdin=follower, stdout=follower, stderr=follower, cwd=cwd, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(follower)
    try:
        return b"".join(_painted(leader, list(keys), time.monotonic() + limit)).decode(
            "utf-8", "replace"
        )
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _painted(leader: int, keys: list[bytes], end: float) -> Iterator[bytes]:
    seen = False
    pressed = time.monotonic()
    while time.monotonic() < end:
        # A blinking cursor is never quiet for long, so after a while a key is pressed all the same.
        is_late = seen and keys and time.monotonic() - pressed > LATEST
        if not is_late and select.select([leader], [], [], QUIET if seen else 20.0)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                return
            if not piece:
                return
            seen = True
            yield piece
        elif keys:
            os.write(leader, keys.pop(0))
            pressed = time.monotonic()
    raise TimeoutError("the program did not end")


def kinds(painted: str) -> set[str]:
    """The kinds of sequences in `painted`: what each does, without its numbers."""
    return {_kind(match) for match in SEQUENCE.finditer(painted)}


def strings(painted: str) -> list[str]:
    """What control strings carry: titles, links, what goes to the clipboard."""
    return [match["body"] for match in SEQUENCE.finditer(painted) if match["string"]]


def words_of(painted: str) -> str:
    """What is left for the eye, without any sequence."""
    return SEQUENCE.sub("", painted)


def _kind(match: re.Match[str]) -> str:
    if match["final"]:
        return f"CSI {match['marks'].lstrip('0123456789:;') and match['marks'][0]} {match['final']}"
    if match["string"]:
        return f"string {match['string']} {match['body'].partition(';')[0]}"
    return f"ESC {match['short']}"
