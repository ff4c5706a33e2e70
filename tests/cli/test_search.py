"""`playhead search`: what scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playhead.cli import run

PEARS = "Ann: Who grows pears by the river?\n\nBob: My uncle grows pears. He waters the trees at dawn.\n"
PLUMS = (
    "Cem: Who grows plums on the hill?\n\nDee: Nobody does. The frost takes every plum in April.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "talks"
    place.mkdir()
    (place / "pears.txt").write_text(PEARS, "utf-8")
    (place / "plums.txt").write_text(PLUMS, "utf-8")
    (place / "pears.yaml").write_text("playhead: 1\nnotes: []\n", "utf-8")
    return place


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "unkle pears", str(folder / "pears.txt"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["query"] == "unkle pears"
    hit = found["hits"][0]
    assert hit["rank"] == 1
    assert hit["quote"] == "My uncle grows pears."
    assert hit["path"] == str(folder / "pears.txt")
    assert not hit["weak"]
    assert {"score", "turn", "speaker", "start", "end", "time"} <= hit.keys()


def test_nothing_found_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "xyzzyqwv", str(folder), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"query": "xyzzyqwv", "hits": []}
    assert run(["search", "xyzzyqwv", str(folder)]) == 1
    assert capsys.readouterr().out == ""


def test_a_folder_names_its_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "who grows", str(folder), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {Path(row["path"]).name for row in rows} == {"pears.txt", "plums.txt"}
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert run(["search", "frost plum", str(folder)]) == 0
    assert capsys.readouterr().out.startswith(str(folder / "plums.txt"))


def test_results_are_the_same_every_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outs = []
    for _ in range(2):
        run(["search", "grows", str(folder), "--format", "jsonl"])
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1]


def test_what_cannot_be_read_is_told_and_the_rest_is_searched(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["search", "frost", str(folder), str(folder / "none.txt")]) == 2
    told = capsys.readouterr()
    assert "frost takes" in told.out
    assert told.err.startswith(f"playhead: {folder / 'none.txt'}: ")


def test_a_speaker_whom_only_one_file_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "grows", str(folder), "--speaker", "Cem", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {Path(row["path"]).name for row in rows} == {"plums.txt"}
    assert run(["search", "grows", str(folder), "--speaker", "Zoe"]) == 1


def test_many_queries_answer_in_order(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "queries"
    queries.write_text("pears\n\nfrost\n", "utf-8")
    assert run(["search", "--queries", str(queries), str(folder)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["query"] for row in rows] == ["pears", "", "frost"]
    assert [bool(row["hits"]) for row in rows] == [True, False, True]
    assert run(["search", "--queries", str(tmp_path / "none"), str(folder)]) == 2


def test_context_and_limit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["search", "waters trees dawn", str(folder / "pears.txt"), "--limit", "1"]
    assert run([*words, "--context", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in lines[1:3]] == [
        "My uncle grows pears.",
        "He waters the trees at dawn.",
    ]
    with pytest.raises(SystemExit) as ended:
        run(["search", "pears", "--limit", "0"])
    assert ended.value.code == 2


def test_notes_are_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, notes = str(folder / "pears.txt"), str(tmp_path / "notes.yaml")
    assert run(["search", "pears has:note", file, "--notes", notes]) == 1
    added = ["--quote", "My uncle grows pears", "--note", "Ask him", "--notes", notes]
    assert run(["notes", "add", file, *added]) == 0
    capsys.readouterr()
    words = ["search", "pears has:note", file, "--notes", notes, "--format", "jsonl"]
    assert run(words) == 0
    assert {json.loads(line)["speaker"] for line in capsys.readouterr().out.splitlines()}


def test_people_are_told_that_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "zebra pigeon"]) == 1
    assert capsys.readouterr() == ("", "playhead: nobody says “zebra pigeon”\n")
    assert run(["search", "reliable", "--speaker", "Nobody"]) == 1
    assert "here are host" in capsys.readouterr().err
    assert run(["search", "zebra pigeon", "--format", "json"]) == 1
    assert capsys.readouterr().err == ""
