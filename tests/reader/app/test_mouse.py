"""The mouse: scrubbing, the preview, clicking and selecting in the text."""

from __future__ import annotations

import pytest
from tests.reader.app.conftest import OpenReader, settle
from textual.events import MouseMove, MouseScrollDown, MouseUp

from playhead.reader.app import PlayheadApp
from playhead.reader.dialogs.choice import ChoiceDialog
from playhead.reader.lines import status_line
from playhead.reader.panes.row_list import RowList
from playhead.reader.scrub.preview import ScrubPreview
from playhead.reader.view.layout import Layout
from playhead.transcript.times import seconds_at


def first_turn(app: PlayheadApp) -> tuple[Layout, int, int, int]:
    """The layout, the column of its words, the row of the first and that of the gap below."""
    layout = app.view._layout
    assert layout is not None
    kinds = [layout.row(at).kind for at in app.view._rows]
    first = kinds.index("text")
    return layout, app.view._column.text, first, kinds.index("blank", first)


async def test_click_and_drag_on_the_bar_move_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        assert app.lanes is not None
        await pilot.mouse_down("#scrub", offset=(60, 1))
        clicked = app.scrub.seconds
        await pilot.hover("#scrub", offset=(90, 1))
        dragged = app.scrub.seconds
        await pilot.mouse_up("#scrub", offset=(90, 1))
        assert 0 < clicked < dragged
        cells = app.scrub.cells
        assert abs(dragged / app.lanes.length - (90 - 1 - app.scrub.label_width) / cells) < 0.02
        assert app.view._layout is not None
        shown = [app.view._layout.row(at).start for at in app.view._rows]
        assert min(shown) <= app.reading.position <= max(shown)


async def test_the_preview_tells_what_is_under_the_pointer(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        status = app.query_one("#status").region
        await pilot.hover("#scrub", offset=(60, 2))
        await pilot.pause()
        preview = app.query_one("#preview", ScrubPreview)
        assert preview.display
        assert "turn" in str(preview.visual)
        assert preview.region.bottom == app.scrub.region.y
        assert app.query_one("#status").region == status
        before = app.reading.position
        await pilot.hover("#view", offset=(40, 10))
        await pilot.pause()
        assert not preview.display
        assert app.reading.position == before


async def test_the_preview_stays_while_dragging_and_tells_the_note_there(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("5", "a", *"Chips", "ctrl+s")
        await settle(app, pilot)
        preview = app.query_one("#preview", ScrubPreview)
        x = 1 + app.scrub.label_width
        begun = seconds_at(app.reading.transcript, app.reading.notes[0].start)
        noted = x + app.scrub._cell_of(begun)
        await pilot.mouse_down(offset=(x, 33))
        await pilot.hover(offset=(noted, 12))
        await pilot.pause()
        assert preview.display
        assert "◆ Chips" in str(preview.visual)
        await pilot.mouse_up(offset=(x, 12))
        await pilot.pause()
        assert not preview.display


async def test_of_many_places_dragged_over_only_the_last_is_followed(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("8")
        here = app.reading.position
        followed: list[int] = []
        go_to = app.go_to

        def follow(offset: int, **how: bool) -> None:
            followed.append(offset)
            go_to(offset, **how)

        monkeypatch.setattr(app, "go_to", follow)
        app.scrub.post_message(app.scrub.Scrubbed(10.0, first=True, done=False))
        for second in range(11, 60):
            app.scrub.post_message(app.scrub.Scrubbed(float(second), first=False, done=False))
        await pilot.pause(0.2)
        assert len(followed) < 10
        assert followed[-1] == app.offset_at(59.0) == app.reading.position
        await pilot.press("H")
        assert app.reading.position == here


async def test_a_key_puts_the_preview_away(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.hover("#scrub", offset=(60, 2))
        await pilot.pause()
        assert app.preview.display
        await pilot.press("j")
        assert not app.preview.display


async def test_low_screens_give_the_bar_three_lines(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 20)) as (app, _):
        assert app.scrub.size.height == 3
        assert "●" in app.scrub.render_line(2).text


async def test_the_wheel_moves_text_and_playhead(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        for target in (app.view, app.scrub):
            before = app.reading.position
            for _ in range(12):
                target.post_message(MouseScrollDown(target, 5, 1, 0, 0, 0, False, False, False))
            await pilot.pause()
            assert app.reading.position > before


async def test_dragging_over_words_selects_whole_words(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        column = app.view._column.text
        y = next(
            y
            for y, at in enumerate(app.view._rows)
            if app.view._layout.row(at).kind == "text"  # type: ignore[union-attr]
        )
        await pilot.mouse_down("#view", offset=(column + 1, y + 1))
        await pilot.hover("#view", offset=(column + 8, y + 1))
        await pilot.mouse_up("#view", offset=(column + 8, y + 1))
        assert app.selected_text() == "There used"


async def test_dragging_to_the_gap_below_a_turn_takes_the_turn_to_its_end(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        layout, column, first, gap = first_turn(app)
        await pilot.mouse_down("#view", offset=(column, first + 1))
        await pilot.hover("#view", offset=(column + 30, gap + 1))
        await pilot.mouse_up("#view", offset=(column + 30, gap + 1))
        assert app.selected_text() == layout.transcript.words(layout.turn(0))


async def test_what_is_selected_stays_so_while_the_text_is_wheeled(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("v")
        selected = app.selected_text()
        for _ in range(12):
            app.view.post_message(MouseScrollDown(app.view, 5, 1, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert app.reading.position > 1000
        assert app.selected_text() == selected


async def test_a_selection_drawn_beyond_the_edge_keeps_its_end_and_keys_draw_it_on(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        layout, column = app.view._layout, app.view._column.text
        assert layout is not None
        y = [layout.row(at).kind for at in app.view._rows].index("text")
        await pilot.mouse_down("#view", offset=(column, y + 1))
        below = (column + 9, app.view.size.height + 2)
        app.view.post_message(MouseMove(app.view, *below, 0, 0, 1, False, False, False))
        await pilot.pause(0.8)
        app.view.post_message(MouseUp(app.view, *below, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert app.view.selection is not None
        reach = app.view.selection.reach
        assert app.reading.position == reach > 1000
        await pilot.press("j")
        assert app.view.selection.reach > reach


async def test_dragging_up_from_a_gap_takes_the_turn_above_it(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        layout, column, first, gap = first_turn(app)
        await pilot.click("#view", offset=(column + 30, gap + 1))
        assert app.reading.position == 0
        await pilot.mouse_down("#view", offset=(column + 30, gap + 1))
        await pilot.hover("#view", offset=(column, first + 1))
        await pilot.mouse_up("#view", offset=(column, first + 1))
        assert app.selected_text() == layout.transcript.words(layout.turn(0))


async def test_dragging_from_a_name_takes_the_turn_from_its_start(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        layout, column = app.view._layout, app.view._column.text
        assert layout is not None
        y = [layout.row(at).kind for at in app.view._rows].index("name")
        await pilot.mouse_down("#view", offset=(column + 6, y + 1))
        await pilot.hover("#view", offset=(column + 8, y + 2))
        await pilot.mouse_up("#view", offset=(column + 8, y + 2))
        assert app.selected_text() == "There used"
        assert not app.view.shape.folded
        await pilot.press("escape")
        await pilot.click("#view", offset=(column + 6, y + 1))
        assert app.view.shape.folded == {layout.turn(0).id}


async def test_the_names_before_the_strip_are_no_place_to_scrub_to(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("5")
        here = app.reading.position
        await pilot.hover("#scrub", offset=(4, 1))
        await pilot.click("#scrub", offset=(4, 1))
        assert app.reading.position == here
        assert not app.preview.display
        await pilot.mouse_down("#scrub", offset=(60, 1))
        await pilot.hover("#scrub", offset=(0, 1))
        await pilot.mouse_up("#scrub", offset=(0, 1))
        assert app.reading.position == 0


async def test_a_click_moves_there(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        y = next(
            y
            for y, at in enumerate(app.view._rows)
            if app.view._layout.turn(at.place).id == "t2"  # type: ignore[union-attr]
            and app.view._layout.row(at).kind == "text"  # type: ignore[union-attr]
        )
        await pilot.click("#view", offset=(app.view._column.text + 3, y + 1))
        assert app.reading.turn is not None
        assert app.reading.turn.id == "t2"


async def test_without_a_key_any_command_is_reached_on_a_narrow_screen(
    open_reader: OpenReader,
) -> None:
    async with open_reader(size=(60, 20)) as (app, pilot):
        app.say("")
        await pilot.pause()
        line = status_line(app, 60).plain
        await pilot.click("#status", offset=(line.index("P more"), 0))
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        place = [row.value for row in rows.rows].index("show.theme")
        await pilot.click(RowList, offset=(4, place))
        await pilot.pause()
        assert isinstance(app.screen, ChoiceDialog)
        assert app.theme in [row.value for row in app.screen.rows.rows]
        await pilot.click(offset=(0, 0))
