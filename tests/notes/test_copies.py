"""What a sync service left beside the file of notes is told, and taken when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.transcript.model import Transcript


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    return open_transcript(shipped_interview())


@pytest.mark.parametrize(
    "name",
    ["notes.sync-conflict-20261125-120000-ABCDEFG.yaml", "notes (Ann's conflicted copy).yaml"],
)
def test_a_copy_is_told_until_what_it_has_is_here(
    name: str, transcript: Transcript, tmp_path: Path
) -> None:
    file, copy = tmp_path / "notes.yaml", tmp_path / name
    ours = Notebook.open(transcript, file)
    both = ours.add(10, 40, "both")
    copy.write_text(file.read_text("utf-8"), "utf-8")
    assert ours.copies() == ()
    theirs = Notebook.open(transcript, copy)
    theirs.edit(both.id, note="theirs")
    theirs.add(50, 90, "only there")
    copy.write_text(copy.read_text("utf-8") + "  mine: [x]  # kept\n", "utf-8")
    before = file.read_bytes()
    assert "has 2 entries that are not here" in ours.copies()[0]
    assert ours.take_copy(copy.read_bytes()) == 2
    assert [note.note for note in ours.notes] == ["both", "theirs", "only there"]
    assert "mine: [x]" in file.read_text("utf-8")
    assert ours.copies() == ()
    assert ours.take_copy(copy.read_bytes()) == 0
    ours.undo()
    assert file.read_bytes() == before


def test_a_copy_that_cannot_be_read_is_told(transcript: Transcript, tmp_path: Path) -> None:
    (tmp_path / "notes.sync-conflict-1.yaml").write_text("notes: [half")
    (told,) = Notebook.open(transcript, tmp_path / "notes.yaml").copies()
    assert "cannot be read: line" in told
