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
DOWN, UP, END, HOME = b"\x1b[6~", b"\x1b[5~", b"\x1b[F", b"\x1b[H"
READERS = {
    "playhead, opened before": (PLAYHEAD, FIRST, DOWN, b"G", LAST),
    "less": ("less", FIRST, DOWN, b"G", LAST),
    "frogmouth": ("frogmouth", FIRST, DOWN, END, LAST),
    "toolong, from its end": ("tl", LAST, UP, HOME, FIRST),
}
"""Command, the word at which it opens, keys to the next page and to the other end, the word there."""

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
            for name, reader in READERS.items():
                print(f"| {name} | {_read(*reader, file, folder)} |", flush=True)
            print("\n| search | ms |\n| --- | --- |")
            for name, command in SEARCHES.items():
                print(f"| {name} | {_searched(command, file)} |", flush=True)


def _read(command: str, word: str, page: bytes, end: bytes, far: str, file: Path, home: str) -> str:
    """The cells of a reader."""
    if not shutil.which(command):
        return "not here | |"
    opened: list[float] = []
    terminal = None
    try:
        for _ in range(TIMES):
            if terminal is not None:
                terminal.close()
            terminal = Terminal([command, str(file)], home=home)
            terminal.read_until(word.encode(), LONGEST)
            opened.append(time.perf_counter() - terminal.started)
        assert terminal is not None
        terminal.read_while_busy(1.0)
        pages = [press(terminal, page) for _ in range(PAGES)]
        terminal.write(end)
        return f"{_ms(opened)} | {_ms(pages)} | {_ms([terminal.read_until(far.encode(), LONGEST)])}"
    except TimeoutError:
        return f"{_ms(opened) if opened else f'over {LONGEST:.0f} s'} | |"
    finally:
        if terminal is not None:
            terminal.close()


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
