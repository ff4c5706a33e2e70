"""Another talk is opened from within: those read before, those beside this one, the one that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reader.app.conftest import OpenReader, painted

from playhead.formats.unreadable import UnreadableError
from playhead.library import shipped_interview
from playhead.reader.app import PlayheadApp, run_reader
from playhead.reader.opening.memory import Memory
from playhead.reader.opening.session import Session
from playhead.reader.opening.shelf import talks_at_hand

WORDS = (
    "ANN: Who grows pears?\n\nBOB: I do, by the river.\n\nANN: Since when?\n\nBOB: Since 1998.\n"
)


@pytest.fixture
def talks(tmp_path: Path, home: Path) -> list[Path]:
    """Two transcripts in a folder, and a file that is none."""
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "notes.py").write_text("print()")
    paths = [folder / "apples.txt", folder / "pears.txt"]
    for path in paths:
        path.write_text(f"TITLE: On {path.stem} [b]\nDATE: 2024-03-05\n\n{WORDS}")
    return paths


def test_what_was_read_last_comes_first_and_each_talk_once(talks: list[Path]) -> None:
    memory, (apples, pears) = Memory(), map(str, talks)
    memory.keep("a", apples, {}, "On apples", 0.25)
    memory.keep("b", pears, {}, "On pears", 1.0)
    memory.keep("c", str(talks[0].parent / "gone.txt"), {}, "Gone", 1.0)
    here = [(one.path, one.title) for one in talks_at_hand(Memory(), str(shipped_interview()))]
    assert here == [(pears, "On pears"), (apples, "On apples"), *_beside(shipped_interview())]
    beside = [one.title for one in talks_at_hand(Memory(), apples)]
    assert beside == ["On pears", "jeff-dean.txt"]
    (talks[0].parent / "a.txt").write_text(WORDS)
    beside = [one.title for one in talks_at_hand(Memory(), apples)]
    assert beside == ["On pears", "a.txt", "jeff-dean.txt"]
    assert talks_at_hand(Memory(), apples)[0].known == "100% read · pears.txt"


def _beside(path: Path) -> list[tuple[str, str]]:
    return [
        (str(one), one.name)
        for one in sorted(path.parent.iterdir())
        if one.suffix == ".txt" and one != path
    ]


async def test_where_there_is_no_other_talk_it_is_said(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("O")
        await pilot.pause()
        assert "No other talk is at hand" in app.said and len(app.screen_stack) == 1


async def test_the_talk_chosen_is_the_next_session(
    open_reader: OpenReader, talks: list[Path]
) -> None:
    async with open_reader(talks[0]) as (app, pilot):
        await pilot.press("O")
        await pilot.pause()
        assert "pears.txt" in painted(app) and "in the same folder" in painted(app)
        await pilot.press("p", "e", "a", "r", "enter")
        await pilot.pause()
        assert app.next_session is not None
        assert app.next_session.path == str(talks[1])
    assert Memory().last == str(talks[0])


async def test_a_talk_that_cannot_be_read_is_told_and_this_one_stays(
    open_reader: OpenReader, talks: list[Path]
) -> None:
    talks[1].write_text("")
    talks[1].with_name("plums.txt").touch()
    talks[1].with_name("quinces.txt").write_text("\n \n")
    async with open_reader(talks[0]) as (app, pilot):
        await pilot.press("O")
        await pilot.pause()
        assert "plums.txt" not in painted(app)
        await pilot.press("q", "u", "i", "enter")
        await pilot.pause()
        assert "quinces.txt is empty" in app.said
        assert app.next_session is None and app.is_running


def test_one_talk_after_another_is_read_and_a_broken_one_leads_back(
    talks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = talks[0].with_suffix(".json")
    broken.write_text("{}" * 10)
    opened: list[tuple[str, str]] = []

    def run(app: PlayheadApp) -> int:
        opened.append((Path(app.session.path).name, app.session.told))
        if app.session.path == str(broken):
            app.error = UnreadableError("is not whole JSON")
            return 2
        if len(opened) < 3:
            following = [talks[1], broken][len(opened) - 1]
            app.next_session = Session(str(following))
        return 0

    monkeypatch.setattr(PlayheadApp, "run", run)
    assert run_reader(str(talks[0])) == 0
    assert opened == [
        ("apples.txt", ""),
        ("pears.txt", ""),
        ("apples.json", ""),
        ("pears.txt", "apples.json is not whole JSON"),
    ]
