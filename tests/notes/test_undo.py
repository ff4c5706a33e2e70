"""Undo gives back the file as it was, to the byte; redo as it became."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.transcript.model import Transcript

BY_HAND = """\
# my notes
playhead: 1
notes:   # all of them
# the best one
- id: n1
  note:   what I   thought   # odd spacing
  rating: 5
- id: n2
  colour: pink
  note: |
    Two lines,
    # not a comment
# the end
"""


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    return open_transcript(shipped_interview())


def do(notebook: Notebook, action: str, which: int) -> None:
    notes = notebook.notes
    if action == "add" or not notes:
        notebook.add(which, which + 30, f"new {which}", ["a"])
        return
    id = notes[which % len(notes)].id
    if action == "remove":
        notebook.remove(id)
    elif action == "move":
        notebook.move(id, which, which + 20)
    elif action == "correct":
        notebook.correct("speaker", which, which + 20, to="host")
    else:
        notebook.edit(id, note=f"edited {which}", colour="blue" if which % 2 else None)


STEP = st.tuples(st.sampled_from(["add", "edit", "remove", "move", "correct"]), st.integers(0, 99))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=1, max_size=8))
def test_undo_and_redo_walk_through_the_same_bytes(
    transcript: Transcript, steps: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notes.yaml"
        file.write_text(BY_HAND, "utf-8")
        notebook = Notebook.open(transcript, file)
        states = [file.read_bytes()]
        for action, which in steps:
            do(notebook, action, which)
            states.append(file.read_bytes())
        for state in states[-2::-1]:
            assert notebook.undo()
            assert file.read_bytes() == state
        for state in states[1:]:
            assert notebook.redo()
            assert file.read_bytes() == state


def test_the_only_note_may_be_deleted_and_another_written(
    transcript: Transcript, tmp_path: Path
) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text("playhead: 1\nnotes:\n- id: n1\n  note: x\n", "utf-8")
    notebook = Notebook.open(transcript, file)
    notebook.remove("n1")
    notebook.add(3, 9, "y")
    assert [one.note for one in Notebook.open(transcript, file).notes] == ["y"]


def test_undo_keeps_what_another_wrote_since(transcript: Transcript, tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    mine = Notebook.open(transcript, file)
    note = mine.add(3, 9, "mine")
    theirs = Notebook.open(transcript, file)
    theirs.edit(note.id, tags=["theirs"])
    mine.undo()
    (left,) = Notebook.open(transcript, file).notes
    assert left.tags == ("theirs",)
    assert "not deleted" in mine.conflicts[0]


def test_a_conflict_is_undone_whole(transcript: Transcript, tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    mine = Notebook.open(transcript, file)
    note = mine.add(3, 9, "one")
    Notebook.open(transcript, file).edit(note.id, note="theirs")
    mine.edit(note.id, note="mine")
    mine.undo()
    assert [one.note for one in Notebook.open(transcript, file).notes] == ["theirs"]
    mine.redo()
    assert [one.note for one in Notebook.open(transcript, file).notes] == ["theirs", "mine"]


@pytest.mark.parametrize(
    "text",
    [
        "playhead: 1\n",
        "playhead: 1\nnotes: []\n",
        "playhead: 1\nnotes:\n",
        "playhead: 1\nnotes: ~  # none yet\n",
        "playhead: 1",
        "playhead: 1\nnotes:\n- id: n1\n  note: x",
        "{playhead: 1}\n",
        "{playhead: 1, notes: [  ]}\n",
        "playhead: 1\r\nnotes: []\r\nmood: good",
        '\ufeffnotes: [{"id": "n1"},]  # one\n',
    ],
)
def test_what_the_first_note_made_goes_with_it(
    transcript: Transcript, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(text.encode())
    notebook = Notebook.open(transcript, file)
    notebook.add(3, 9, "one")
    notebook.add(13, 19, "two")
    added = file.read_bytes()
    notebook.undo()
    notebook.undo()
    assert file.read_bytes() == text.encode()
    notebook.redo()
    notebook.redo()
    assert file.read_bytes() == added


@pytest.mark.parametrize("remark", ["", "   # all of them"])
def test_a_list_whose_last_entry_went_is_an_empty_list(
    transcript: Transcript, tmp_path: Path, remark: str
) -> None:
    file = tmp_path / "notes.yaml"
    text = f"playhead: 1\nnotes:{remark}\n# the best one\n- id: n1\n  note: x\n"
    file.write_text(text, "utf-8")
    Notebook.open(transcript, file).remove("n1")
    empty = f"playhead: 1\nnotes: []{remark}\n# the best one\n"
    assert file.read_text("utf-8") == empty
    notebook = Notebook.open(transcript, file)
    notebook.add(3, 9, "y")
    assert file.read_text("utf-8").startswith(f"playhead: 1\nnotes:{remark}\n")
    notebook.undo()
    assert file.read_text("utf-8") == empty
