"""What is no file to read is refused in one line by every command that takes one, at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playhead.cli import run
from playhead.notes.location import common_rulings
from playhead.reader.tailoring.keymap import read_keymap
from playhead.reader.tailoring.settings import Settings
from playhead.storage import data_folder

TALK = "Ann: Who grows pears by the river?\n\nBob: I do, and quinces too.\n"
COMMANDS = [
    ["parse", "ODD"],
    ["search", "pears", "ODD"],
    ["search", "--queries", "ODD", "TALK"],
    ["topics", "ODD"],
    ["convert", "ODD", "--to", "srt"],
    ["notes", "list", "ODD"],
    ["notes", "check", "ODD"],
    ["notes", "export", "ODD"],
    ["notes", "add", "ODD", "--quote", "pears", "--note", "x"],
    ["notes", "import", "TALK", "ODD"],
    ["--notes", "ODD", "notes", "list", "TALK"],
    ["--notes", "ODD", "notes", "add", "TALK", "--quote", "grows pears", "--note", "x"],
    ["--notes", "ODD", "notes", "edit", "01JD", "TALK", "--note", "x"],
    ["--notes", "ODD", "notes", "remove", "01JD"],
    ["--notes", "ODD", "parse", "TALK"],
    ["--notes", "ODD", "parse", "TALK", "TALK", "TALK", "TALK"],
    ["--notes", "ODD", "search", "pears", "TALK"],
    ["--notes", "ODD", "topics", "TALK"],
    ["--notes", "ODD", "topics", "hide", "pears", "TALK"],
    ["--notes", "ODD", "convert", "TALK", "--to", "srt"],
    ["topics", "hide", "pears", "ODD"],
    ["turns", "edit", "ODD"],
    ["--notes", "ODD", "turns", "edit", "TALK"],
    ["turns", "export", "ODD"],
    ["turns", "import", "TALK", "ODD"],
    ["turns", "import", "ODD", "TALK"],
]


def _odd(kind: str, folder: Path) -> str:
    file = folder / "odd.txt"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "loop":
        file.symlink_to(file)
    elif kind == "sparse":
        with file.open("wb") as stream:
            stream.truncate(1 << 30)
    elif kind == "device":
        return "/dev/zero"
    else:
        return str(folder / ("n" * 300))
    return str(file)


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "sparse", "device", "long name"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_refused_in_one_line(
    kind: str,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no named pipes")
    monkeypatch.setattr("playhead.files.PIPE_SECONDS", 0.0)
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK, "utf-8")
    odd = _odd(kind, tmp_path)
    given = [{"ODD": odd, "TALK": str(talk)}.get(word, word) for word in words]
    assert run(given) == 2
    told = capsys.readouterr()
    assert not told.out
    assert told.err.startswith("playhead: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "sparse"])
def test_rulings_for_every_transcript_that_cannot_be_read_are_named(
    kind: str,
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("playhead.files.PIPE_SECONDS", 0.0)
    talk, rulings = tmp_path / "talk.txt", common_rulings()
    talk.write_text(TALK, "utf-8")
    rulings.parent.mkdir(parents=True, exist_ok=True)
    Path(_odd(kind, tmp_path)).rename(rulings)
    if kind == "loop":
        rulings.unlink()
        rulings.symlink_to(rulings)
    assert run(["parse", str(talk)]) == 0
    assert f"note: corrections in {rulings.name} left out: " in capsys.readouterr().out
    assert run(["topics", "hide", "pears", str(talk), "--everywhere"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"playhead: {rulings}: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("words", ["keymap.yaml", "settings.yaml"])
def test_a_pipe_in_place_of_keys_or_settings_is_told(
    words: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playhead.files.PIPE_SECONDS", 0.0)
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / words)
    problems = [*read_keymap({})[1], *Settings().problems]
    assert problems == [f"{words} cannot be read: is a pipe that nobody writes to"]


LONG_LINE = 200_000
"""Bytes of a line; five megabytes take the same way and a minute."""
LONG_LINES = {
    "words": b"and so they said that it is so ",
    "labels": b"Ann: so it is. Bob: no. ",
    "letters": b"a",
    "brackets": b"[{(<",
    "notes": b'{"playhead": 1, "notes": [',
    "no words": b"-- ",
}


@pytest.mark.parametrize("piece", LONG_LINES)
def test_a_long_line_is_read_or_refused(
    piece: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    talk, odd = tmp_path / "talk.txt", tmp_path / "odd.txt"
    talk.write_text(TALK, "utf-8")
    odd.write_bytes(LONG_LINES[piece] * (LONG_LINE // len(LONG_LINES[piece])))
    for words in COMMANDS:
        assert run([{"ODD": str(odd), "TALK": str(talk)}.get(word, word) for word in words]) < 3
        told = capsys.readouterr()
        assert len(told.err) < 10_000
        assert "Traceback" not in told.err
