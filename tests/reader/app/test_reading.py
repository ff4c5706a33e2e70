"""Reading by hand: folds and pinned questions clicked, sections skipped, nothing but the text."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from tests.reader.app.conftest import OpenReader, settle
from textual.widgets import Static

from playhead.reader.app import PlayheadApp
from playhead.reader.panes.row_list import RowList


def line_of(app: PlayheadApp, words: str) -> int:
    """The line of the view that shows `words`."""
    return next(y for y in range(app.view.size.height) if words in app.view.render_line(y).text)


def status(app: PlayheadApp) -> str:
    return str(app.query_one("#status", Static).visual)


async def test_a_click_on_the_pinned_question_goes_there_and_back_is_the_way_back(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("5", "J", "J")
        here, question = app.reading.position, app.view.pinned
        assert question is not None
        number = app.reading.question_number(question.start)
        assert app.view.render_line(0).text.strip().startswith(f"{number}? ")
        await pilot.click("#view", offset=(30, 0))
        assert app.reading.position == question.start
        await pilot.press("H")
        assert app.reading.position == here


async def test_a_click_on_a_name_folds_the_turn_and_on_its_rest_unfolds_it(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("right_square_bracket")
        y = line_of(app, "Thank you. Thank you.")
        x = app.view._column.text
        await pilot.click("#view", offset=(x + 2, y - 1))
        folded = app.view.render_line(y).text
        assert "words more" in folded
        await pilot.click("#view", offset=(folded.index("words more"), y))
        assert "words more" not in app.view.render_line(y).text


async def test_skip_leaves_the_teaser_and_nothing_else(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        teaser = app.reading.transcript.sections[0]
        assert teaser.kind == "teaser"
        app.say("")
        await pilot.pause()
        assert "teaser: s skips it" in status(app)
        assert "teaser" in app.view.render_line(line_of(app, "≈ 0:00")).text
        await pilot.press("s")
        assert app.reading.position >= teaser.end
        await pilot.press("5")
        here = app.reading.position
        await pilot.press("s")
        assert app.reading.position == here
        assert "Nothing to skip" in status(app)


async def test_nothing_but_the_text_still_tells_what_is_asked_and_what_failed(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("z")
        app.say("")
        await pilot.pause()
        lines = {line: app.query_one(line) for line in ("#status", "#title")}
        assert not lines["#status"].display
        assert app.view.size.height == app.size.height
        await pilot.press("M")
        await pilot.pause()
        assert lines["#status"].display
        assert app.view.size.height == app.size.height
        await pilot.press("escape")
        app.keeper._failed("the disk is full", None)
        await pilot.pause()
        assert lines["#title"].display
        await pilot.press("z")
        await pilot.pause()
        assert lines["#status"].display
        assert app.scrub.display
        await pilot.press("z", "z")
        assert "nothing but the text" not in status(app)


async def test_a_selection_tells_how_many_words_it_has(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("w", "w")
        app.say("")
        await pilot.pause()
        assert "2 words selected" in status(app)


async def test_the_keys_told_can_be_clicked(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 40)) as (app, pilot):
        app.say("")
        await pilot.pause()
        x = status(app).index("/ find")
        await pilot.click("#status", offset=(x + 2, 0))
        await pilot.pause(0.2)
        assert app.desk.is_open("search")


@pytest.mark.usefixtures("collector_keeps")
async def test_what_is_read_is_not_looked_at_by_the_collector_again(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, _):
        assert gc.get_freeze_count() > len(app.reading.transcript.turns)


async def test_notes_stand_under_their_lines_on_narrow_screens_beside_them_on_wide_ones(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    async with open_reader(size=(70, 24)) as (app, pilot):
        await pilot.press("4", "a", *"Chips", "ctrl+s")
        await settle(app, pilot)
        column = app.view._column
        y = line_of(app, "◆ Chips")
        assert app.view.render_line(y).text.index("Chips") < column.text + column.measure
        await pilot.click("#view", offset=(column.text + 5, y))
        await settle(app, pilot)
        assert app.desk.is_open("editor")
        await pilot.press("escape")
        await pilot.resize_terminal(160, 40)
        await pilot.pause()
        column = app.view._column
        y = line_of(app, "◆ Chips")
        assert app.view.render_line(y).text.index("Chips") > column.text + column.measure


async def test_v_then_sentences_and_turns_draw_the_selection_on_whole(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("right_square_bracket", "v", "full_stop")
        assert app.selected_text() == "Thank you. Thank you."
        await pilot.press("comma")
        assert app.selected_text() == "Thank you."
        await pilot.press("J")
        assert app.reading.turn is not None
        assert app.selected_text() == app.reading.transcript.words(app.reading.turn)


@pytest.mark.parametrize("width", [60, 120])
async def test_names_of_wide_characters_keep_the_lanes_in_line(
    open_reader: OpenReader, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "wide.txt"
    file.write_text("主持人：推理会超过训练吗？\n\nAnn：Yes.\n\n主持人：为什么？\n")
    async with open_reader(file, size=(width, 30)) as (app, _):
        assert "主持人" in [name for name, _ in app.scrub._labels()]
        for lane in range(2):
            assert app.scrub._label(lane).cell_length == app.scrub.label_width


async def test_enter_opens_what_is_folded_or_left_out(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("Q", "j", "j", "j", "j", "enter")
        question = app.reading.turn
        assert app.reading.filter.is_all
        assert question is not None
        assert question.start in app.reading.questions
        await pilot.press("J", "I")
        answer = app.reading.turn
        assert answer is not None
        assert app.view.shape.folds(answer)
        await pilot.press("enter")
        assert not app.view.shape.folds(answer)
        await pilot.press("enter")
        assert "Nothing is folded" in app.said


async def test_whether_all_is_saved_is_told_from_the_beginning(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 20)) as (app, pilot):
        title = app.query_one("#title", Static)
        assert str(title.visual).endswith("saved ✓ ")
        app.stage = "finding who speaks"
        app.keeper._state("saving", "")
        assert "finding who speaks…  saving…" in str(title.visual)
        app.keeper._state("failed", "the disk is full")
        assert "NOT SAVED ✗ the disk is full" in str(title.visual)
        await pilot.pause()


async def test_the_list_of_notes_opens_at_the_note_before_us(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        for tenth in "257":
            await pilot.press(tenth, "h")
            await settle(app, pilot)
        await pilot.press("6", "m")
        await pilot.pause(0.2)
        pane = app.desk.panes["notes"]
        assert pane.query_one("#notes-rows", RowList).cursor == 1


async def test_chinese_is_selected_and_scrubbed_by_its_characters(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    file = tmp_path / "talk.txt"
    asked, said = "你觉得内存带宽会怎么变化？" * 9, "内存带宽比什么都重要。" * 9
    file.write_text(f"王：{asked}\n\n李：{said}\n")
    async with open_reader(file) as (app, pilot):
        await pilot.press("w", "w", "w")
        assert app.selected_text() == "你觉得"
        await pilot.press("escape", "right")
        assert 0 < app.reading.position < app.reading.transcript.turns[0].end
