"""Playing with sound: a fake mpv answers as the real one does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import OpenReader
from textual.pilot import Pilot

from playhead.reader.app import PlayheadApp
from playhead.reader.playing.sound import find_media

FAKE = '''#!{python}
"""Takes the socket it is given, writes down what it hears, says what is in `say`."""
import json, pathlib, signal, socket, sys
# On a busy machine the signal would come before the last word is read.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
here = pathlib.Path(__file__).parent
given = next(one for one in sys.argv if one.startswith("--input-ipc-client=fd://"))
client = socket.socket(fileno=int(given.rpartition("/")[2]))
def say(**event):
    client.sendall(json.dumps(event).encode() + b"\\n")
def change(name, data):
    say(event="property-change", name=name, data=data)
for line in client.makefile():
    said = json.loads(line)
    command = said["command"]
    with open(here / "heard", "a") as file:
        print(json.dumps(command), file=file)
    say(error="success", data=None, request_id=said["request_id"])
    if command[:2] == ["observe_property", 4]:
        change("duration", 60.0)
        change("pause", True)
        change("time-pos", 0.0)
    if command[0] == "seek":
        change("time-pos", 1.0)
        say(event="seek")
        say(event="playback-restart")
        change("time-pos", 42.0)
    if command == ["set_property", "speed", 1.25]:
        change("pause", True)
    if command[0] == "quit":
        break
'''

TALK = "WEBVTT\n\n" + "\n".join(
    f"00:{second // 60:02}:{second % 60:02}.000 --> 00:{second // 60:02}:{second % 60 + 9:02}.000\n"
    f"<v {'Ann' if second % 20 else 'Bob'}>Words of second {second} are said here.\n"
    for second in range(0, 60, 10)
)


@pytest.fixture
def talk_file(tmp_path: Path) -> Path:
    """Captions of a minute, with an empty file of sound beside them."""
    file = tmp_path / "talk.en.vtt"
    file.write_text(TALK)
    (tmp_path / "talk.mp3").write_bytes(b"")
    return file


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Any]]:
    """Put the fake first on the path; the commands it has heard."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "mpv"
    program.write_text(FAKE.replace("{python}", sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ.get('PATH', '')}")
    heard = folder / "heard"

    def commands() -> list[Any]:
        return (
            [json.loads(line) for line in heard.read_text().splitlines()] if heard.exists() else []
        )

    return commands


async def until(pilot: Pilot[Any], is_so: Callable[[], bool]) -> None:
    for _ in range(500):
        if is_so():
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come to pass")


def said(app: PlayheadApp) -> str:
    return app.said


@pytest.mark.skipif(sys.platform == "win32", reason="mpv has no Unix socket there")
async def test_the_text_follows_the_sound_and_stops_with_it(
    open_reader: OpenReader, talk_file: Path, fake: Callable[[], list[Any]]
) -> None:
    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("2")
        begun = app.scrub.seconds
        await pilot.press("space")
        await until(pilot, lambda: app.scrub.seconds > 41)
        assert app.player.is_playing
        seek = next(one for one in fake() if one[0] == "seek")
        assert begun <= seek[1] < 30
        assert seek[2] == "absolute+exact"
        assert ["set_property", "pause", False] in fake()
        await pilot.press("j")
        assert not app.player.is_playing
        await until(pilot, lambda: fake()[-1] == ["set_property", "pause", True])
        await pilot.press("space")
        await until(pilot, lambda: sum(one[0] == "seek" for one in fake()) == 2)
        await pilot.pause(0.2)
        await pilot.press("plus")
        await until(pilot, lambda: not app.player.is_playing)
        await pilot.press("q")
        # mpv writes down what it was told in a process of its own.
        await until(pilot, lambda: fake()[-1] == ["quit"])


@pytest.mark.skipif(sys.platform == "win32", reason="mpv has no Unix socket there")
async def test_scrubbing_plays_on_from_there_with_the_sound(
    open_reader: OpenReader, talk_file: Path, fake: Callable[[], list[Any]]
) -> None:
    def seeks() -> list[float]:
        return [one[1] for one in fake() if one[0] == "seek"]

    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("space")
        await until(pilot, lambda: app.scrub.seconds > 41)
        for keys, first, last in (("1", 5, 8), ("right", 46, 49), ("full_stop", 49, 60)):
            count = len(seeks())
            await pilot.press(keys)
            await until(pilot, lambda count=count: len(seeks()) > count)  # type: ignore[misc]
            await until(pilot, lambda: 41 < app.scrub.seconds < 44)
            assert app.player.is_playing
            assert first <= seeks()[-1] <= last
        assert ["set_property", "pause", True] not in fake()
        await pilot.mouse_down("#scrub", offset=(60, 1))
        assert not app.player.is_playing
        await pilot.hover("#scrub", offset=(30, 1))
        count = len(seeks())
        await pilot.mouse_up("#scrub", offset=(30, 1))
        assert app.player.is_playing
        await until(pilot, lambda: len(seeks()) > count)
        await pilot.press("a")
        assert not app.player.is_playing


@pytest.mark.skipif(sys.platform == "win32", reason="mpv has no Unix socket there")
async def test_where_the_recording_cannot_be_played_one_line_says_why(
    open_reader: OpenReader, talk_file: Path, fake: Callable[[], list[Any]], tmp_path: Path
) -> None:
    program = tmp_path / "bin" / "mpv"
    program.write_text(
        program.read_text().replace(
            "for line in", "say(event='end-file', file_error='no sound'); sys.exit()\nfor line in"
        )
    )
    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("space")
        await until(pilot, lambda: "mpv cannot play talk.mp3: no sound; " in said(app))
        assert app.player.is_playing


async def test_at_the_end_it_is_said_that_it_is_the_end(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("G", "space")
        assert app.lanes is not None
        app.player._from = app.lanes.length
        app.player.tick()
        assert not app.player.is_playing
        assert said(app).startswith("the end")


@pytest.mark.skipif(sys.platform == "win32", reason="mpv has no Unix socket there")
async def test_where_mpv_cannot_open_the_file_the_text_plays_in_silence(
    open_reader: OpenReader, talk_file: Path, fake: Callable[[], list[Any]], tmp_path: Path
) -> None:
    program = tmp_path / "bin" / "mpv"
    program.write_text("#!/bin/sh\nexit 2\n")
    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("space")
        await until(pilot, lambda: "mpv cannot play talk.mp3" in said(app))
        assert app.player.is_playing
        assert app.player.sound is None


async def test_where_there_is_no_sound_one_line_says_why(
    open_reader: OpenReader, talk_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("space")
        assert "mpv is not installed" in said(app)
        assert app.player.is_playing
        await pilot.press("space")
        app.say("")
        await pilot.press("space")
        assert said(app) == ""
    (tmp_path / "talk.mp3").unlink()
    async with open_reader(talk_file) as (app, pilot):
        await pilot.press("space")
        assert "no recording" in said(app)


def test_the_recording_beside_a_transcript_has_its_name_with_or_without_a_language(
    tmp_path: Path,
) -> None:
    for transcript, media, is_found in (
        ("a.txt", "a.mp3", True),
        ("b.en-US.vtt", "b.m4a", True),
        ("c.en.vtt", "c.en.opus", True),
        ("d. A long title.txt", "d.mp3", False),
        ("e.txt", "other.mp3", False),
    ):
        (tmp_path / media).touch()
        found = find_media(str(tmp_path / transcript))
        assert (found is not None) == is_found, transcript
