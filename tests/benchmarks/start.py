"""How long commands take to start, as ratios to an empty interpreter and to a bare Textual app.

    python -m tests.benchmarks.start [ROUNDS]

Every round runs the yardstick and each command once, in turn; a ratio is the median over rounds of
the ratios taken round by round.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.terminal import BARE_APP, first_paint

WORDS = b"There used to be a chat"
"""The first words of the shipped interview: not the title alone, the text must be there."""
PLAYHEAD = str(Path(sys.executable).with_name("playhead"))


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLAYHEAD_HOME"] = home
        run([PLAYHEAD, "search", "reliable systems"])
        empty = [sys.executable, "-c", "pass"]
        commands = {
            "playhead --version": [PLAYHEAD, "--version"],
            "playhead --help": [PLAYHEAD, "--help"],
            "playhead parse, parsed before": [PLAYHEAD, "parse"],
            "playhead search, parsed before": [PLAYHEAD, "search", "reliable systems"],
            "playhead notes list": [PLAYHEAD, "notes", "list"],
        }
        table(
            "python -c pass", lambda: run(empty), {k: ran(v) for k, v in commands.items()}, rounds
        )
        print()
        first_paint([PLAYHEAD], WORDS, home)
        painted = {"playhead, first words": lambda: first_paint([PLAYHEAD], WORDS, home)}
        bare = "bare Textual app, first paint"
        table(bare, lambda: first_paint(BARE_APP, b"painted-text", home), painted, rounds)


def run(command: list[str]) -> float:
    """Seconds that `command` takes as a whole process."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def ran(command: list[str]) -> Callable[[], float]:
    """A measurement of `command`."""
    return lambda: run(command)


def table(
    yardstick: str, base: Callable[[], float], rows: dict[str, Callable[[], float]], rounds: int
) -> None:
    """Measure everything `rounds` times in turn and print medians and ratios."""
    bases: list[float] = []
    figures: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(rounds):
        bases.append(base())
        for name, measure in rows.items():
            figures[name].append(measure())
    print("| what | median ms | ratio |\n| --- | --- | --- |")
    print(f"| {yardstick} | {statistics.median(bases) * 1000:.0f} | 1 |")
    for name, seconds in figures.items():
        ratio = statistics.median(a / b for a, b in zip(seconds, bases, strict=True))
        print(f"| {name} | {statistics.median(seconds) * 1000:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
