"""Parse throughput and peak memory by length, beside a bare regex-and-count pass.

    python -m tests.benchmarks.throughput [WORDS…]

Each figure is of a process of its own: seconds inside `parse` (the file already read), and the
growth of the process's peak memory over what it had before parsing, as Linux counts it (VmHWM).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.corpus import written

_PARSE = """
import re, sys, time
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
            for kind in ("labelled", "unlabelled"):
                file = written(Path(folder), words, kind)
                seconds, memory, size, turns = map(float, _ran(_PARSE, file))
                (count,) = map(float, _ran(_COUNT, file))
                mega = size / 1e6
                print(
                    f"| {words:,} | {kind} | {turns:.0f} | {mega / seconds:.1f} "
                    f"| {mega / count:.1f} | {seconds / count:.1f} | {memory / size:.0f} |",
                    flush=True,
                )


def _ran(program: str, file: Path) -> list[str]:
    command = [sys.executable, "-c", program, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


if __name__ == "__main__":
    main()
