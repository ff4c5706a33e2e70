"""A folder stands for the transcripts in it, and nothing in it can hang or stop the rest."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from playhead.cli import run
from playhead.formats.folder import LARGEST

TALK = "Ann: Who grows {}?\n\nBob: I do, by the river.\n"
PROSE = "We talked about pears for an hour, and about the river that runs below the orchard. " * 3


def parsed(capsys: pytest.CaptureFixture[str], folder: Path) -> tuple[int, list[str], str]:
    """Exit code, names of the files parsed, what was told."""
    code = run(["parse", "--format", "jsonl", str(folder)])
    out, told = capsys.readouterr()
    paths = [Path(json.loads(line)["source"]["path"]) for line in out.splitlines()]
    return code, [str(path.relative_to(folder)) for path in paths], told


def test_many_files_come_in_the_order_of_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"talk {number:02}.txt" for number in range(12)]
    for name in reversed(names):
        (tmp_path / name).write_text(TALK.format(name), "utf-8")
    assert parsed(capsys, tmp_path) == (0, names, "")


def test_only_what_may_be_a_transcript_is_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "talk").write_text(TALK.format("pears"), "utf-8")
    (tmp_path / "a" / "prose.txt").write_text(PROSE, "utf-8")
    (tmp_path / ".hidden.txt").write_text(PROSE, "utf-8")
    (tmp_path / "program.py").write_text("import this\nname: str = 'x'\n" * 20, "utf-8")
    (tmp_path / "README.md").write_text(PROSE, "utf-8")
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}', "utf-8")
    (tmp_path / "numbers.csv").write_text("a,b\n1,2\n" * 30, "utf-8")
    (tmp_path / "settings.json").write_text('{"text": {"colour": "red"}}', "utf-8")
    (tmp_path / "words").write_text("aardvark\nabacus\n" * 100, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    code, names, told = parsed(capsys, tmp_path)
    assert (code, names) == (0, ["a/prose.txt", "a/talk"])
    assert told.count("\n") == 1
    assert "1 binary, 3 code, settings or project files, 1 empty" in told


def test_what_is_meant_for_programs_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.txt").write_text(TALK.format("pears"), "utf-8")
    (tmp_path / "odd.xml").write_text("<?xml version='1.0'?><TEI><u>Who?</u></TEI>", "utf-8")
    (tmp_path / "grid.txt").write_text('File type = "ooTextFile"\nxmin = 0\n', "utf-8")
    code, names, told = parsed(capsys, tmp_path)
    assert (code, names) == (0, ["talk.txt"])
    assert "2 no transcript by what they hold" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_pipes_devices_loops_and_huge_files_are_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.txt").write_text(TALK.format("pears"), "utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "nothing.txt").symlink_to("nowhere")
    (tmp_path / "self.txt").symlink_to("self.txt")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    code, names, told = parsed(capsys, tmp_path)
    assert (code, names) == (0, ["talk.txt"])
    assert "2 devices, pipes and sockets" in told
    assert "1 links to folders, 2 links to nothing, 1 more than 64 MB" in told


def test_broken_files_are_told_at_the_end_and_do_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text('{"segments": [{"start": 1, "text": "Who', "utf-8")
    (tmp_path / "b.txt").write_text(TALK.format("pears"), "utf-8")
    code, names, told = parsed(capsys, tmp_path)
    assert (code, names) == (2, ["b.txt"])
    assert told.splitlines() == [f"playhead: {tmp_path / 'a.json'}: is not whole JSON at line 1"]


def test_a_folder_without_transcripts_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program.py").write_text("import this\n", "utf-8")
    assert run(["parse", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"playhead: {tmp_path}: no transcripts in this folder (1 code")
    assert told.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_is_read_but_not_waited_for_without_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run(["parse", str(pipe)]) == 2
    assert "nobody writes" in capsys.readouterr().err
    writer = threading.Thread(target=pipe.write_text, args=(TALK.format("pears"),))
    writer.start()
    assert run(["parse", str(pipe)]) == 0
    writer.join()
    assert "Who grows pears?" in capsys.readouterr().out


def test_a_file_above_the_limit_is_refused_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK.format("pears") + " " * 1024**2, "utf-8")
    monkeypatch.setenv("PLAYHEAD_LARGEST", "1")
    assert run(["parse", str(file)]) == 2
    assert "1 MB are read at most (PLAYHEAD_LARGEST" in capsys.readouterr().err
    monkeypatch.setenv("PLAYHEAD_LARGEST", "2")
    assert run(["parse", str(file)]) == 0
