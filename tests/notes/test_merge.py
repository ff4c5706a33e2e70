"""Two writers: nothing either wrote is lost, and a true conflict keeps both."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook
from playhead.notes.merge import merge_values
from playhead.transcript.model import Transcript


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    return open_transcript(shipped_interview())


def test_different_keys_are_both_taken() -> None:
    before = {"note": "a", "colour": "blue"}
    merged, conflict = merge_values(before, {**before, "note": "b"}, {**before, "colour": "pink"})
    assert (merged, conflict) == ({"note": "b", "colour": "pink"}, False)


def test_tags_are_a_set() -> None:
    before = {"tags": ["a", "b"]}
    merged, conflict = merge_values(before, {"tags": ["a", "c"]}, {"tags": ["a", "b", "d"]})
    assert (merged["tags"], conflict) == (["a", "d", "c"], False)


def test_the_same_key_is_a_conflict() -> None:
    before = {"note": "a"}
    assert merge_values(before, {"note": "b"}, {"note": "c"}) == ({"note": "c"}, True)


def test_two_windows_edit_different_parts_of_a_note(transcript: Transcript) -> None:
    mine = Notebook.open(transcript)
    note = mine.add(10, 40, "one", ["a"])
    theirs = Notebook.open(transcript)
    theirs.edit(note.id, colour="pink")
    mine.edit(note.id, tags=["a", "b"])
    found = Notebook.open(transcript).get(note.id)
    assert (found.note, found.tags, found.colour) == ("one", ("a", "b"), "pink")
    assert mine.conflicts == []


def test_two_windows_edit_the_same_text_and_both_are_kept(transcript: Transcript) -> None:
    mine = Notebook.open(transcript)
    note = mine.add(10, 40, "one")
    theirs = Notebook.open(transcript)
    theirs.edit(note.id, note="theirs")
    mine.edit(note.id, note="mine")
    assert [one.note for one in Notebook.open(transcript).notes] == ["theirs", "mine"]
    assert "both versions are kept" in mine.conflicts[0]


def test_what_another_changed_is_not_deleted(transcript: Transcript) -> None:
    mine = Notebook.open(transcript)
    note = mine.add(10, 40, "one")
    theirs = Notebook.open(transcript)
    theirs.edit(note.id, note="more")
    mine.remove(note.id)
    assert [one.note for one in Notebook.open(transcript).notes] == ["more"]
    assert "not deleted" in mine.conflicts[0]


STEP = st.tuples(
    st.integers(0, 1), st.sampled_from(["add", "edit", "tag", "undo"]), st.integers(0, 5)
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, max_size=12))
def test_any_steps_of_two_writers_converge_with_nothing_lost(
    tmp_path: Path, transcript: Transcript, steps: list[tuple[int, str, int]]
) -> None:
    file = tmp_path / "notes.yaml"
    file.unlink(missing_ok=True)
    writers = [Notebook.open(transcript, file), Notebook.open(transcript, file)]
    written: list[set[str]] = [set(), set()]
    for number, (who, action, which) in enumerate(steps):
        notebook, text = writers[who], f"w{who}-{number}"
        notes = notebook.notes
        if action == "add" or (action in ("edit", "tag") and not notes):
            notebook.add(which, which + 9, text)
            written[who].add(text)
        elif action == "edit":
            note = notes[which % len(notes)]
            notebook.edit(note.id, note=text)
            written[0].discard(note.note)
            written[1].discard(note.note)
            written[who].add(text)
        elif action == "tag":
            notebook.edit(notes[which % len(notes)].id, tags=[text])
        elif action == "undo" and not any(step[1] == "edit" for step in steps) and notebook.undo():
            kept = {one.note for one in notebook.notes}
            written[who] &= kept
    for notebook in writers:
        notebook.reload()
    final = {one.note for one in Notebook.open(transcript, file).notes}
    assert {one.note for one in writers[0].notes} == {one.note for one in writers[1].notes} == final
    assert written[0] | written[1] <= final


def test_what_was_seen_when_editing_began_decides_not_what_was_read_since(
    transcript: Transcript, tmp_path: Path
) -> None:
    mine = Notebook.open(transcript, tmp_path / "notes.yaml")
    seen = mine.add(10, 40, "one", ["a"])
    theirs = Notebook.open(transcript, tmp_path / "notes.yaml")
    theirs.edit(seen.id, note="theirs", tags=["a", "t"])
    assert mine.reload()
    mine.edit(seen.id, note="mine", tags=["a", "m"], seen=seen)
    first, second = Notebook.open(transcript, tmp_path / "notes.yaml").notes
    assert (first.note, first.tags) == ("theirs", ("a", "t", "m"))
    assert (second.note, second.tags) == ("mine", ("a", "m"))
    assert "both versions are kept" in mine.conflicts[0]


def test_a_note_deleted_elsewhere_while_it_was_edited_is_written_again(
    transcript: Transcript, tmp_path: Path
) -> None:
    mine = Notebook.open(transcript, tmp_path / "notes.yaml")
    seen = mine.add(10, 40, "one")
    Notebook.open(transcript, tmp_path / "notes.yaml").remove(seen.id)
    mine.reload()
    edited = mine.edit(seen.id, note="longer", seen=seen)
    assert (edited.id, edited.note, edited.quote) == (seen.id, "longer", seen.quote)


def test_what_only_the_person_understands_survives_a_merge(
    transcript: Transcript, tmp_path: Path
) -> None:
    file = tmp_path / "notes.yaml"
    mine = Notebook.open(transcript, file)
    note = mine.add(10, 40, "one")
    text = file.read_text("utf-8") + "  links:\n    - to: {a: [b, c]}   # mine\n"
    file.write_text(text, "utf-8")
    mine.edit(note.id, note="two")
    assert file.read_text("utf-8").endswith("  links:\n    - to: {a: [b, c]}   # mine\n")
    mine.edit(note.id, tags=["x"])
    mine.undo()
    mine.undo()
    assert file.read_text("utf-8") == text
