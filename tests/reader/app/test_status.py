"""What is said at the foot: whole words, the time and the filter in sight, the keys as they are."""

from __future__ import annotations

from tests.reader.app.conftest import OpenReader, painted, settle
from textual.screen import ModalScreen

from playhead.reader.lines import status_line
from playhead.reader.panes.places import turn_at
from playhead.transcript.times import clock_face


async def test_while_the_letter_of_a_mark_is_waited_for_the_text_and_what_is_asked_are_in_sight(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("M")
        await pilot.pause(0.1)
        shown = painted(app)
        assert "There used to be a chat group" in shown
        assert "mark with which letter?" in shown
        await pilot.click(offset=(40, 10))
        await pilot.pause()
        assert not isinstance(app.screen, ModalScreen)
        assert not app.reading.marks


async def test_the_status_line_leaves_out_whole_parts_and_never_the_time_or_the_filter(
    open_reader: OpenReader,
) -> None:
    async with open_reader(size=(60, 20)) as (app, pilot):
        assert "…" not in status_line(app, 60).plain
        assert "? all keys" in status_line(app, 60).plain
        await pilot.press("5", "Q")
        time = clock_face(app.scrub.seconds)
        for width in range(60, 250):
            assert "   ⏎ shows what was answered" in status_line(app, width).plain
        for width in range(60, 250, 9):
            line = status_line(app, width)
            assert line.cell_length == width
            assert time in line.plain
            app.say("")
            assert "▽ only questions" in status_line(app, width).plain
            assert "P more   ? keys" in status_line(app, width).plain
        app.say("a long story that is told for once · and more · and still more")
        assert "told for once" in status_line(app, 60).plain
        assert time in status_line(app, 60).plain
        app.say("x" * 90)
        assert status_line(app, 60).plain == "x" * 59 + "…"


async def test_who_speaks_is_told_in_words_at_any_width(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 20)) as (app, pilot):
        await pilot.press("5", "J")
        app.say("")
        turn = turn_at(app.reading.transcript, app.reading.position)
        assert turn is not None
        name = app.reading.transcript.name_of(turn.speaker)
        assert name
        for width in range(60, 250, 9):
            assert name in status_line(app, width).plain


async def test_what_is_said_of_a_selection_has_the_keys_of_the_keymap(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        app.set_keymap({"write.note": "F"})
        await pilot.press("v")
        assert app.said.startswith("selecting · F note · h highlight · y copy · w W by word")


async def test_where_there_is_none_at_all_the_key_that_helps_is_told(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        for key, told in (("e", "a writes one"), ("n", "/ searches"), ("d", "c corrects this one")):
            await pilot.press(key)
            assert told in app.said
        await pilot.press("a", *"Once", "ctrl+s")
        await settle(app, pilot)
        await pilot.press("G", "e")
        assert app.said == "No note after this."
