"""`playhead notes …` as other programs use it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from playhead.cli import run

QUOTE = "reliable systems out of unreliable parts"


def output(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Standard output of a command that ends with `code`."""
    assert run(list(words)) == code
    return capsys.readouterr().out


def add(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    return output(capsys, "notes", "add", *words).strip()


def test_a_note_goes_through_its_life(capsys: pytest.CaptureFixture[str]) -> None:
    id = add(capsys, "--quote", QUOTE, "--note", "Keep.", "--tag", "reliability", "--tag", "google")
    (note,) = json.loads(output(capsys, "notes", "list", "--format", "json"))
    assert (note["id"], note["quote"], note["note"]) == (id, QUOTE, "Keep.")
    assert note["tags"] == ["reliability", "google"]
    output(capsys, "notes", "edit", id, "--note", "Changed.")
    path = Path(output(capsys, "notes", "path").strip())
    assert yaml.safe_load(path.read_text("utf-8"))["notes"][0]["note"] == "Changed.\n"
    (row,) = json.loads(output(capsys, "notes", "check", "--format", "json"))
    assert (row["id"], row["state"], row["score"]) == (id, "exact", 1.0)
    output(capsys, "notes", "remove", id)
    assert json.loads(output(capsys, "notes", "list", "--format", "json", code=1)) == []


def test_the_nearest_passage_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "--quote", "build relable systems from unreliable parts", "--note", "x")
    (note,) = json.loads(output(capsys, "notes", "list", "--format", "json"))
    assert "reliable systems out of unreliable parts" in note["quote"]


def test_what_nobody_said_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["notes", "add", "--quote", "zebra pigeons over Lisbon", "--note", "x"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1


def test_equal_places_take_the_first_and_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["notes", "add", "--quote", "Mhm.", "--note", "x"]) == 0
    assert "the first is taken" in capsys.readouterr().err
    (first,) = json.loads(output(capsys, "notes", "list", "--format", "json"))
    document = json.loads(output(capsys, "parse", "--format", "json"))
    assert first["start"] == document["text"].index("Mhm.")


def test_the_turn_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(output(capsys, "parse", "--format", "json"))
    turn = [one for one in document["turns"] if one["text"] == "Mhm."][-1]
    add(capsys, "--quote", "Mhm.", "--note", "x", "--turn", turn["id"])
    (note,) = json.loads(output(capsys, "notes", "list", "--format", "json"))
    assert (note["turn"], note["start"]) == (turn["id"], turn["start"])


@pytest.mark.parametrize("before", [True, False])
def test_the_file_of_notes_can_be_named_and_knows_its_transcript(
    before: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk, notes = tmp_path / "talk.txt", tmp_path / "mine.yaml"
    talk.write_text("Ann: Who grows pears?\n\nBob: I do, by the river.\n", "utf-8")
    words = ["notes", "add", str(talk), "--quote", "by the river", "--note", "x"]
    words = ["--notes", str(notes), *words] if before else [*words, "--notes", str(notes)]
    id = output(capsys, *words).strip()
    assert notes.exists()
    output(capsys, "notes", "edit", id, "--note", "y", "--notes", str(notes))
    assert "y" in notes.read_text("utf-8")


def test_notes_that_cannot_be_written_are_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone" / "notes.yaml"
    for target in (gone, tmp_path):
        words = ["notes", "add", "--quote", QUOTE, "--note", "x", "--notes", str(target)]
        assert run(words) == 2
        captured = capsys.readouterr()
        assert captured.err.startswith(f"playhead: {target}: ")
        assert captured.err.count("\n") == 1


def test_a_broken_file_is_told_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("notes:\n- id: 'half", "utf-8")
    words = ["notes", "add", "--quote", QUOTE, "--note", "x", "--notes", str(broken)]
    assert run(words) == 2
    assert "line" in capsys.readouterr().err
    assert broken.read_text("utf-8") == "notes:\n- id: 'half"


@pytest.mark.parametrize("shape", ["markdown", "obsidian", "csv", "json", "w3c"])
def test_exports_hold_quote_and_note(shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "--quote", QUOTE, "--note", "Keep.", "--tag", "reliability")
    text = output(capsys, "notes", "export", "--format", shape)
    assert QUOTE in text
    assert "Keep." in text
    if shape == "markdown":
        assert "Jeff Dean" in text
        assert "#reliability" in text
    if shape == "w3c":
        (item,) = json.loads(text)["first"]["items"]
        assert item["target"]["selector"][0]["exact"] == QUOTE


def test_markdown_is_written_again_around_what_a_person_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = tmp_path / "Talk.md"
    id = add(capsys, "--quote", QUOTE, "--note", "Keep.", "--tag", "big ideas")
    words = ["notes", "export", "--format", "obsidian", "--output", str(vault)]
    assert output(capsys, *words) == ""
    text = vault.read_text("utf-8")
    assert text.startswith("---\ntitle: ")
    assert f"\n^{id.lower()}\n" in text
    assert "#big-ideas" in text
    vault.write_text(text + "\nWhat I make of it.\n", "utf-8")
    output(capsys, "notes", "edit", id, "--note", "Changed.")
    output(capsys, *words)
    text = vault.read_text("utf-8")
    assert "Changed." in text
    assert "Keep." not in text
    assert text.endswith("\nWhat I make of it.\n")


def test_a_word_by_itself_is_meant_before_a_part_of_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("Bob: I grow pears, bear with me.\n\nAnn: And who eats a pear?\n", "utf-8")
    assert run(["notes", "add", "--quote", "pear", "--note", "x", str(talk)]) == 0
    assert capsys.readouterr().err == ""
    (note,) = json.loads(output(capsys, "notes", "list", "--format", "json", str(talk)))
    assert note["turn"] == "t2"


@pytest.mark.parametrize("shape", ["markdown", "obsidian"])
def test_two_talks_stand_in_one_file(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault, talk = tmp_path / "All.md", tmp_path / "pears.txt"
    talk.write_text("Anna: What do you grow?\n\nBob: I grow pears.\n", "utf-8")
    add(capsys, "--quote", QUOTE, "--note", "Keep.")
    add(capsys, "--quote", "grow pears", "--note", "Fruit.", str(talk))
    words = ["notes", "export", "--format", shape, "--output", str(vault)]
    output(capsys, *words)
    output(capsys, *words, str(talk))
    once = vault.read_text("utf-8")
    assert "Keep." in once
    assert "# pears\n" in once
    assert once.index("# pears\n") < once.index("Fruit.")
    # The text of the talk is mended, and its notes are found by its path.
    talk.write_text("Anna: What do you grow?\n\nBob: Well, I grow pears.\n", "utf-8")
    output(capsys, *words, str(talk))
    output(capsys, *words)
    assert vault.read_text("utf-8").count("Fruit.") == 1
    assert vault.read_text("utf-8").count("Keep.") == 1


def test_no_cell_of_a_table_begins_as_a_formula(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("Anna: Well?\n\nBob: =cmd|'/c calc'!A1 and so on.\n", "utf-8")
    for note in ('=HYPERLINK("x")', "+1", "- a list", "@home", "2 = 2"):
        add(capsys, "--quote", "=cmd|'/c calc'!A1 and", f"--note={note}", "--tag=-tag", str(talk))
    written = output(capsys, "notes", "export", "--format", "csv", str(talk))
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [row["note"][:3] for row in rows] == ["'=H", "'+1", "'- ", "'@h", "2 ="]
    assert all(row["tags"] == "'-tag" for row in rows)
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)


def test_other_exports_overwrite_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "notes.csv"
    add(capsys, "--quote", QUOTE, "--note", "Keep.")
    words = ["notes", "export", "--format", "csv", "--output", str(table)]
    output(capsys, *words)
    assert "Keep." in table.read_text("utf-8")
    table.write_text("mine", "utf-8")
    output(capsys, *words, code=2)
    assert table.read_text("utf-8") == "mine"
    output(capsys, *words[:-1], str(tmp_path / "gone" / "x.csv"), code=2)


def test_w3c_goes_out_and_in(
    tmp_path: Path, interview: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, "--quote", QUOTE, "--note", "Keep.", "--tag", "reliability")
    exported = tmp_path / "w3c.json"
    exported.write_text(output(capsys, "notes", "export", "--format", "w3c"), "utf-8")
    other = ["--notes", str(tmp_path / "other.yaml")]
    assert run(["notes", "import", str(interview), str(exported), *other]) == 0
    assert "1 taken, 0 were here already" in capsys.readouterr().err
    (note,) = json.loads(output(capsys, "notes", "list", "--format", "json", *other))
    assert (note["note"], note["tags"], note["quote"]) == ("Keep.", ["reliability"], QUOTE)
    exported.write_text("{", "utf-8")
    assert run(["notes", "import", str(interview), str(exported), *other]) == 2
    assert capsys.readouterr().err.startswith(f"playhead: {exported}: is not JSON")


def test_what_a_sync_service_left_is_told_and_taken(
    interview: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes, copy = tmp_path / "n.yaml", tmp_path / "n.sync-conflict-20261125-101010-AAAAAAA.yaml"
    add(capsys, "--notes", str(notes), "--quote", QUOTE, "--note", "here")
    add(capsys, "--notes", str(copy), "--quote", QUOTE, "--note", "there")
    assert run(["notes", "list", "--notes", str(notes)]) == 0
    assert f"{copy.name}: a copy left by a sync service has an entry" in capsys.readouterr().err
    output(capsys, "notes", "import", str(interview), str(copy), "--notes", str(notes))
    assert run(["notes", "list", "--notes", str(notes)]) == 0
    captured = capsys.readouterr()
    assert "there" in captured.out
    assert captured.err == ""
