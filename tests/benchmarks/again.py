"""The second opening of a very long talk beside the first opening of the shipped interview.

    python -m tests.benchmarks.again [WORDS [ROUNDS]]

Milliseconds until the first words are painted on a pseudo-terminal, taken in turn: the interview
with nothing kept from before, then a talk of WORDS (2,000,000) labelled words that was parsed once.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.corpus import labelled
from tests.benchmarks.start import PLAYHEAD, WORDS
from tests.benchmarks.terminal import first_paint

FIRST = "Firstmost"


def main() -> None:
    """Print the table."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "talk.txt"
        file.write_text(f"Ann Asker: {FIRST} of all?\n\n{labelled(words)}", encoding="utf-8")
        home = f"{folder}/home"
        subprocess.run(
            [PLAYHEAD, "parse", str(file)],
            env={"PLAYHEAD_HOME": home}, stdout=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        first, second = [], []
        for number in range(rounds):
            first.append(first_paint([PLAYHEAD], WORDS, f"{folder}/{number}"))
            second.append(first_paint([PLAYHEAD, str(file)], FIRST.encode(), home))
    ratio = statistics.median(b / a for a, b in zip(first, second, strict=True))
    print("| opening | median ms | ratio |\n| --- | --- | --- |")
    print(f"| the interview, for the first time | {statistics.median(first) * 1000:.0f} | 1 |")
    print(f"| {words:,} words, again | {statistics.median(second) * 1000:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
