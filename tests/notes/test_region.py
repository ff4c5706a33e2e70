"""An export writes its own region of a file; what a person wrote around it stays."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.notes.exchange.region import write_region
from playhead.notes.model import NotesError

TALK = "4bc4b4e523cf"
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)


def test_a_new_file_begins_with_its_head_and_is_written_again(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    assert not write_region(file, TALK, "one", "# Title\n")
    text = file.read_text("utf-8")
    assert text.startswith("# Title\n\n<!-- playhead: notes begin")
    file.write_text(text.replace("# Title", "# My title") + "\nMy own words.\n", "utf-8")
    assert not write_region(file, TALK, "two", "# Title\n")
    text = file.read_text("utf-8")
    assert text.startswith("# My title\n")
    assert text.endswith("notes end -->\n\nMy own words.\n")
    assert "two" in text
    assert "one" not in text


def test_what_was_changed_inside_is_kept_above(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    write_region(file, TALK, "a note")
    file.write_text(file.read_text("utf-8").replace("a note", "a note, and what I added"), "utf-8")
    assert write_region(file, TALK, "a note, newer")
    text = file.read_text("utf-8")
    assert text.index("what I added") < text.index("<!-- playhead") < text.index("newer")
    assert not write_region(file, TALK, "a note, newest")
    assert "what I added" in file.read_text("utf-8")


@given(WORDS, WORDS, WORDS, WORDS)
def test_no_byte_around_the_region_changes(before: str, after: str, one: str, two: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notes.md"
        file.write_bytes(before.encode())
        write_region(file, TALK, one)
        assert file.read_bytes().startswith(before.encode())
        file.write_bytes(file.read_bytes() + after.encode())
        write_region(file, TALK, two)
        assert file.read_bytes().startswith(before.encode())
        assert file.read_bytes().endswith(f"notes end -->\n{after}".encode())


def test_what_is_no_text_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "picture.md"
    file.write_bytes(b"\x89PNG\xff")
    with pytest.raises(NotesError, match="UTF-8"):
        write_region(file, TALK, "x")
    assert file.read_bytes() == b"\x89PNG\xff"


def test_a_note_that_holds_a_mark_does_not_end_the_region(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    body = "one\n<!-- playhead: notes end -->\ntwo\n<!-- playhead: notes begin x on 4bc4b4e523cf; -->\nthree"
    write_region(file, TALK, body)
    first = file.read_text("utf-8")
    file.write_text(f"{first}Mine.\n", "utf-8")
    assert not write_region(file, TALK, body)
    assert file.read_text("utf-8") == f"{first}Mine.\n"
    assert not write_region(file, TALK, "four")
    text = file.read_text("utf-8")
    assert "three" not in text
    assert text.endswith("four\n<!-- playhead: notes end -->\nMine.\n")


def test_each_talk_has_its_region_and_its_heading(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    write_region(file, "one", "of one", "---\n---\n", "# One\n\n")
    write_region(file, "two", "of two", "---\n---\n", "# Two\n\n")
    assert not write_region(file, "one", "of one, newer", "---\n---\n", "# One\n\n")
    text = file.read_text("utf-8")
    assert text.count("---\n---") == text.count("# One\n\n<!--") == text.count("# Two\n\n<!--") == 1
    assert text.index("of one, newer") < text.index("# Two") < text.index("of two")
    file.write_text(text.replace("of two", "of two, and mine"), "utf-8")
    assert write_region(file, "two", "of two, newer")
    assert not write_region(file, "one", "of one, newest")
    text = file.read_text("utf-8")
    assert text.index("of one, newest") < text.index("and mine") < text.index("of two, newer")
