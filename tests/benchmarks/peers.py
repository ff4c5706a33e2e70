"""The same text in Playhead and in what one would read or search it with instead.

    python -m tests.benchmarks.peers [WORDS…]

Readers run on a pseudo-terminal, times are ms and medians: `open` until the first words are
painted, `page` until the first burst after Page Down ends, `end` until the last words are painted.
Searches are whole processes, looking for a phrase that stands once. A peer that is not installed
is told as `not here`; frogmouth and tl (toolong) are found on the path.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.corpus import labelled
from tests.benchmarks.keys import press
from tests.benchmarks.start import PLAYHEAD
from tests.benchmarks.terminal import Terminal

FIRST, LAST = "Firstmost", "Lastmost"
PHRASE = "quince trees by the river"
"""What is looked for: it stands in the last turn."""

LONGEST = 60.0
"""Seconds after which a peer is not waited for."""

TIMES, PAGES = 5, 9
PAGE_DOWN, END = b"\x1b[6~", b"\x1b[F"
READERS: dict[str, tuple[tuple[str, ...], bytes]] = {
    "playhead, opened before": ((PLAYHEAD,), b"G"),
    "less": (("less",), b"G"),
    "frogmouth": (("frogmouth",), END),
    "toolong": (("tl",), END),
}
"""Command and the key to the end."""

SEARCHES: dict[str, tuple[str, ...]] = {
    "playhead search, parsed before": (PLAYHEAD, "search", PHRASE),
    "rg": ("rg", "--fixed-strings", PHRASE),
    "fzf": ("fzf", "--filter", PHRASE),
}


def main() -> None:
    """Print both tables for each length."""
    for words in [int(word) for word in sys.argv[1:]] or [5_000, 500_000]:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["PLAYHEAD_HOME"] = folder
            file = Path(folder) / "talk.md"
            talk = (
                f"Ann Asker: {FIRST} of all?\n\n{labelled(words)}\nBob Baker: A {PHRASE}. {LAST}.\n"
            )
            file.write_text(talk, encoding="utf-8")
            _search(SEARCHES["playhead search, parsed before"], file)
            print(f"\n{words:,} words\n\n| reader | open | page | end |\n| --- | --- | --- | --- |")
            for name, (command, end) in READERS.items():
                print(f"| {name} | {_read(command, end, file, folder)} |", flush=True)
            print("\n| search | ms |\n| --- | --- |")
            for name, command in SEARCHES.items():
                print(f"| {name} | {_searched(command, file)} |", flush=True)


def _read(command: Sequence[str], end: bytes, file: Path, home: str) -> str:
    """The cells of a reader."""
    if not shutil.which(command[0]):
        return "not here | |"
    try:
        opened = [_open([*command, str(file)], home)[0] for _ in range(TIMES)]
        seconds, terminal = _open([*command, str(file)], home, close=False)
    except TimeoutError:
        return f"over {LONGEST:.0f} s | |"
    try:
        terminal.read_while_busy(1.0)
        pages = [press(terminal, PAGE_DOWN) for _ in range(PAGES)]
        terminal.write(end)
        to_end = f"{terminal.read_until(LAST.encode(), LONGEST) * 1000:.0f}"
    except TimeoutError:
        to_end = f"over {LONGEST:.0f} s"
    finally:
        terminal.close()
    return f"{_ms([*opened, seconds])} | {_ms(pages)} | {to_end}"


def _open(command: list[str], home: str, close: bool = True) -> tuple[float, Terminal]:
    """Seconds until the first words are there. Raises TimeoutError."""
    terminal = Terminal(command, home=home)
    try:
        terminal.read_until(FIRST.encode(), LONGEST)
        seconds = time.perf_counter() - terminal.started
    except TimeoutError:
        terminal.close()
        raise
    if close:
        terminal.close()
    return seconds, terminal


def _searched(command: Sequence[str], file: Path) -> str:
    if not shutil.which(command[0]):
        return "not here"
    return _ms([_ran(lambda: _search(command, file)) for _ in range(TIMES)])


def _search(command: Sequence[str], file: Path) -> None:
    if command[0] == "fzf":
        with file.open("rb") as lines:
            subprocess.run(command, stdin=lines, capture_output=True, check=True)
    else:
        subprocess.run([*command, str(file)], capture_output=True, check=True)


def _ran(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.0f}"


if __name__ == "__main__":
    main()
