"""`playhead turns …`: mending who speaks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from playhead.cli import run

TALK = "How did you begin with pears? We planted forty trees by the river. How long did it take? Nine years."


@pytest.fixture
def talk(tmp_path: Path) -> str:
    file = tmp_path / "talk.txt"
    file.write_text(TALK * 3, "utf-8")
    return str(file)


def turns(capsys: pytest.CaptureFixture[str], file: str, *options: str) -> list[tuple[str, str]]:
    capsys.readouterr()
    assert run(["parse", file, "--format", "json", *options]) == 0
    document = json.loads(capsys.readouterr().out)
    names = {one["id"]: one["name"] for one in document["speakers"]}
    return [(names.get(one["speaker"], ""), one["text"]) for one in document["turns"]]


def test_a_labelled_version_is_taken_over(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled = tmp_path / "labelled.md"
    part = (
        "Ann: How did you begin with pears?\n\nBob: We planted forty trees by the river.\n\n"
        "Ann: How long did it take?\n\nBob: Nine years.\n\n"
    )
    labelled.write_text(part * 3, "utf-8")
    assert run(["turns", "import", talk, str(labelled)]) == 0
    said = turns(capsys, talk)
    assert [text for _, text in said][:2] == [
        "How did you begin with pears?",
        "We planted forty trees by the river.",
    ]
    assert len({name for name, _ in said}) == 2
    assert turns(capsys, talk, "--no-corrections") != said


def test_what_the_editor_changed_is_taken_back(
    talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\nprintf '**Carla:** ' > \"$1.new\"\n"
        'sed \'s/^\\*\\*[^*]*\\*\\*//\' "$1" >> "$1.new"\nmv "$1.new" "$1"\n',
        "utf-8",
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert run(["turns", "edit", talk]) == 0
    assert "Carla" in {name for name, _ in turns(capsys, talk)}


def test_an_unchanged_text_changes_nothing(
    talk: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    assert run(["turns", "edit", talk]) == 0
    assert "nothing changed" in capsys.readouterr().err


def test_a_version_of_other_words_is_refused(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.md"
    other.write_text("Ann: Zebra.\n\nBob: Pigeon.\n", "utf-8")
    assert run(["turns", "import", talk, str(other)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_export_is_labelled_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["turns", "export"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# teaser\n\n**Jeff Dean:** There used to be a chat group")
    assert "**Two Minute Papers:** Vim or Emacs" in out


def test_a_reader_that_has_gone_is_no_failure(interview: Path) -> None:
    command = [sys.executable, "-m", "playhead", "turns", "export", str(interview)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_name_changed_in_the_editor_renames_its_speaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Speaker 1: Who are you?\n\nBob: I am Bob.\n\nSpeaker 1: Oh.\n", "utf-8")
    script = (
        "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text().replace"
    )
    editor = f"{sys.executable} -c \"{script}('Speaker 1:', 'Ann Asker:'))\""
    monkeypatch.setenv("VISUAL", editor)
    assert run(["turns", "edit", str(file)]) == 0
    assert "1 correction written" in capsys.readouterr().out
    assert [name for name, _ in turns(capsys, str(file))] == ["Ann Asker", "Bob", "Ann Asker"]


def test_a_role_in_a_labelled_version_is_no_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, labelled = tmp_path / "talk.txt", tmp_path / "labelled.txt"
    file.write_text("Ann: Who are you?\n\nBob: I am Bob.\n\nAnn: Oh.\n", "utf-8")
    labelled.write_text("Q: Who are you?\n\nA: I am Bob.\n\nQ: Oh.\n", "utf-8")
    assert run(["turns", "import", str(file), str(labelled)]) == 0
    assert [name for name, _ in turns(capsys, str(file))] == ["Ann", "Bob", "Ann"]
