"""The notebook: on disk at every change, undoable, shared with others."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from playhead.files import read_bytes
from playhead.library import open_transcript
from playhead.notes import Notebook, NotesError
from playhead.transcript.model import Transcript

QUOTE = "reliable systems out of unreliable parts"


@pytest.fixture
def transcript(interview: Path) -> Transcript:
    return open_transcript(interview)


def span(transcript: Transcript, quote: str = QUOTE) -> tuple[int, int]:
    start = transcript.text.index(quote)
    return start, start + len(quote)


def test_a_note_is_on_disk_as_the_interface_says(transcript: Transcript) -> None:
    notebook = Notebook.open(transcript)
    note = notebook.add(*span(transcript), "What I thought.", ["reliability"])
    document = yaml.safe_load(notebook.path.read_text("utf-8"))
    assert document["playhead"] == 1
    assert document["transcript"]["sha256"] == transcript.origin.sha256
    (entry,) = document["notes"]
    assert entry["id"] == note.id
    assert entry["quote"] == QUOTE
    assert entry["speaker"] == "Jeff Dean"
    assert entry["note"] == "What I thought.\n"
    assert entry["tags"] == ["reliability"]
    assert transcript.text[entry["start"] : entry["end"]] == QUOTE
    assert entry["prefix"].endswith("how do you build ")
    assert entry["suffix"].startswith(". Yes. Right?")


def test_it_is_there_when_opened_again(transcript: Transcript) -> None:
    note = Notebook.open(transcript).add(*span(transcript), "kept")
    assert Notebook.open(transcript).notes == (note,)


def test_edit_changes_what_is_given_and_nothing_else(transcript: Transcript) -> None:
    notebook = Notebook.open(transcript)
    note = notebook.add(*span(transcript), "one", ["a"])
    edited = notebook.edit(note.id, note="two")
    assert (edited.note, edited.tags, edited.created) == ("two", ("a",), note.created)
    assert Notebook.open(transcript).get(note.id).note == "two"


def test_undo_and_redo_walk_through_every_change(transcript: Transcript) -> None:
    notebook = Notebook.open(transcript)
    states = [notebook.notes]
    note = notebook.add(*span(transcript), "one")
    states.append(notebook.notes)
    notebook.edit(note.id, note="two", tags=["x"])
    states.append(notebook.notes)
    notebook.remove(note.id)
    states.append(notebook.notes)
    for state in reversed(states[:-1]):
        assert notebook.undo()
        assert notebook.notes == state == Notebook.open(transcript).notes
    assert notebook.undo() is None
    for state in states[1:]:
        assert notebook.redo()
        assert notebook.notes == state
    assert notebook.redo() is None


def test_a_correction_is_saved_and_applied(transcript: Transcript, interview: Path) -> None:
    notebook = Notebook.open(transcript)
    notebook.correct("speaker", *span(transcript, "Yes. Right?"), to="host")
    again = open_transcript(interview)
    start, _ = span(transcript, "Right? Like in the earliest")
    assert next(one.speaker for one in again.turns if one.start <= start < one.end) == "host"
    notebook.undo()
    assert open_transcript(interview) == transcript


def test_what_another_wrote_is_kept(transcript: Transcript) -> None:
    mine, theirs = Notebook.open(transcript), Notebook.open(transcript)
    first = mine.add(*span(transcript), "mine")
    second = theirs.add(*span(transcript), "theirs")
    assert mine.changed_outside()
    assert mine.reload()
    assert {one.id for one in mine.notes} == {first.id, second.id}
    third = mine.add(*span(transcript), "third")
    assert {one.id for one in Notebook.open(transcript).notes} == {first.id, second.id, third.id}


def test_an_editor_may_write_into_it(transcript: Transcript) -> None:
    notebook = Notebook.open(transcript)
    notebook.add(*span(transcript), "mine")
    text = notebook.path.read_text("utf-8").replace("mine", "by hand") + "# a comment\n"
    notebook.path.write_text(text, "utf-8")
    notebook.add(*span(transcript), "more")
    assert [one.note for one in notebook.notes] == ["by hand", "more"]
    assert "# a comment" in notebook.path.read_text("utf-8")


def test_eight_processes_at_once_lose_none(transcript: Transcript, tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    program = (
        "import sys; from playhead.library import open_transcript, shipped_interview\n"
        "from playhead.notes import Notebook\n"
        "transcript = open_transcript(shipped_interview())\n"
        "notebook = Notebook.open(transcript, sys.argv[1])\n"
        "for number in range(5): notebook.add(number, number + 9, f'{sys.argv[2]}-{number}')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(target), str(number)])
        for number in range(8)
    ]
    assert [one.wait() for one in running] == [0] * 8
    notes = {one.note for one in Notebook.open(transcript, target).notes}
    assert notes == {f"{a}-{b}" for a in range(8) for b in range(5)}


@pytest.mark.parametrize("how", ["open", "reload"])
def test_what_is_written_while_we_read_is_not_taken_for_read(
    how: str, transcript: Transcript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.yaml"
    theirs = Notebook.open(transcript, target)
    theirs.add(*span(transcript), "one")
    mine = Notebook.open(transcript, target)
    theirs.add(*span(transcript), "two")
    with monkeypatch.context() as patch:

        def read_slowly(path: str) -> bytes:
            data = read_bytes(path)
            patch.undo()
            theirs.add(*span(transcript), "meanwhile")
            return data

        patch.setattr("playhead.notes.kept_file.read_bytes", read_slowly)
        if how == "open":
            mine = Notebook.open(transcript, target)
        else:
            mine.reload()
    mine.add(*span(transcript), "mine")
    found = [one.note for one in Notebook.open(transcript, target).notes]
    assert found == ["one", "two", "meanwhile", "mine"]


def test_a_broken_file_is_told_and_left_alone(transcript: Transcript, tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    target.write_text("notes:\n- id: 'half", "utf-8")
    with pytest.raises(NotesError, match="line"):
        Notebook.open(transcript, target)
    assert target.read_text("utf-8") == "notes:\n- id: 'half"


def test_a_missing_folder_is_told(transcript: Transcript, tmp_path: Path) -> None:
    notebook = Notebook.open(transcript, tmp_path / "gone" / "notes.yaml")
    with pytest.raises(NotesError, match="folder"):
        notebook.add(*span(transcript), "x")
    assert notebook.notes == ()


@pytest.mark.parametrize("how", ["deleted", "emptied"])
def test_a_file_that_goes_while_it_is_open_costs_no_note(
    how: str, transcript: Transcript, tmp_path: Path
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    notebook.add(*span(transcript), "one")
    if how == "deleted":
        notebook.path.unlink()
    else:
        notebook.path.write_bytes(b"")
    notebook.reload()
    assert [one.note for one in notebook.notes] == ["one"]
    notebook.add(*span(transcript), "two")
    found = Notebook.open(transcript, tmp_path / "notes.yaml").notes
    assert [one.note for one in found] == ["one", "two"]


def test_a_file_damaged_while_it_is_open_is_left_alone(
    transcript: Transcript, tmp_path: Path
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    notebook.add(*span(transcript), "one")
    notebook.path.write_text("notes:\n- id: 'half", "utf-8")
    with pytest.raises(NotesError, match="line"):
        notebook.add(*span(transcript), "two")
    assert notebook.path.read_text("utf-8") == "notes:\n- id: 'half"
    assert [one.note for one in notebook.notes] == ["one"]


def test_notes_follow_a_renamed_file_and_a_changed_one(interview: Path, tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    first.write_bytes(interview.read_bytes())
    transcript = open_transcript(first)
    Notebook.open(transcript).add(*span(transcript), "kept")
    second = first.rename(tmp_path / "second.txt")
    assert len(Notebook.open(open_transcript(second)).notes) == 1
    second.write_text(second.read_text("utf-8").replace("[laughter]", ""), "utf-8")
    # It was opened under its new name: there it keeps its notes though its words have changed.
    assert len(Notebook.open(open_transcript(second)).notes) == 1
    first.write_text(second.read_text("utf-8"), "utf-8")
    changed = open_transcript(first)
    notebook = Notebook.open(changed)
    assert [one.note for one in notebook.notes] == ["kept"]
    (found,) = notebook.anchors().values()
    assert found.state == "moved"


@pytest.mark.parametrize("damage", ["", "{", "[]"])
def test_notes_are_found_though_the_register_is_lost(
    damage: str, interview: Path, tmp_path: Path
) -> None:
    first = tmp_path / 'a, "b" and ü.txt'
    first.write_bytes(interview.read_bytes())
    notebook = Notebook.open(open_transcript(first))
    notebook.add(3, 30, "kept")
    second = first.rename(tmp_path / "second.txt")
    register = notebook.path.parent / ".register.json"
    if damage:
        register.write_text(damage)
    else:
        register.unlink()
    assert [one.note for one in Notebook.open(open_transcript(second)).notes] == ["kept"]
    first.write_text(interview.read_text("utf-8").replace("[laughter]", ""), "utf-8")
    assert [one.note for one in Notebook.open(open_transcript(first)).notes] == ["kept"]


def test_what_an_editor_wrote_right_behind_us_is_seen(
    transcript: Transcript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    notebook.add(*span(transcript), "one")
    assert not notebook.changed_outside()
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        done = real(path, target)
        target.write_text(target.read_text("utf-8") + "# by an editor\n", "utf-8")
        return done

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        notebook.add(*span(transcript), "two")
    assert notebook.changed_outside()
    notebook.add(*span(transcript), "three")
    assert "# by an editor" in notebook.path.read_text("utf-8")


def test_saving_again_what_the_folder_did_not_take_writes_it_once(
    transcript: Transcript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    notebook.add(*span(transcript), "one")
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(NotesError, match="cannot be written"):
            notebook.add(*span(transcript), "two")
    notebook.add(*span(transcript), "two")
    found = Notebook.open(transcript, tmp_path / "notes.yaml").notes
    assert [one.note for one in found] == ["one", "two"]


SAID = [
    "We planted pears by the river.",
    "Yes, we did.",
    "The frost came in one night.",
    "Yes, we did.",
]


def heard(*said: str) -> str:
    """Captions of five seconds each, a speaker a line."""
    return "".join(
        f"{number}\n00:0{number}:00,000 --> 00:0{number}:05,000\n{'Ann' if number % 2 else 'Bob'}: {one}\n\n"
        for number, one in enumerate(said, 1)
    )


def test_the_moment_is_kept_and_finds_the_place_again(tmp_path: Path) -> None:
    talk, file = tmp_path / "talk.srt", tmp_path / "notes.yaml"
    talk.write_text(heard(*SAID), "utf-8")
    transcript = open_transcript(talk)
    start = transcript.text.rindex("Yes, we did")
    notebook = Notebook.open(transcript, file)
    note = notebook.add(start, start + len("Yes, we did."), "the second time")
    assert (note.speaker, note.time) == ("Bob", 240.0)
    assert "  time: 240.0\n" in file.read_text("utf-8")
    assert Notebook.open(transcript, file).get(note.id) == note
    talk.write_text(
        heard("So they planted.", "Yes we did.", "In one night it came.", "Yes we did.")
    )
    again = open_transcript(talk)
    (found,) = Notebook.open(again, file).anchors().values()
    assert (found.state, found.start) == ("fuzzy", again.text.rindex("Yes"))
