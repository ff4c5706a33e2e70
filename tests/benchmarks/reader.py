"""The reader by length of talk: until it stands open, then a page, a jump, a resize, a letter.

    python -m tests.benchmarks.reader [TURNS…]

Times in ms on a pseudo-terminal, medians. `open` is from a talk in memory to its place on the
screen; `resize` and `hits` until nothing more is painted; the others until the end of the first
burst.
"""

from __future__ import annotations

import fcntl
import statistics
import struct
import sys
import tempfile
import termios
from collections.abc import Callable

from tests.benchmarks.keys import GAP, QUIET, press
from tests.benchmarks.terminal import Terminal

LENGTHS = (100, 10_000, 100_000)
TIMES = 9
SIZES = ((120, 36), (80, 30))
INDEX_SECONDS = {100: 2.0, 10_000: 8.0, 100_000: 60.0}
"""How long the index of a talk is given to be made before letters are timed."""


def main() -> None:
    """Print the table."""
    lengths = [int(word) for word in sys.argv[1:]] or list(LENGTHS)
    print("| turns | open | page | jump | resize | letter | hits |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for turns in lengths:
        with tempfile.TemporaryDirectory() as home:
            figures = measure(turns, home)
        row = " | ".join(f"{seconds * 1000:.0f}" for seconds in figures)
        print(f"| {turns:,} | {row} |", flush=True)


def measure(turns: int, home: str) -> list[float]:
    """Seconds of each thing at a length."""
    command = [sys.executable, "-m", "tests.benchmarks.apps", "reader", str(turns)]
    terminal = Terminal(command, SIZES[0], home)
    try:
        terminal.read_until(b"talk is made", 120)
        figures = [terminal.read_until(b"turn 1 of", 120)]
        terminal.listen(4.0)
        figures.append(median(lambda _: press(terminal, b"\x1b[6~")))
        figures.append(median(lambda number: press(terminal, b"5" if number % 2 else b"2")))
        figures.append(median(lambda number: resize(terminal, SIZES[(number + 1) % 2])))
        terminal.write(b"/memory")
        terminal.listen(INDEX_SECONDS.get(turns, 30.0))
        terminal.write(b"\x1b")
        terminal.listen(0.5)
        return [*figures, *type_query(terminal)]
    finally:
        terminal.close()


def median(once: Callable[[int], float]) -> float:
    """The median of several times; `once` is told which it is."""
    return statistics.median(once(number) for number in range(TIMES))


def resize(terminal: Terminal, size: tuple[int, int]) -> float:
    """Seconds until the window of a new size is painted."""
    columns, rows = size
    packed = struct.pack("HHHH", rows, columns, 0, 0)
    fcntl.ioctl(terminal.descriptor, termios.TIOCSWINSZ, packed)
    return terminal.read_while_busy(0.3)


def type_query(terminal: Terminal) -> list[float]:
    """Seconds until a letter shows and until its hits do."""
    terminal.write(b"/")
    terminal.listen(0.5)
    letters, hits = [], []
    for letter in "never a good time":
        shown = terminal.answer(letter.encode(), GAP)
        letters.append(shown)
        hits.append(shown + terminal.read_while_busy(QUIET))
    return [statistics.median(letters), statistics.median(hits)]


if __name__ == "__main__":
    main()
