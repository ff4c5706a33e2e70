"""The list that draws only what is in sight."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.strip import Strip

from playhead.reader.panes.row_list import RowList


async def test_a_long_list_draws_what_is_in_sight_and_goes_to_its_end(show: Any) -> None:
    drawn: list[int] = []

    def draw(row: int, width: int) -> list[Content]:
        drawn.append(row)
        return [Content(f"row {row}"), Content("")]

    rows: RowList[int] = RowList(draw, height=2)
    app = show(rows)
    async with app.run_test(size=(30, 20)) as pilot:
        rows.set_rows(range(100_000))
        rows.focus()
        await pilot.press("G")
        assert rows.row == 99_999
        assert rows.row_at(19) == 99_999
        assert len(drawn) < 200
        await pilot.press("k", "pageup", "g", "j")
        assert rows.row == 1


async def test_words_in_brackets_are_words(show: Any) -> None:
    rows: RowList[str] = RowList(lambda row, width: [Content(row)])
    app = show(rows)
    async with app.run_test(size=(30, 5)) as pilot:
        rows.set_rows(["[laughter] [/b] [bold]x"])
        await pilot.pause()
        assert rows.render_line(0).text.strip("▌ ") == "[laughter] [/b] [bold]x"


async def test_a_click_chooses_and_rows_stay_in_sight_when_narrowed(show: Any) -> None:
    rows: RowList[int] = RowList(
        lambda row, width: [Content(str(row))] * (60 // width),
        height=lambda row, width: 60 // width,
    )
    app = show(rows)
    async with app.run_test(size=(61, 10)) as pilot:
        rows.set_rows(range(50))
        rows.move_to(30)
        await pilot.click(RowList, offset=(3, 9))
        chosen = rows.cursor
        assert chosen == rows.row_at(9)
        await pilot.resize_terminal(21, 10)
        assert chosen in {rows.row_at(y) for y in range(10)}


async def test_a_step_draws_the_rows_it_leaves_and_enters(show: Any) -> None:
    drawn: list[int] = []

    class Counted(RowList[int]):
        def render_line(self, y: int) -> Strip:
            drawn.append(y)
            return super().render_line(y)

    rows = Counted(lambda row, width: [Content(f"row {row}")])
    app = show(rows)
    async with app.run_test(size=(30, 10)) as pilot:
        rows.set_rows(range(8))
        await pilot.pause()
        drawn.clear()
        rows.move_to(3)
        await pilot.pause()
        assert sorted(drawn) == [0, 3]
        assert [rows.render_line(y).text[0] for y in range(5)] == [" ", " ", " ", "▌", " "]
        drawn.clear()
        rows.redraw(5, 6)
        await pilot.pause()
        assert sorted(drawn) == [5, 6]


async def test_the_bar_beside_the_rows_follows_them(show: Any) -> None:
    rows: RowList[int] = RowList(lambda row, width: [Content(str(row))])
    app = show(rows)
    async with app.run_test(size=(30, 10)) as pilot:
        for count, is_shown in ((5, False), (50, True), (3, False)):
            rows.set_rows(range(count))
            await pilot.pause()
            assert rows.show_vertical_scrollbar is is_shown
        assert rows.render_line(2).text.strip() == "2"
        assert rows.render_line(3).text.strip() == ""


async def test_rows_that_stay_keep_their_heights(show: Any) -> None:
    measured: list[str] = []

    def height(row: str, width: int) -> int:
        measured.append(row)
        return len(row)

    rows: RowList[str] = RowList(lambda row, width: [Content(row)] * len(row), height=height)
    app = show(rows)
    async with app.run_test(size=(30, 12)) as pilot:
        for shown, new in (
            (["a", "bb", "ccc", "bb"], ["a", "bb", "ccc", "bb"]),
            (["a", "bb", "dd", "ccc", "bb"], ["dd"]),
            (["a", "ccc", "bb"], []),
            (["bb", "a", "bb"], ["bb", "a"]),
            ([], []),
            (["eeee", "bb"], ["eeee", "bb"]),
        ):
            measured.clear()
            rows.set_rows(shown)
            await pilot.pause()
            assert measured == new
            tops = [row for row in shown for _ in row]
            assert [rows.rows[rows.row_at(y) or 0] for y in range(len(tops))] == tops
        await pilot.resize_terminal(20, 12)
        assert measured[-2:] == ["eeee", "bb"]
