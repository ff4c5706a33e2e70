"""Keys that are pressed faster than what they open and close comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.reader.app.conftest import OpenReader, settle
from textual import events
from textual.pilot import Pilot

from playhead.reader.app import PlayheadApp

NAMES = {":": "colon", "/": "slash", "'": "apostrophe", " ": "space"}


def type_at_once(app: PlayheadApp, *keys: str) -> None:
    """Press keys as a terminal delivers them in one piece; names of more than a letter are keys."""
    for key in keys:
        named = key if len(key) > 1 else NAMES.get(key, key)
        app.post_message(events.Key(named, key if len(key) == 1 else None))


async def until(pilot: Pilot[Any], is_so: Callable[[], bool]) -> bool:
    """Wait until something is so, but not for ever; whether it is."""
    for _ in range(200):
        if is_so():
            break
        await pilot.pause(0.02)
    return is_so()


async def test_keys_after_saving_reach_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "J", "a", *"so it is", "ctrl+s", "J")
        assert await until(pilot, lambda: bool(app.reading.notes))
        assert [note.words for note in app.reading.notes] == ["so it is"]
        assert app.reading.turn == app.reading.transcript.turns[2]


async def test_quitting_in_the_same_instant_as_saving_saves(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "a", *"kept", "ctrl+s", "q")
        assert await until(pilot, lambda: not app.is_running)
        assert app.keeper.notebook is not None
        assert [note.note for note in app.keeper.notebook.notes] == ["kept"]


async def test_the_next_note_is_not_put_away_with_the_one_before(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "a", *"one", "ctrl+s", "J", "a", *"two")
        assert await until(pilot, lambda: bool(app.reading.notes) and app.desk.is_open("editor"))
        editor: Any = app.desk.panes["editor"]
        assert await until(pilot, lambda: editor.content.text == "two")
        await settle(app, pilot)
        assert app.desk.is_open("editor")


async def test_keys_after_a_dialog_reach_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, ":", *"24", "enter", "J", "J")
        assert await until(pilot, lambda: app.reading.turn == app.reading.transcript.turns[25])


async def test_keys_after_the_palette_reach_what_it_opens(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "P", *"go to 24", "enter", *"12", "enter", "J")
        assert await until(pilot, lambda: app.reading.turn == app.reading.transcript.turns[12])


async def test_the_letter_of_a_mark_is_waited_for(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "3", "M", "k")
        assert await until(pilot, lambda: "k" in app.reading.marks)
        here = app.reading.position
        type_at_once(app, "G", "'", "k")
        assert await until(pilot, lambda: len(app.reading.jumps.back) == 3)
        assert app.reading.position == here


async def test_keys_after_quitting_do_no_harm(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        type_at_once(app, "j", "q", *"jkJKo")
        assert await until(pilot, lambda: not app.is_running)
