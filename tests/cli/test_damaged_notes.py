"""Files of notes that are no YAML, or no file: what reads only goes on and says so in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playhead.cli import run
from playhead.library import open_transcript
from playhead.notes.location import find_notes_file

DAMAGED = ("notes: [\n- a: {\n", "playhead: 1\ncorrections:\n- {id: a, action: [\nnotes: []\n")
READING = (
    ["parse"],
    ["parse", "--format", "json"],
    ["search", "pears"],
    ["topics"],
    ["convert", "--to", "txt"],
    ["turns", "export"],
)


@pytest.fixture
def talk(tmp_path: Path) -> str:
    file = tmp_path / "talk.txt"
    file.write_text("Anna: What do you grow?\n\nBob: I grow pears, and then I sell the pears.\n")
    return str(file)


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_damaged_file_is_told_and_the_command_goes_on(
    words: list[str], damaged: str, talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "mine.yaml"
    notes.write_text(damaged)
    code = run([*words, talk])
    expected = capsys.readouterr()
    assert expected.err == ""
    assert run([*words, talk, "--notes", str(notes)]) == code
    captured = capsys.readouterr()
    assert captured.out
    assert captured.err.count("\n") == 1
    assert "mine.yaml" in captured.err
    assert "line " in captured.err
    assert notes.read_text() == damaged


def test_what_cannot_be_read_of_notes_found_by_themselves_is_told_once(
    talk: str, capsys: pytest.CaptureFixture[str]
) -> None:
    origin = open_transcript(talk).origin
    file = find_notes_file(talk, origin.sha256)
    file.parent.mkdir(parents=True)
    file.write_text(DAMAGED[1])
    assert run(["search", "pears", *[talk] * 5]) == 0
    assert capsys.readouterr().err.count("\n") == 1


def test_where_the_notes_are_cannot_be_searched(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "mine.yaml"
    notes.write_text(DAMAGED[0])
    queries = tmp_path / "queries.txt"
    queries.write_text("has:note pears\npears\n")
    words = ["search", "--queries", str(queries), talk]
    assert run([*words, "--notes", str(notes)]) == 2
    captured = capsys.readouterr()
    hits = [json.loads(line)["hits"] for line in captured.out.splitlines()]
    assert not hits[0]
    assert hits[1]
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("words", [["notes", "list"], *READING], ids=" ".join)
def test_notes_are_not_read_from_standard_input(
    words: list[str], talk: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, talk, "--notes", "-"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("playhead: -: is standard input")
    assert captured.err.count("\n") == 1
