"""The first moments: a hint for beginners, and the collector of garbage at work again."""

from __future__ import annotations

import gc

import pytest
from tests.reader.app.conftest import OpenReader

from playhead.reader.opening.starting import HINT_USES, WELCOME


async def test_who_reads_first_is_told_the_keys_until_they_begin(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        assert all(words in app.said for words in WELCOME.values())
        for _ in range(HINT_USES - 1):
            await pilot.press("j")
        assert "find" in app.said
        await pilot.press("j")
        assert app.said == ""
        await pilot.press("q")
    async with open_reader() as (app, pilot):
        assert app.said == ""


async def test_what_was_said_meanwhile_is_not_taken_away(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        for _ in range(HINT_USES - 1):
            await pilot.press("j")
        await pilot.press("greater_than_sign")
        assert "lines of" in app.said


async def test_the_collector_is_at_work_once_the_words_are_there(
    open_reader: OpenReader, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(gc.enable)
    gc.disable()
    async with open_reader():
        assert gc.isenabled()


async def test_the_screen_is_arranged_for_its_size_from_the_first_frame_on(
    open_reader: OpenReader,
) -> None:
    for size, arranged in (((170, 40), {"-wide", "-high"}), ((60, 20), {"-narrow", "-low"})):
        async with open_reader(size=size) as (app, _):
            assert app.get_default_screen().classes == arranged
            assert arranged <= app.screen.classes


async def test_the_hint_goes_for_those_who_read_with_the_mouse(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        assert app.said
        for number in range(HINT_USES):
            await pilot.click("#scrub", offset=(40 + number, 1))
            await pilot.pause()
        assert not app.said
