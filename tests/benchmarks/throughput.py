"""Parse throughput and peak memory by length, beside a bare regex-and-count pass.

    python -m tests.benchmarks.throughput [WORDS…]

Each figure is of a process of its own: seconds inside `parse` (the file already read), and the
growth of the process's peak memory over what it had before parsing, as Linux counts it (VmHWM).
Seven million words are a million cues.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.benchmarks.corpus import KINDS, labelled, written

FILES, FILE_WORDS = 60, 10_000
"""A folder of this many transcripts, each of this length, as of a podcast of a year."""

_PARSE = """
import os, re, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does
from playhead.formats.reading import read_source
from playhead.transcript.model import Origin
from playhead.transcript.parse import parse
def peak(): return int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) * 1024
data = open(sys.argv[1], 'rb').read()
parse(read_source(b'Ann: Who is it?\\n\\nBob: It is me.\\n', 'a.txt'), Origin('', '', ''))
before, start = peak(), time.perf_counter()
done = parse(read_source(data, sys.argv[1]), Origin('', '', ''))
print(time.perf_counter() - start, peak() - before, len(data), len(done.turns))
"""
_COUNT = """
import re, sys, time
from collections import Counter
text = open(sys.argv[1], encoding='utf-8').read()
start = time.perf_counter()
Counter(re.findall(r'\\w+', text.lower()))
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print the table."""
    sizes = [int(word) for word in sys.argv[1:]] or [5_000, 500_000, 5_000_000]
    print("| words | kind | turns | parse MB/s | regex-and-count MB/s | ratio | bytes a byte |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for words in sizes:
            for kind in KINDS:
                file = written(Path(folder), words, kind)
                seconds, memory, size, turns = map(float, _ran(_PARSE, file))
                (count,) = map(float, _ran(_COUNT, file))
                mega = size / 1e6
                print(
                    f"| {words:,} | {kind} | {turns:.0f} | {mega / seconds:.1f} "
                    f"| {mega / count:.1f} | {seconds / count:.1f} | {memory / size:.0f} |",
                    flush=True,
                )
    _many()


def _many() -> None:
    """Print how long a folder of many files takes on one core and on all."""
    print("\n| files | words each | one core | all cores | cores | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        talks = Path(folder) / "talks"
        talks.mkdir()
        for number in range(FILES):
            text = labelled(FILE_WORDS, seed=number + 2)
            (talks / f"{number:03}.txt").write_text(text, encoding="utf-8")
        cores = os.sched_getaffinity(0)
        one = _parsed(talks, {min(cores)}, f"{folder}/one")
        every = _parsed(talks, cores, f"{folder}/all")
    print(
        f"| {FILES} | {FILE_WORDS:,} | {one:.1f} s | {every:.1f} s | {len(cores)} | {one / every:.2f} |"
    )


def _parsed(talks: Path, cores: set[int], home: str) -> float:
    """Seconds of `parse --format jsonl` on a folder, with an empty cache, on some cores."""
    command = [sys.executable, "-m", "playhead", "parse", "--format", "jsonl", str(talks)]
    start = time.perf_counter()
    subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        check=True,
        env={**os.environ, "PLAYHEAD_HOME": home},
        preexec_fn=partial(os.sched_setaffinity, 0, cores),
    )
    return time.perf_counter() - start


def _ran(program: str, file: Path) -> list[str]:
    command = [sys.executable, "-c", program, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


if __name__ == "__main__":
    main()
