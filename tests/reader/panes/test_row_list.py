"""The list that draws only what is in sight."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from playhead.reader.panes.list_bar import ListBar
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

    def draw(row: int, width: int) -> list[Content]:
        drawn.append(row)
        return [Content(f"row {row}")]

    rows: RowList[int] = RowList(draw)
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


def seen(strip: Strip) -> list[Any]:
    """What is seen of a strip and may be clicked: the ink of blanks is not."""
    return [
        (
            words,
            style.bgcolor,
            style.reverse,
            style.meta,
            style.color if words != " " or style.reverse else None,
        )
        for words, style, _ in strip
        if style is not None
    ]


async def test_the_bar_is_as_textual_draws_it_but_drawn_once(show: Any) -> None:
    rows: RowList[int] = RowList(lambda row, width: [Content(str(row))])
    app = show(rows)
    async with app.run_test(size=(30, 10)) as pilot:
        rows.set_rows(range(53))
        for cursor in (0, 17, 52):
            rows.move_to(cursor)
            await pilot.pause()
            bar = rows.vertical_scrollbar
            assert isinstance(bar, ListBar)
            drawn = bar.render_lines(Region(0, 0, 1, 10))
            theirs = Widget.render_lines(bar, Region(0, 0, 1, 10))
            assert [*map(seen, drawn)] == [*map(seen, theirs)]
            bar.refresh()
            again = bar.render_lines(Region(0, 2, 1, 5))
            assert all(one is two for one, two in zip(drawn[2:7], again, strict=True))


async def test_lines_are_as_textual_draws_them(show: Any) -> None:
    rows: RowList[int] = RowList(lambda row, width: [Content(f"row {row}")], empty="Nothing.")
    app = show(rows)
    async with app.run_test(size=(30, 10)) as pilot:
        for count in (0, 4, 40):
            rows.set_rows(range(count))
            await pilot.pause()
            ours = rows.render_lines(rows.size.region)
            theirs = Widget.render_lines(rows, rows.size.region)
            assert [one.text for one in ours] == [one.text for one in theirs]
            assert {seg.style.bgcolor for one in ours for seg in one if seg.style} == {
                seg.style.bgcolor for one in theirs for seg in one if seg.style
            }


async def test_the_same_rows_offered_again_are_not_drawn_again(show: Any) -> None:
    drawn: list[int] = []

    def draw(row: int, width: int) -> list[Content]:
        drawn.append(row)
        return [Content(f"row {row}")]

    rows: RowList[int] = RowList(draw, lit=True)
    app = show(rows)
    async with app.run_test(size=(30, 10)) as pilot:
        rows.offer(range(50), 2)
        await pilot.pause()
        rows.move_to(40)
        await pilot.hover(RowList, offset=(3, 3))
        rows.offer(range(50), 2)
        await pilot.pause()
        assert rows.cursor == 2
        assert [rows.row_at(y) for y in range(10)] == list(range(10))
        drawn.clear()
        rows.offer(range(50), 2)
        rows.refresh()
        await pilot.pause()
        assert drawn == []
        rows.offer(range(49), 1)
        await pilot.pause()
        assert rows.cursor == 1
        assert set(drawn) >= set(range(10))


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
