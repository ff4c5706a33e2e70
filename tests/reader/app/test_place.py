"""The place: kept through resizes, folds, filters and from one reading to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reader.app.conftest import OpenReader, found, settle

from playhead.formats.unreadable import UnreadableError
from playhead.reader.opening.memory import Memory
from playhead.reader.opening.starting import prepare


async def test_resizing_keeps_the_place_in_sight(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("6", "j", "j")
        here = app.reading.position
        for size in ((60, 20), (200, 50), (80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.reading.position == here
            assert app.view._at in app.view._rows


async def test_lists_go_where_the_screen_gets_narrow_and_come_back(
    open_reader: OpenReader,
) -> None:
    async with open_reader(size=(160, 40)) as (app, pilot):
        await pilot.press("o", "escape", "m")
        shown: list[list[str]] = []
        for width in (160, 120, 60, 120, 160):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            shown.append([name for name in ("outline", "notes") if app.desk.is_open(name)])
            if width == 120:
                app.view.focus()
        assert shown == [["outline", "notes"], ["notes"], [], ["notes"], ["outline", "notes"]]


async def test_folding_and_filtering_keep_the_place(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("4")
        here = app.reading.position
        await pilot.press("I", "Q", "b", "greater_than_sign")
        assert app.view._at in app.view._rows
        await pilot.press("I", "Q", "b", "less_than_sign")
        assert app.reading.position == here
        assert app.view._layout is not None
        row = app.view._layout.row(app.view._at)
        assert row.start <= here <= row.end


async def test_we_are_at_a_turn_that_the_filter_shows(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):

        def who() -> str | None:
            return app.reading.turn.speaker if app.reading.turn else None

        await pilot.press("f", *"Jeff", "enter")
        for keys in ("J", "3", "right_square_bracket", "right", "full_stop", "5", "left"):
            before = app.reading.position
            await pilot.press(keys)
            assert app.reading.position != before, keys
            assert who() == "guest", keys
        answered = app.reading.position
        await pilot.press("escape", "f", *"Two Minute", "enter")
        assert who() == "host"
        await pilot.press("escape")
        assert app.reading.position == answered
        await pilot.press("Q", "J", "enter")
        assert app.reading.filter.is_all
        assert who() == "host"


async def test_what_is_asked_for_by_name_is_shown_were_it_left_out(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("f", *"Jeff", "enter", "g", "J")
        sifted = app.reading.filter
        await pilot.press("slash", *"Bill Dally")
        await found(app, pilot)
        assert app.reading.filter.is_all
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.reading.filter == sifted
        await pilot.press("colon", *"q3", "enter")
        await settle(app, pilot)
        assert app.reading.filter.is_all
        assert app.reading.question_number(app.reading.position) == 3


async def test_playing_leaves_out_what_the_filter_does(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        clock = [100.0]
        app.player._now = lambda: clock[0]
        await pilot.press("f", *"Jeff", "enter", "5", "space")
        starts = app.reading.starts("turn")
        following = next(one for one in starts if one > app.reading.position)
        for _ in range(400):
            clock[0] += 1.0
            app.player.tick()
            assert app.player.is_playing
            assert app.reading.is_shown(app.reading.position)
            if app.reading.position >= following:
                break
        assert app.reading.position == following


async def test_the_place_is_there_at_the_next_reading(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("7", "M", "q")
        here = app.reading.position
        await pilot.press("q")
    async with open_reader() as (app, _):
        assert app.reading.position == here
        assert app.reading.marks == {"q": here}


async def test_what_is_passed_over_does_not_count_as_read(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("8", "J", "pagedown")
        (read,) = app.reading.read.spans
        await pilot.mouse_down("#scrub", offset=(40, 1))
        for x in range(41, 60):
            await pilot.hover("#scrub", offset=(x, 1))
        await pilot.mouse_up("#scrub", offset=(60, 1))
        await pilot.press("G", "g")
        assert app.reading.read.spans == [read]
        await pilot.press("q")
    share = (read[1] - read[0]) / len(app.reading.transcript.text)
    assert Memory().talks[0][2] == round(share, 3)
    async with open_reader() as (app, _):
        assert app.reading.read.spans == [read]


async def test_with_no_file_the_last_one_is_read(open_reader: OpenReader, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text("Ann: Why does it rain?\n\nBob: Because clouds are heavy.\n")
    async with open_reader(file) as (_, pilot):
        await pilot.press("q")
    assert Memory().last == str(file)
    assert prepare(None, None, None, True).path == str(file)


def test_what_cannot_be_read_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    for path in (tmp_path / "missing.txt", tmp_path, empty):
        with pytest.raises(UnreadableError):
            prepare(str(path), None, None, True)


async def test_outside_text_shows_as_it_stands(open_reader: OpenReader, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text(
        "Ann [b]: What [laughter] is [/b] \x1b[31mthis?\n\nBob: [link=x]日本語のテキスト[/link] 👩‍👩‍👧 e\u0301.\n"
    )
    async with open_reader(file, size=(60, 24)) as (app, pilot):
        lines = "\n".join(app.view.render_line(y).text for y in range(app.view.size.height))
        assert "[laughter] is [/b]" in lines
        assert "\x1b" not in lines
        assert "[link=x]日本語のテキスト[/link]" in lines
        for y in range(app.view.size.height):
            assert app.view.render_line(y).cell_length == app.view.size.width
        for key in ("o", "m", "question_mark", "escape", "c", "escape", "y"):
            await pilot.press(key)
            await pilot.pause()


@pytest.mark.parametrize("size", [(20, 8), (60, 20), (90, 24), (250, 70)])
async def test_every_size_has_the_place_on_the_screen(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as (app, pilot):
        await pilot.press("5", "j", "pagedown", "right_square_bracket", "G", "k")
        assert app.view._at in app.view._rows
