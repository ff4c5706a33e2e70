"""`playhead convert` and `playhead formats`."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.cli import run

TALK = "Ann: Who grows pears?\n\nBob: I do.\n\nAnn: Where?\n"


def test_convert_prints_the_file_in_the_other_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    assert run(["convert", str(path), "--to", "vtt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("WEBVTT\n")
    assert "<v Bob>I do.</v>" in out


def test_convert_never_writes_over_the_transcript(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    assert run(["convert", str(path), "--to", "srt", "--output", str(path)]) == 2
    assert path.read_text() == TALK
    assert "never written" in capsys.readouterr().err


def test_formats_lists_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    from playhead.formats.reading import FORMATS

    assert run(["formats"]) == 0
    out = capsys.readouterr().out
    assert all(one.NAME in out for one in FORMATS)
