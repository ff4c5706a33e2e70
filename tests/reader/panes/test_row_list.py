"""The list that draws only what is in sight."""

from __future__ import annotations

from typing import Any

from textual.content import Content

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
