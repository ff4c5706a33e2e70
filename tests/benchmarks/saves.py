"""How long one change takes in a file of notes, small and large, and what the disk needs of it.

    python -m tests.benchmarks.saves [NOTES…]

Milliseconds, median and worst of 30. `disk` is the same bytes written, synced and renamed by hand.
`merge` is a change after another program changed the file; `places` is finding every note again
after a change, as the reader does.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.notes.changes import new_id, now
from playhead.notes.file.document import new_document
from playhead.notes.file.entry import entry_text
from playhead.transcript.anchoring.anchor import make_selector
from playhead.transcript.model import Transcript

TIMES = 30


def main() -> None:
    """Print the table."""
    transcript = open_transcript(shipped_interview())
    print("| notes | open | add | edit | undo | merge | places | disk |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for notes in [int(word) for word in sys.argv[1:]] or [100, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            cells = _measure(transcript, written(Path(folder) / "notes.yaml", transcript, notes))
        print(f"| {notes:,} | {' | '.join(cells)} |", flush=True)


def written(file: Path, transcript: Transcript, notes: int) -> Path:
    """A file of as many notes on passages all over a transcript."""
    parts = [new_document(transcript.title, "talk.txt", "0" * 64).text(), "notes:\n"]
    for number in range(notes):
        start = number * 37 % (len(transcript.text) - 120)
        selector = make_selector(transcript.text, start, start + 80)
        stamp = now()
        values = {
            "id": new_id(),
            "created": stamp,
            "updated": stamp,
            "turn": f"t{number}",
            "speaker": "Jeff Dean",
            "quote": selector.quote,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
            "start": start,
            "end": start + 80,
            "note": f"What I thought, the {number}th time.\nAnd why.",
            "tags": ["reliability", f"tag {number % 50}"],
        }
        parts.append(entry_text(values))
    file.write_text("".join(parts), encoding="utf-8")
    return file


def _measure(transcript: Transcript, file: Path) -> list[str]:
    opened = list(_timed(lambda: Notebook.open(transcript, file), 3))
    notebook, other = Notebook.open(transcript, file), Notebook.open(transcript, file)
    notebook.anchors()
    added = list(_timed(lambda: notebook.add(10, 50, "one more", ["new"])))
    edited = list(_timed(lambda: notebook.edit(notebook.notes[7].id, note=str(time.time_ns()))))
    undone = list(_timed(notebook.undo))
    merged: list[float] = []
    placed: list[float] = []
    for _ in range(5):
        other.add(20, 60, "from the other window")
        merged += _timed(lambda: notebook.add(10, 50, "one more"), 1)
        placed += _timed(notebook.anchors, 1)
    disk = list(_timed(lambda: _by_hand(file)))
    return [_cell(times) for times in (opened, added, edited, undone, merged, placed, disk)]


def _timed(job: Callable[[], object], times: int = TIMES) -> Iterator[float]:
    for _ in range(times):
        start = time.perf_counter()
        job()
        yield 1000 * (time.perf_counter() - start)


def _by_hand(file: Path) -> None:
    data = file.read_bytes()
    beside = file.with_suffix(".copy")
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file.with_suffix(".other"))


def _cell(times: list[float]) -> str:
    return f"{statistics.median(times):.1f} ({max(times):.0f})"


if __name__ == "__main__":
    main()
