"""What is left of a file of notes when its writer is killed at any instant.

    python -m tests.benchmarks.kills [KILLS [NOTES]]

A process changes notes as fast as it can and says before and after each change what it does; it is
killed with signal 9 after a random time. Then the file must be whole and hold exactly what was
acknowledged, with or without the one change under way; another window must be able to write at
once; and no temporary file may be left. Exits 1 where any of this fails.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.transcript.model import Transcript

LONGEST_LIFE = 0.03
"""Seconds after which a writer is killed at the latest: some changes, so that many die in one."""

Words = frozenset[str]
"""The words of all notes; no two notes have the same."""


def main() -> None:
    """Kill writers and print the table."""
    kills, notes = (int(word) for word in (*sys.argv[1:], *("1000", "200")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        counts = kill_writers(Path(folder) / "notes.yaml", kills, notes)
    print("| " + " | ".join(counts) + " |")
    print("| " + " | ".join("---" for _ in counts) + " |")
    print("| " + " | ".join(str(count) for count in counts.values()) + " |")
    sys.exit(bool(counts["corrupt"] or counts["lost"] or counts["left behind"]))


def kill_writers(file: Path, kills: int, notes: int, seed: int = 1) -> Counter[str]:
    """Kill as many writers of `file`, which begins with `notes` notes; count what happened."""
    transcript = open_transcript(shipped_interview())
    ours = Notebook.open(transcript, file)
    for number in range(notes):
        ours.add(number, number + 40, f"before {number}", ["kept"])
    counts = Counter(dict.fromkeys(COUNTED, 0))
    draw = random.Random(seed)
    for number in range(kills):
        before = _words(file)
        said = _killed_writer(transcript, file, draw, number)
        counts["kills"] += 1
        counts["changes acknowledged"] += said.count("done\n")
        counts["killed in a save"] += any(file.parent.glob("*.part"))
        try:
            found = _words(file)
        except (yaml.YAMLError, KeyError, TypeError):
            counts["corrupt"] += 1
            continue
        sure, perhaps = _replayed(before, said)
        counts["lost"] += found not in (sure, perhaps)
        ours.add(1, 9, f"after {number}")
        counts["lost"] += f"after {number}" not in _words(file)
        ours.undo()
        counts["left behind"] += len(list(file.parent.glob("*.part")))
    return counts


COUNTED = ("kills", "changes acknowledged", "killed in a save", "corrupt", "lost", "left behind")


def _words(file: Path) -> Words:
    """Read without Playhead, as another program would."""
    entries = (
        yaml.load(file.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))["notes"] or ()
    )
    return frozenset(entry["note"].rstrip("\n") for entry in entries)


def _killed_writer(transcript: Transcript, file: Path, draw: random.Random, number: int) -> str:
    """What a writer said before it was killed."""
    ready, say = os.pipe()
    seed = draw.random()
    child = os.fork()
    if child == 0:
        _change_for_ever(transcript, file, random.Random(seed), number, say)
    os.close(say)
    select.select([ready], [], [], 10)
    time.sleep(draw.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ready, "rb") as stream:
        return stream.read().decode()


def _change_for_ever(
    transcript: Transcript, file: Path, draw: random.Random, number: int, say: int
) -> None:
    try:
        notebook = Notebook.open(transcript, file)
        os.write(say, b"open\n")
        step = 0
        while True:
            step += 1
            words = f"killed {number}-{step}"
            notes = notebook.notes
            note = draw.choice(notes)
            # The last is never removed: there would be nothing left to change.
            action = draw.choice(("add", "edit", "remove") if len(notes) > 1 else ("add", "edit"))
            old, new = note.note if action != "add" else "", words if action != "remove" else ""
            os.write(say, f"{old}|{new}\n".encode())
            if action == "add":
                notebook.add(step, step + 40, words)
            elif action == "edit":
                notebook.edit(note.id, note=words)
            else:
                notebook.remove(note.id)
            os.write(say, b"done\n")
    finally:
        os._exit(3)


def _replayed(before: Words, said: str) -> tuple[Words, Words]:
    """What must be in the file, and what may be if the change under way was made."""
    sure = perhaps = before
    for line in said.splitlines()[1:]:
        if line == "done":
            sure = perhaps
        else:
            old, new = line.split("|")
            perhaps = (sure - {old}) | ({new} - {""})
    return sure, perhaps


if __name__ == "__main__":
    main()
