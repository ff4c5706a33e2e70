"""The talks at hand: those read before, those that lie beside this one, and the one that ships."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from playhead.formats.folder import transcripts_in
from playhead.library import shipped_interview
from playhead.reader.opening.memory import Memory

MOST_BESIDE = 200
"""Files of a folder that are offered at most."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A transcript to open: where it is, what it is called, what is known of it."""

    path: str
    title: str
    known: str


def talks_at_hand(memory: Memory, current: str) -> list[Talk]:
    """The talks that could be read instead of `current`, the one read last first, each once."""
    talks: dict[str, Talk] = {}
    for one in _all(memory, current):
        talks.setdefault(os.path.realpath(one.path), one)
    talks.pop(os.path.realpath(current), None)
    return list(talks.values())


def _all(memory: Memory, current: str) -> Iterator[Talk]:
    for path, title, share in memory.talks:
        if Path(path).is_file():
            name = Path(path).name
            yield Talk(path, title or name, f"{share:.0%} read · {name}")
    if Path(current).is_file():
        beside = transcripts_in(str(Path(current).absolute().parent))
        for path in islice(beside, MOST_BESIDE):
            yield Talk(path, Path(path).name, "in the same folder")
    yield Talk(str(shipped_interview()), shipped_interview().name, "ships with Playhead")
