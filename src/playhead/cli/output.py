"""What every command prints goes through here: results to stdout, all else to stderr."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any

from playhead.text import one_line, safe

_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def say(text: str = "") -> None:
    """Print a result, its outside text made safe."""
    print(safe(text))


def complain(message: str) -> None:
    """Print one line on standard error."""
    print(f"playhead: {one_line(message)}", file=sys.stderr)


def fail(path: str, message: str) -> int:
    """Complain about a file and return exit code 2."""
    complain(f"{path}: {message}")
    return 2


class Progress:
    """A line on standard error that says how far a long job is; silent where nobody is watching."""

    def __init__(self, total: int = 1) -> None:
        """`total` is how many things there are to do."""
        self._total = total
        self._is_seen = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._is_shown = False

    def show(self, number: int, name: str) -> None:
        """Say that `number` things are done, the last of them called `name`."""
        if self._is_seen:
            import shutil

            room = max(0, shutil.get_terminal_size().columns - len(str(self._total)) * 2 - 4)
            self._write(f"{number}/{self._total}  {one_line(name)[-room:] if room else ''}")

    def stage(self, name: str, share: float) -> None:
        """Say what is done with the only thing there is, and how much of that, 0 to 1."""
        if self._is_seen:
            self._write(f"{name} {share:.0%}" if share else f"{name}…")

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            self._write("")
            self._is_shown = False

    def _write(self, words: str) -> None:
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
        self._is_shown = True


def json_text(document: Any, indent: int | None = None) -> str:
    """`document` as JSON in which every character that a terminal would obey is escaped."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=indent))


def escaped(json_document: str) -> str:
    """The text of a JSON document with every character escaped that a terminal would obey."""
    return _UNSAFE_IN_JSON.sub(_escape, json_document)


def say_json(document: Any, indent: int | None = None) -> None:
    """Print `document` as JSON."""
    print(json_text(document, indent))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
