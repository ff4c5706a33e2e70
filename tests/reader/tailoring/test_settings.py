"""The settings file: each setting with its sentence; mistakes told, the rest taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.reader.tailoring.settings import SENTENCES, Settings, fresh_settings


@pytest.fixture
def file(home: Path) -> Path:
    """Where the settings lie, in a folder that is there."""
    path = Settings().path
    path.parent.mkdir(parents=True)
    return path


def test_without_a_file_all_is_as_it_comes() -> None:
    settings = Settings()
    assert settings.problems == []
    assert (settings.number("measure"), settings.flag("outline")) == (72, True)


def test_every_setting_of_a_fresh_file_has_its_sentence_and_changes_nothing(file: Path) -> None:
    file.write_text(fresh_settings())
    assert Settings({"theme": ["dim"]}).problems == []
    lines = fresh_settings().splitlines()
    for name, (_, sentence) in SENTENCES.items():
        at = next(at for at, line in enumerate(lines) if line.startswith(f"{name}:"))
        assert lines[at - 1] == f"# {sentence}"
        assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("measure: wide", "measure cannot be 'wide'"),
        ("measure: 900", "measure cannot be '900'"),
        ("speed: nan", "speed cannot be 'nan'"),
        ("outline: perhaps", "outline cannot be 'perhaps'"),
        ("theme: chartreuse", "theme cannot be 'chartreuse'"),
        ("colour: red", "no setting colour"),
        ("just words", "not a setting"),
    ],
)
def test_a_mistake_is_told_and_the_rest_is_taken(file: Path, line: str, problem: str) -> None:
    file.write_text(f"# mine\nspeed: 1.5  # brisk\n{line}\n" if "speed" not in line else line)
    settings = Settings({"theme": ["dim", "nord"]})
    assert [one.partition(": ")[2] for one in settings.problems] == [problem]
    if "speed" not in line:
        assert settings.problems[0].startswith("settings.yaml line 3: ")
        assert settings.number("speed") == 1.5


def test_a_file_that_is_no_text_is_told_and_never_overwritten(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00theme")
    settings = Settings()
    assert "cannot be read" in settings.problems[0]
    settings.keep("theme", "nord")
    assert file.read_bytes() == b"\xff\xfe\x00theme"
    assert settings.text("theme") == "nord"


def test_keeping_a_setting_leaves_everything_else_as_it_stands(file: Path) -> None:
    file.write_text("# by hand\nspeed: 2.0\ntheme: dim # dark\nodd line\n")
    Settings().keep("theme", "nord")
    assert file.read_text() == '# by hand\nspeed: 2.0\ntheme: "nord"\nodd line\n'
    Settings().keep("measure", 60)
    assert file.read_text().endswith("odd line\nmeasure: 60\n")


def test_the_first_setting_kept_begins_a_file_with_all_sentences() -> None:
    settings = Settings()
    settings.keep("measure", 64)
    written = settings.path.read_text()
    assert all(sentence in written for _, sentence in SENTENCES.values())
    assert Settings().number("measure") == 64
