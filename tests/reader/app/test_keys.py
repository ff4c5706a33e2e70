"""The keys that INTERFACE fixes, pressed in the reader itself."""

from __future__ import annotations

import pytest
from tests.reader.app.conftest import OpenReader, found, settle

from playhead.reader.commands.table import COMMANDS
from playhead.reader.panes.row_list import RowList


async def test_lines_pages_and_edges(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        start = app.reading.position
        await pilot.press("j", "j")
        two = app.reading.position
        await pilot.press("k")
        assert start < app.reading.position < two
        await pilot.press("pagedown")
        paged = app.reading.position
        assert paged > two
        await pilot.press("pageup")
        assert app.reading.position < paged
        await pilot.press("G")
        assert app.reading.turn == app.reading.transcript.turns[-1]
        await pilot.press("g")
        assert app.reading.position == 0


async def test_turns_questions_and_chapters(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        turns, chapters = app.reading.transcript.turns, app.reading.transcript.chapters
        await pilot.press("J", "J", "K")
        assert app.reading.turn == turns[1]
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert app.reading.position == app.reading.questions[1]
        await pilot.press("left_square_bracket")
        assert app.reading.position == app.reading.questions[0]
        await pilot.press("right_curly_bracket")
        here = app.reading.position
        assert here in [chapter.start for chapter in chapters]
        await pilot.press("left_curly_bracket")
        assert app.reading.position < here


async def test_scrubbing_by_seconds_and_tenths(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("5")
        assert app.lanes is not None
        middle = app.scrub.seconds
        assert abs(middle - app.lanes.length / 2) < 2
        await pilot.press("right")
        assert 3 < app.scrub.seconds - middle < 7
        await pilot.press("shift+left")
        assert -28 < app.scrub.seconds - middle < -22
        await pilot.press("0")
        assert app.reading.position == 0


async def test_go_to_turn_and_back(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("colon", "2", "4", "enter")
        assert app.reading.turn == app.reading.transcript.turns[23]
        await pilot.press("H")
        assert app.reading.position == 0
        await pilot.press("L")
        assert app.reading.turn == app.reading.transcript.turns[23]


async def test_marks(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("3")
        here = app.reading.position
        await pilot.press("M", "k", "G", "apostrophe")
        assert "k ≈ " in app.said
        await pilot.press("k")
        assert app.reading.position == here


@pytest.mark.parametrize(("key", "name"), [("o", "outline"), ("m", "notes"), ("slash", "search")])
async def test_panes_open_and_escape_gives_the_keys_back(
    open_reader: OpenReader, key: str, name: str
) -> None:
    async with open_reader(size=(80, 30)) as (app, pilot):
        await pilot.press(key)
        await pilot.pause()
        assert app.desk.is_open(name)
        await pilot.press("escape")
        await pilot.pause()
        assert app.focused is app.view


@pytest.mark.parametrize("width", [80, 120])
async def test_a_chapter_chosen_in_the_outline_is_read_from_there(
    open_reader: OpenReader, width: int
) -> None:
    async with open_reader(size=(width, 30)) as (app, pilot):
        chapter = app.reading.transcript.chapters[4]
        await pilot.press("o", "f", *chapter.title, "enter", "enter")
        await pilot.pause()
        assert app.reading.position == chapter.start
        assert app.focused is app.view
        assert app.desk.is_open("outline") == (width == 120)
        await pilot.press("j")
        assert app.reading.position > chapter.start


async def test_search_marks_hits_and_enter_jumps(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("slash", *"reliable systems out of unreliable parts")
        await found(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        turn = app.reading.turn
        assert turn is not None
        assert "reliable systems" in app.reading.transcript.words(turn)
        assert app.focused is app.view
        await pilot.press("H")
        assert app.reading.position == 0


async def test_hits_are_counted_and_go_around(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("slash", *"'memory")
        await found(app, pilot)
        await pilot.press("enter", "g")
        await pilot.pause()
        count = len({hit.start for hit in app.reading.hits})
        assert count > 1
        await pilot.press("N")
        assert app.said == f"hit {count}/{count}, around the end"
        await pilot.press("N")
        assert app.said == f"hit {count - 1}/{count}"
        await pilot.press("n", "n")
        assert app.said == f"hit 1/{count}, around the end"


async def test_escape_from_search_goes_back_to_where_it_began(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("2")
        here = app.reading.position
        await pilot.press("slash", *"supernova")
        await pilot.pause(0.5)
        await pilot.press("escape")
        await pilot.pause()
        assert app.reading.position == here
        assert not app.reading.hits


async def test_a_note_is_written_undone_and_done_again(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("J", "a")
        await pilot.pause()
        await pilot.press(*"good", "ctrl+s")
        await settle(app, pilot)
        assert app.keeper.notebook is not None
        assert "good" in app.keeper.notebook.path.read_text(encoding="utf-8")
        assert [note.start for note in app.reading.notes] == [app.reading.transcript.turns[1].start]
        await pilot.press("u")
        await settle(app, pilot)
        assert not app.reading.notes
        await pilot.press("U")
        await settle(app, pilot)
        assert [note.words for note in app.reading.notes] == ["good"]


async def test_what_is_not_saved_comes_back_as_a_draft(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"half a thought", "escape")
        await pilot.pause()
        assert not app.reading.notes
        await pilot.press("a")
        await pilot.pause()
        assert app.desk.panes["editor"].content.text == "half a thought"  # type: ignore[attr-defined]


async def test_a_highlight_goes_through_its_colours(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        seen = []
        for _ in range(5):
            await pilot.press("h")
            await settle(app, pilot)
            seen.append([note.colour for note in app.reading.notes])
        assert seen == [["yellow"], ["green"], ["blue"], ["pink"], []]


async def test_words_are_selected_by_keys_and_escape_lets_them_go(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("w", "w", "w")
        assert app.selected_text() == "There used to"
        assert "3 words selected" in str(app.query_one("#status").render())
        await pilot.press("escape")
        await pilot.pause()
        assert app.view.selection is None
        assert "selected" not in str(app.query_one("#status").render())


async def test_correcting_a_turn_changes_the_screen_and_u_takes_it_back(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        before = app.reading.transcript.turns[0].speaker
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("x")
        for _ in range(200):
            if app.reading.transcript.turns[0].speaker != before:
                break
            await pilot.pause(0.02)
        assert app.reading.transcript.turns[0].speaker != before
        await pilot.press("u")
        for _ in range(200):
            if app.reading.transcript.turns[0].speaker == before:
                break
            await pilot.pause(0.02)
        assert app.reading.transcript.turns[0].speaker == before


async def test_one_key_gives_a_turn_or_words_of_it_to_the_other_speaker(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        first = app.reading.transcript.turns[0]

        async def speaker_becomes(offset: int, speaker: str) -> None:
            for _ in range(300):
                turns = app.reading.transcript.turns
                if next(one for one in turns if one.start <= offset < one.end).speaker == speaker:
                    return
                await pilot.pause(0.02)
            raise AssertionError(f"{offset} is not {speaker}'s")

        assert first.speaker == "guest"
        await pilot.press("C")
        await speaker_becomes(0, "host")
        await settle(app, pilot)
        assert "given to Two Minute Papers; u takes it back" in app.said
        await pilot.press("u")
        await speaker_becomes(0, "guest")
        await pilot.press("w", "w", "C")
        await speaker_becomes(0, "host")
        await speaker_becomes(first.start + 20, "guest")
        assert app.view.selection is None


async def test_playing_moves_and_any_key_takes_over(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        clock = [100.0]
        app.player._now = lambda: clock[0]
        await pilot.press("space")
        clock[0] += 20
        app.player.tick()
        assert 18 < app.scrub.seconds < 21
        assert app.player.is_playing
        await pilot.press("j")
        assert not app.player.is_playing


async def test_filter_by_speaker_leaves_out_the_others(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("f", *"Jeff", "enter")
        shown = {app.reading.transcript.turns[index].speaker for index in app.reading.shown()}
        assert shown == {"guest"}
        await pilot.press("escape")
        assert app.reading.filter.is_all


async def test_the_palette_has_every_command_what_is_wanted_most_first(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("P")
        await pilot.pause()
        rows = app.screen.query_one(RowList).rows
        titles = [row.words.lower() for row in rows]
        assert {one.words for one in COMMANDS.values()} == {*titles, "all commands"} - {"quit"}
        assert titles[:4] == ["search", "next hit", "previous hit", "outline"]
        assert {row.words: row.beside for row in rows}["Outline"] == "o"


async def test_the_palette_carries_out_what_is_typed_or_clicked(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("P", *"next ques", "enter")
        await pilot.pause()
        assert app.reading.position == app.reading.questions[0]
        await pilot.press("ctrl+p", *"notes")
        await pilot.pause()
        await pilot.click(RowList, offset=(5, 0))
        await pilot.pause(0.2)
        assert app.desk.is_open("notes")
        await pilot.press("escape", "P", *"quit", "enter")
        await pilot.pause()
    assert app.return_code == 0
