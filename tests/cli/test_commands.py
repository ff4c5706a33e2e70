"""The outside that other programs rely on: exit codes, error lines, JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from playhead.cli import run


def test_parse_covers_every_turn_of_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["playhead"] == 1
    last = 0
    for turn in document["turns"]:
        assert document["text"][turn["start"] : turn["end"]] == turn["text"]
        assert document["text"][last : turn["start"]].strip() == ""
        last = turn["end"]
    assert document["text"][last:].strip() == ""


def test_jsonl_is_one_document_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Ann: Who is {name}?\n\nBob: It is me.\n", "utf-8")
    assert run(["parse", "--format", "jsonl", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [Path(json.loads(line)["source"]["path"]).name for line in lines] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("command", ["parse", "topics", "search words"])
def test_unreadable_input_is_one_line_and_exit_2(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, binary, folder = tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "folder"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    folder.mkdir()
    for path in (tmp_path / "missing.txt", empty, binary, folder):
        assert run([*command.split(), str(path)]) == 2
        captured = capsys.readouterr()
        assert captured.err.startswith(f"playhead: {path}: ")
        assert captured.err.count("\n") == 1
        assert captured.out == ""


def test_bytes_that_do_not_decode_are_shown_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.txt"
    file.write_bytes(
        "Héllo there, ".encode() * 20 + b"\xff\xfe broken \xc3 bytes. " + "été ".encode() * 9
    )
    assert run(["parse", "--format", "json", str(file)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert "\ufffd" in document["text"]
    assert any("3" in notice and "decode" in notice for notice in document["notices"])


def test_bad_usage_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["parse", "--format", "xml"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_terminal_the_reader_prints_the_turns(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "[laughter]" in capsys.readouterr().out


def test_json_escapes_what_a_terminal_would_obey(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a\x9b31m\x1b]0;x\x07.txt"
    file.write_text("Ann: Who is it?\n\nBob: It is me.\n", "utf-8")
    assert run(["parse", "--format", "json", str(file)]) == 0
    out = capsys.readouterr().out
    assert "\x9b" not in out
    assert "\x1b" not in out
    assert json.loads(out)["source"]["path"] == str(file)


def test_a_person_is_shown_what_is_done_with_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Ann: Who is it?\n\nBob: It is me.\n", "utf-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(["parse", str(file)]) == 0
    told = capsys.readouterr().err
    assert told.startswith("\r\x1b[Kreading…\r\x1b[K")
    assert told.endswith("\r\x1b[K")
    assert run(["parse", str(file)]) == 0
    assert not capsys.readouterr().err
