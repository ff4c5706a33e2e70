"""How long a key takes until it shows, beside the same key in a bare Textual list or field.

Keys that open something are beside a bare pane with a list, or a bare dialog with a field and a
list; their first opening, which loads what it needs, is not among the times.

    python -m tests.benchmarks.keys [TURNS [PRESSES [KEY…]]]

KEY is one of the names in the table; without any all keys are pressed.

Both programs run in pseudo-terminals; a key goes to one, then to the other. A time is from writing
the key to the last byte of the first burst painted; the ratio is the median of those taken pair by
pair. `hits` is the time until the hits of a search stand on the screen.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat

from tests.benchmarks.terminal import Terminal

GAP = 0.004
"""Seconds without a byte after which a burst is over; a frame is written at once."""
QUIET = 0.12
"""Seconds without a byte after which nothing more comes of a key: panes follow after 0.06."""
KEYS = {
    "j": repeat(b"j"),
    "J": repeat(b"J"),
    "→": repeat(b"\x1b[C"),
    "PgDn": repeat(b"\x1b[6~"),
    "]": repeat(b"]"),
    "}": repeat(b"}"),
    "5, 2": chain.from_iterable(repeat((b"5", b"2"))),
    "G, g": chain.from_iterable(repeat((b"G", b"g"))),
}
OPENING = {"o": b"o", "m": b"m", "t": b"t", "/": b"/", "a": b"a", "z": b"z"}
"""Keys that open a pane, or take all but the text away; pressed again or Escape closes it."""
ASKING = {":": b":", "f": b"f", "c": b"c", "T": b"T", "P": b"P", "?": b"?"}
"""Keys that open a dialog."""
SEARCHING = ("n", "/, typing")
"""What is pressed in a search: all of it, or nothing."""
LEAST = 200
"""Bytes of the least that counts as painted: another shape of the pointer is no answer."""
QUERIES = "memory of the reliable systems\nwhat was said about numbers\nnever a good time for it\n"


def main() -> None:
    """Print the table."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    presses = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    chosen = set(sys.argv[3:]) or {*KEYS, *OPENING, *ASKING, *SEARCHING}
    print(f"{turns:,} turns, {presses} presses a key\n")
    print("| key | p50 ms | p95 ms | bare p50 ms | ratio |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as home:
        reader, listed, field = (start(what, turns, home) for what in ("reader", "list", "field"))
        try:
            for name, keys in KEYS.items():
                if name in chosen:
                    report(name, list(pairs(islice(keys, presses), reader, listed)))
            for name, key in (OPENING | ASKING).items():
                if name in chosen:
                    bare = b"o" if name in OPENING else b"P"
                    report(name, list(openings(key, bare, presses // 3, reader, listed)))
            if chosen.intersection(SEARCHING):
                search(presses, reader, listed, field)
        finally:
            for terminal in (reader, listed, field):
                terminal.close()


def search(presses: int, reader: Terminal, listed: Terminal, field: Terminal) -> None:
    """Print the rows of a search: steps through its hits, letters, and when the hits are there."""
    reader.write(b"g/memory")
    reader.listen(8.0)
    reader.write(b"\r")
    reader.listen(1.0)
    report("n", list(pairs(islice(repeat(b"n"), presses), reader, listed)))
    reader.write(b"\x1b")
    reader.listen(1.0)
    letters, hits = type_queries(reader, field)
    report("/, typing", letters)
    print(f"| hits | {share(hits, 0.5)} | {share(hits, 0.95)} | | |")


def start(what: str, turns: int, home: str) -> Terminal:
    """A program that stands ready."""
    command = [sys.executable, "-m", "tests.benchmarks.apps", what, str(turns)]
    terminal = Terminal(command, home=home)
    terminal.read_until(b"\x1b[?1049h")
    terminal.read_while_busy(2.0)
    return terminal


def pairs(keys: Iterable[bytes], ours: Terminal, bare: Terminal) -> Iterator[tuple[float, float]]:
    """Seconds of each key in both programs."""
    for key in keys:
        yield press(ours, key), press(bare, key)


def openings(
    key: bytes, bare: bytes, times: int, ours: Terminal, listed: Terminal
) -> Iterator[tuple[float, float]]:
    """Seconds until what `key` opens is painted, and what `bare` does in the list; the first apart."""
    for number in range(times + 1):
        pair = (ours.answer(key, GAP, least=LEAST), listed.answer(bare, GAP, least=LEAST))
        for terminal, closing in ((ours, key if key == b"z" else b"\x1b"), (listed, b"\x1b")):
            terminal.read_while_busy(QUIET)
            terminal.write(closing)
            terminal.listen(2 * QUIET)
            terminal.read_while_busy(QUIET)
        if number:
            yield pair


def press(terminal: Terminal, key: bytes) -> float:
    """Seconds from pressing `key` to the end of the first burst painted; then wait for the rest."""
    seconds = terminal.answer(key, GAP)
    terminal.read_while_busy(QUIET)
    return seconds


def type_queries(
    reader: Terminal, field: Terminal
) -> tuple[list[tuple[float, float]], list[float]]:
    """Seconds of each letter in both programs, and until the hits are there."""
    letters: list[tuple[float, float]] = []
    hits: list[float] = []
    for query in QUERIES.split("\n")[:-1]:
        reader.write(b"/")
        reader.listen(0.5)
        for letter in query:
            key = letter.encode()
            shown = reader.answer(key, GAP)
            letters.append((shown, press(field, key)))
            hits.append(shown + reader.read_while_busy(QUIET))
        reader.write(b"\x1b")
        reader.listen(0.5)
    return letters, hits


def report(name: str, times: list[tuple[float, float]]) -> None:
    """Print a row."""
    ours, bare = [a for a, _ in times], [b for _, b in times]
    ratio = statistics.median(a / b for a, b in times)
    print(
        f"| {name} | {share(ours, 0.5)} | {share(ours, 0.95)} | {share(bare, 0.5)} | {ratio:.2f} |",
        flush=True,
    )


def share(seconds: list[float], part: float) -> str:
    """The time in ms that `part` of all keys take at most."""
    return f"{sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * part))] * 1000:.1f}"


if __name__ == "__main__":
    main()
