"""What is no file to read is refused in one line by every command that takes one, at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playhead.cli import run

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
