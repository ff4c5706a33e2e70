"""A file that changes while it is read is read again, with the place and the notes kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import OpenReader, settle

from playhead.library import open_transcript
from playhead.reader.opening import steps
from playhead.reader.opening.following import FileWatch, same_place
from playhead.reader.opening.starting import OUTSIDE_SECONDS, prepare

TALK = "".join(
    f"{('Ann', 'Bob')[n % 2]}: Well, number {n} is what we were talking of, and so it goes on.\n\n"
    for n in range(40)
)
TEXT = "Who grows pears by the river in the autumn, and who eats them when the winter has come at last?"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (TEXT + " More.", "by the river"),
        ("More before. " + TEXT, "by the river"),
        (TEXT.replace("Who grows", "So who on earth grows"), "by the river"),
        (TEXT.replace("by the river in the autumn, and who eats", "and"), "and them"),
    ],
)
def test_the_place_is_found_again(after: str, words: str) -> None:
    place = same_place(TEXT, after, TEXT.index("by the river"))
    assert after[place:].startswith(words)


def test_a_place_beyond_a_text_that_shrank_is_its_end() -> None:
    assert same_place(TEXT, "Who?", 50) == 4


def test_a_change_is_told_once_and_only_at_rest(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK, "utf-8")
    watch = FileWatch(str(file))
    assert not watch.has_changed()
    file.write_text(TALK * 2, "utf-8")
    assert not watch.has_changed()
    assert watch.has_changed()
    assert not watch.has_changed()
    file.unlink()
    assert not watch.has_changed()
    assert not watch.has_changed()


async def test_a_file_that_grows_is_read_again(open_reader: OpenReader, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK, "utf-8")
    async with open_reader(file) as (app, pilot):
        await pilot.press("5", "a", *"mine", "ctrl+s")
        await settle(app, pilot)
        place = app.reading.position
        words = app.reading.transcript.text[place : place + 30]
        file.write_text(
            "Bob: One more thing at the begin.\n\n" + TALK + "Ann: And the end.\n", "utf-8"
        )
        os.utime(file)
        for _ in range(100):
            await pilot.pause(OUTSIDE_SECONDS / 10)
            if "And the end." in app.reading.transcript.text and not app.stage:
                break
        await settle(app, pilot)
        text = app.reading.transcript.text
        assert text.endswith("And the end.")
        assert text[app.reading.position :].startswith(words)
        assert [note.words for note in app.reading.notes] == ["mine"]


async def test_a_file_that_is_emptied_stays_on_the_screen(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK, "utf-8")
    async with open_reader(file) as (app, pilot):
        text = app.reading.transcript.text
        file.write_text("", "utf-8")
        for _ in range(40):
            await pilot.pause(OUTSIDE_SECONDS / 10)
            if "cannot be read again" in app.said:
                break
        assert app.is_running
        assert "cannot be read again" in app.said
        assert app.reading.transcript.text == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_read_once(tmp_path: Path, home: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TALK,))
    writer.start()
    session = prepare(str(pipe), None, None, True)
    writer.join()
    assert session.transcript is not None
    assert session.transcript.text.startswith("Well, number 0")


async def test_an_opening_that_ends_late_shows_nothing(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        given, undone = threading.Event(), threading.Event()
        started: list[threading.Event] = []

        def slow(path: str, show: steps.Show, tell: Callable[[str], None], **more: Any) -> None:
            turn = given if not started else undone
            started.append(turn)
            transcript = open_transcript(path, **more)
            turn.wait(10)
            show(transcript, "")

        monkeypatch.setattr(steps, "open_in_steps", slow)
        await pilot.press("C")
        await settle(app, pilot)
        await pilot.press("u")
        await settle(app, pilot)
        assert len(started) == 2
        for ended in (undone, given):
            ended.set()
            await pilot.pause(0.3)
            assert app.reading.transcript.turns[0].speaker == "guest"
