"""`playhead topics`: what is printed, and rulings that are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playhead.cli import run

TALK = "Ann: What do you do all day?\n\nBo: {0}\n\nAnn: And then?\n\nBo: {0}\n"
WORDS = (
    "I stir the grafting wax. The grafting wax is what I sell. The cider mill is old, and the"
    " cider mill is heavy. "
    + "So that was how it all began for us, and it is how it will end. "
    * 8
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYHEAD_HOME", str(tmp_path / "home"))


def a_file(tmp_path: Path, name: str = "talk.txt") -> str:
    file = tmp_path / name
    file.write_text(TALK.format(WORDS) + f"\nAnn: This is {name}.\n", "utf-8")
    return str(file)


def topics(file: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    run(["topics", file, "--format", "json"])
    return {topic["name"] for topic in json.loads(capsys.readouterr().out)["topics"]}


def test_rulings_are_kept_and_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_file(tmp_path)
    assert {"grafting wax", "cider mill"} <= topics(file, capsys)
    assert run(["topics", "rename", "grafting wax", "beeswax", file]) == 0
    assert run(["topics", "hide", "cider mill", file]) == 0
    found = topics(file, capsys)
    assert "beeswax" in found
    assert not {"grafting wax", "cider mill"} & found


def test_topics_are_merged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_file(tmp_path)
    assert run(["topics", "merge", "cider mill", "grafting wax", file]) == 0
    assert "cider mill" not in topics(file, capsys)


def test_a_topic_is_added_to_a_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_file(tmp_path)
    assert run(["topics", "add", "autumn work", file, "--turn", "t2"]) == 0
    assert "autumn work" in topics(file, capsys)
    run(["parse", file, "--format", "json"])
    turns = json.loads(capsys.readouterr().out)["turns"]
    assert [turn["id"] for turn in turns if "autumn work" in turn["topics"]] == ["t2"]


def test_a_ruling_for_everywhere_holds_for_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = a_file(tmp_path), a_file(tmp_path, "other.txt")
    assert run(["topics", "rename", "grafting wax", "beeswax", one, "--everywhere"]) == 0
    assert "beeswax" in topics(other, capsys)


@pytest.mark.parametrize(
    "words",
    [
        ["rename", "nothing of the kind", "else"],
        ["rename", "one"],
        ["add", "autumn work"],
        ["add", "autumn work", "--turn", "t999"],
        ["hide"],
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = words[: 1 + words[1:].index("--turn")] if "--turn" in words else words
    complete = {"rename": 3, "add": 2, "hide": 2}[words[0]] == len(named)
    assert (
        run(["topics", *named, *([a_file(tmp_path)] if complete else []), *words[len(named) :]])
        == 2
    )
    assert capsys.readouterr().err.count("\n") == 1


def test_thin_text_has_no_clear_topics(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "thin.txt"
    file.write_text("Ann: Is it?\n\nBo: It is.\n", "utf-8")
    assert run(["topics", str(file)]) == 1
    assert "no clear topics" in capsys.readouterr().out
