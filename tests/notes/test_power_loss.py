"""Wherever the power fails in a save, the old file or the new one is there, never else."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from tests.notes.disk import Event, after_power_loss, recorded

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.notes.file.cutting import read_document
from playhead.notes.model import NotesError
from playhead.notes.save import locked, save

NAME = "notes.yaml"
CONTENT = st.binary(max_size=60)


def events_of(
    old: bytes | None, new: bytes, is_sealed: bool = True
) -> tuple[list[Event], dict[str, bytes]]:
    """What a save of `new` over `old` asks of the disk, and what the disk held.

    Where it is not sealed the folder cannot be synced.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / NAME
        if old is not None:
            target.write_bytes(old)
        failing = nullcontext() if is_sealed else pytest.raises(NotesError)
        with (
            _folders_failing(not is_sealed),
            locked(target),
            recorded(target.parent) as events,
            failing,
        ):
            save(target, new)
    return events, {} if old is None else {NAME: old}


@contextmanager
def _folders_failing(is_so: bool) -> Iterator[None]:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        real(descriptor)

    with patch.object(os, "fsync", fsync if is_so else real):
        yield


@given(st.none() | CONTENT, CONTENT, st.booleans(), st.data())
def test_any_crash_point_leaves_the_old_or_the_new_file(
    old: bytes | None, new: bytes, is_sealed: bool, data: st.DataObject
) -> None:
    events, before = events_of(old, new, is_sealed)
    crash = data.draw(st.integers(0, len(events)), label="events before the power failed")
    left = after_power_loss(events[:crash], before, lambda a, b: data.draw(st.integers(a, b)))
    assert left.get(NAME) in (old, new)
    if crash == len(events) and is_sealed:
        assert left.get(NAME) == new


@pytest.mark.parametrize("without", ["sync file", "sync folder"])
def test_the_model_tells_of_a_step_left_out(without: str) -> None:
    events, before = events_of(b"old content", b"new content")
    worse = [event for event in events if event.kind != without]

    def is_lost(crash: int, chances: list[int]) -> bool:
        draw = _taker(chances)
        left = after_power_loss(worse[:crash], before, draw).get(NAME)
        allowed = (b"new content",) if crash == len(worse) else (b"old content", b"new content")
        return left not in allowed

    cases = st.tuples(st.integers(0, len(worse)), st.lists(st.integers(0, 99), max_size=12))
    find(cases, lambda case: is_lost(*case))
    worse = events
    with pytest.raises(NoSuchExample):
        find(cases, lambda case: is_lost(*case))


def _taker(chances: list[int]) -> Callable[[int, int], int]:
    taken = iter(chances)
    return lambda low, high: low + next(taken, 0) % (high - low + 1)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_notebook_after_power_loss_has_every_acknowledged_note(data: st.DataObject) -> None:
    transcript = open_transcript(shipped_interview())
    acknowledged: list[tuple[int, str]] = []
    with tempfile.TemporaryDirectory() as folder, recorded(Path(folder)) as events:
        notebook = Notebook.open(transcript, Path(folder) / NAME)
        for number in range(4):
            notebook.add(number, number + 20, f"note {number}")
            acknowledged.append((len(events), f"note {number}"))
    crash = data.draw(st.integers(0, len(events)))
    left = after_power_loss(events[:crash], {}, lambda a, b: data.draw(st.integers(a, b)))
    entries = read_document(left.get(NAME, b"")).entries("notes")
    found = [(one.values or {})["note"] for one in entries]
    sure = [words for at, words in acknowledged if at <= crash]
    assert found[: len(sure)] == sure
    assert len(found) <= len(sure) + 1
