"""Notes are found by name and content; what keeps track of that may be damaged in any way."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.notes import Notebook
from playhead.notes.location import REGISTER, find_notes_file, notes_folder
from playhead.notes.signatures import FILE, read_signatures

SHA256 = "0" * 64


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[5]",
        f'{{"{SHA256}": 5}}',
        f'{{"{SHA256}": ["a"]}}',
        f'{{"{SHA256}": "../../../etc/passwd"}}',
        f'{{"{SHA256}": ".."}}',
        f'{{"{SHA256}": "a\\u0000b"}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_register_leads_nowhere_else(home: Path, damage: str) -> None:
    sound = find_notes_file("talk.txt", SHA256)
    notes_folder().mkdir(parents=True)
    (notes_folder() / REGISTER).write_text(damage, "utf-8")
    assert find_notes_file("talk.txt", SHA256) == sound


def copy_of(interview: Path, file: Path) -> Path:
    file.write_bytes(interview.read_bytes())
    return file


def change_words(file: Path, words: int = 20) -> None:
    """Spell one word in so many otherwise."""
    parts = file.read_text("utf-8").split(" ")
    changed = (f"x{part}" if n % words == 0 else part for n, part in enumerate(parts))
    file.write_text(" ".join(changed), "utf-8")


def open_notes(file: Path) -> Notebook:
    return Notebook.open(open_transcript(file))


def test_notes_follow_a_talk_that_was_edited_opened_and_then_renamed(
    interview: Path, tmp_path: Path
) -> None:
    file = copy_of(interview, tmp_path / "first.txt")
    open_notes(file).add(3, 30, "kept")
    change_words(file)
    open_notes(file)
    change_words(file, 21)
    open_notes(file)
    file = file.rename(tmp_path / "second.txt")
    assert [one.note for one in open_notes(file).notes] == ["kept"]


def test_another_talk_under_the_same_name_does_not_take_the_notes_along(
    interview: Path, tmp_path: Path
) -> None:
    file = copy_of(interview, tmp_path / "talk.txt")
    open_notes(file).add(3, 30, "kept")
    file.write_text("Ann: What is a pear?\n\nBob: A fruit. " + "And so it goes on. " * 99, "utf-8")
    assert len(open_notes(file).notes) == 1
    file = file.rename(tmp_path / "pears.txt")
    notebook = open_notes(file)
    assert (notebook.notes, notebook.copies()) == ((), ())


def test_notes_of_a_talk_renamed_and_edited_are_offered_and_not_taken(
    interview: Path, tmp_path: Path
) -> None:
    file = copy_of(interview, tmp_path / "first.txt")
    kept = open_notes(file)
    kept.add(3, 30, "kept")
    second = copy_of(interview, tmp_path / "second.txt")
    change_words(second)
    assert open_notes(second).copies() == ()
    file.unlink()
    notebook = open_notes(second)
    assert notebook.notes == ()
    (line,) = notebook.copies()
    assert str(file) in line
    assert str(kept.path) in line
    notebook.take_copy(kept.path.read_bytes())
    assert [one.note for one in open_notes(second).notes] == ["kept"]
    assert open_notes(second).copies() == ()


@pytest.mark.parametrize("damage", ["", "[5]", '{"a.yaml": 5}', '{"a.yaml": ["x"]}', "[" * 100_000])
def test_damaged_signatures_offer_nothing(interview: Path, home: Path, damage: str) -> None:
    notes_folder().mkdir(parents=True)
    (notes_folder() / FILE).write_text(damage, "utf-8")
    notebook = open_notes(interview)
    assert notebook.copies() == ()
    notebook.add(3, 30, "kept")
    assert notebook.path.name in read_signatures(notes_folder())
