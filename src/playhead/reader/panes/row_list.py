"""A list of any length that draws only the rows in sight; every list of the reader is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import is_, sub
from pathlib import Path
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from playhead.reader.panes.excerpt import folded
from playhead.reader.panes.list_bar import ListBar
from playhead.reader.strips import as_shown, ground
from playhead.reader.takes_keys import TakesKeys

Row = TypeVar("Row")
Draw = Callable[[Row, int], Sequence[Content]]
"""A row and a width in cells -> its lines, `height` of them."""

LOOKS = ("row", "cursor", "keys", "hover")
UNDER = (-1, "row")
"""Where the lines under the rows are kept among those that are drawn."""
STRIPS_KEPT = 400
"""Drawn rows kept for the next frame: several screens full."""


class RowList(TakesKeys, ScrollView, Generic[Row], can_focus=True):
    """Rows with a cursor. The owner says how a row is drawn and how many lines it takes."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "In any list"
    # The screen is laid out again only where its size follows the rows.
    virtual_size = Reactive(Size(0, 0))
    COMPONENT_CLASSES = {f"row-list--{look}" for look in LOOKS}
    BINDINGS = [
        Binding("j,down", "move(1)", "down", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "up", show=False, id="list.up"),
        Binding("pagedown,ctrl+d", "page(1)", "page down", show=False, id="list.page_down"),
        Binding("pageup,ctrl+u", "page(-1)", "page up", show=False, id="list.page_up"),
        Binding("g,home", "edge(0)", "first", show=False, id="list.first"),
        Binding("G,end", "edge(-1)", "last", show=False, id="list.last"),
        Binding("enter", "choose", "go", show=False, id="list.choose"),
    ]

    @dataclass
    class Moved(Message):
        """The person moved the cursor to `row`."""

        rows: RowList[Any]
        index: int
        row: Any

        @property
        def control(self) -> RowList[Any]:
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The person pressed Enter on `row` or clicked it at column `x`."""

        rows: RowList[Any]
        index: int
        row: Any
        x: int | None = None

        @property
        def control(self) -> RowList[Any]:
            """The list."""
            return self.rows

    def __init__(
        self,
        draw: Draw[Row],
        *,
        height: Callable[[Row, int], int] | int = 1,
        empty: str = "",
        lit: bool = False,
        id: str | None = None,
    ) -> None:
        """`height` is the lines a row takes at a width, ever the same for the same row.

        `empty` stands where there are no rows.
        `lit` keeps the cursor bright while the keys are with an input beside the list.
        """
        super().__init__(id=id)
        self.draw_row = draw
        self.empty = empty
        self.lit = lit
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self._height = height
        self._tops: list[int] = [0]
        self._measured: tuple[int, Sequence[Row]] = (-1, ())
        self._hover: int | None = None
        self._strips: dict[tuple[int, str], list[Strip]] = {}

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def vertical_scrollbar(self) -> ListBar:
        """The scroll bar, made when first wanted."""
        if not isinstance(self._vertical_scrollbar, ListBar):
            self._vertical_scrollbar = bar = ListBar(name="vertical")
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def width(self) -> int:
        """Cells in a line, scroll bar left out."""
        return self.scrollable_content_region.width

    def set_rows(self, rows: Sequence[Row], cursor: int = 0, *, keep_scroll: bool = False) -> None:
        """Show `rows` with the cursor on one of them."""
        self.rows = rows
        self.cursor = max(0, min(cursor, len(rows) - 1))
        self._hover = None
        self._measure()
        if not keep_scroll:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.show_row(self.cursor)
        # Where the list grows with its rows its new size is known after the next layout.
        self.call_after_refresh(lambda: self.show_row(self.cursor))

    def offer(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show `rows` from the first on; those shown already are as they were drawn."""
        if list(rows) != list(self.rows):
            self.set_rows(rows, cursor)
        else:
            self._light(None)
            self.scroll_to(y=0, animate=False, immediate=True)
            self.move_to(cursor, tell=False)

    def redraw(self, *indices: int) -> None:
        """Draw rows again, their heights unchanged; all of them where none is named."""
        if not indices:
            self._strips.clear()
            self.refresh()
        for index in indices:
            for look in LOOKS:
                self._strips.pop((index, look), None)
            self._refresh_row(index)

    def move_to(self, index: int, *, tell: bool = True) -> None:
        """Put the cursor on row `index`, in sight, and tell the owner."""
        if not self.rows:
            return
        index = max(0, min(index, len(self.rows) - 1))
        before, self.cursor = self.cursor, index
        self.show_row(index)
        self._refresh_row(before)
        self._refresh_row(index)
        if tell and index != before:
            self.post_message(self.Moved(self, index, self.rows[index]))

    def show_row(self, index: int) -> None:
        """Scroll as little as brings row `index` into sight."""
        if not self.is_attached or not self.size.height or index >= len(self.rows):
            return
        top, bottom = self._tops[index], self._tops[index + 1]
        region = Region(0, top, max(1, self.width), max(1, bottom - top))
        self.scroll_to_region(region, animate=False, immediate=True, force=True)

    def row_at(self, y: int) -> int | None:
        """The index of the row drawn at line `y` of the widget."""
        line = y + self.scroll_offset.y
        if not self.rows or line < 0 or line >= self._tops[-1]:
            return None
        return min(len(self.rows) - 1, bisect_right(self._tops, line) - 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines. They are kept as they are drawn: there is no border or padding."""
        if self.width != self._measured[0]:
            self._measure()
        return as_shown(self, map(self.render_line, crop.line_range), crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self._measured[0]
        index = self.row_at(y)
        if index is None:
            return self._under_rows(y, width)
        lines = self._row_strips(index, width)
        place = y + self.scroll_offset.y - self._tops[index]
        return lines[min(place, len(lines) - 1)]

    def notify_style_update(self) -> None:
        """Forget drawn rows: colours changed."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Measure the rows at the new width; the cursor's row stays in sight."""
        self._measure()
        self.show_row(self.cursor)

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.redraw(self.cursor)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.redraw(self.cursor)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light the row under the mouse."""
        self._light(self.row_at(event.y))

    def on_leave(self) -> None:
        """Put the light out."""
        self._light(None)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor and chooses."""
        index = self.row_at(event.y)
        if index is not None:
            event.stop()
            self.move_to(index, tell=False)
            self.post_message(self.Chosen(self, index, self.rows[index], event.x))

    def action_move(self, step: int) -> None:
        """Move the cursor by `step` rows."""
        self.move_to(self.cursor + step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by as many rows as are in sight."""
        if self.rows:
            line = self._tops[self.cursor] + direction * max(1, self.size.height - 1)
            target = bisect_right(self._tops, max(0, line)) - 1
            self.move_to(target if target != self.cursor else self.cursor + direction)

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first row, or with -1 to the last."""
        self.move_to(index % len(self.rows) if self.rows else 0)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self, self.cursor, self.rows[self.cursor]))

    def _light(self, hover: int | None) -> None:
        before, self._hover = self._hover, hover
        for index in (before, hover):
            if index is not None and before != hover:
                self._refresh_row(index)

    def _refresh_row(self, index: int) -> None:
        if 0 <= index < len(self.rows):
            top = self._tops[index]
            self.refresh_lines(top, self._tops[index + 1] - top)

    def _measure(self) -> None:
        width = self.width
        self._tops = [0, *accumulate(self._heights(width))]
        self._measured = (width, self.rows)
        self._strips.clear()
        self.virtual_size = Size(width, self._tops[-1])
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        elif self.is_attached:
            self._scroll_update(self.virtual_size)
            self.refresh()

    def _heights(self, width: int) -> Iterable[int]:
        """The lines of each row; the first and the last rows keep theirs while they are the same."""
        height, rows = self._height, self.rows
        if isinstance(height, int) or not width:
            # Without a width they are measured when they are first drawn.
            return [height if isinstance(height, int) else 1] * len(rows)
        is_known = width == self._measured[0]
        before, known = (self._measured[1], self._tops) if is_known else ((), [0])
        head = _same(before, rows)
        tail = min(_same(reversed(before), reversed(rows)), min(len(before), len(rows)) - head)
        return chain(
            _steps(known[: head + 1]),
            [height(row, width) for row in rows[head : len(rows) - tail]],
            _steps(known[len(before) - tail :]),
        )

    def _under_rows(self, y: int, width: int) -> Strip:
        """Line `y` where no row is: without any row the words that stand there, else nothing."""
        strips = self._strips.get(UNDER)
        if strips is None:
            words = "" if self.rows else self.empty
            told = [Content("  ") + line for line in folded(Content(words), width - 4)]
            nothing = self._strip(Content(""), width, "row-list--row")
            strips = self._strips[UNDER] = [
                nothing,
                *(
                    self._strip(line.stylize("$foreground-muted"), width, "row-list--row")
                    for line in told
                ),
                nothing,
            ]
        return strips[min(y, len(strips) - 1)]

    def _row_strips(self, index: int, width: int) -> list[Strip]:
        look = "row"
        if index == self.cursor:
            look = "keys" if self.has_focus else "cursor"
        elif index == self._hover:
            look = "hover"
        key = (index, look)
        if (strips := self._strips.get(key)) is None:
            if len(self._strips) > STRIPS_KEPT:
                self._strips.clear()
            edge = "▌" if index == self.cursor else " "
            edge_style = "$accent" if self.lit or self.has_focus else "$foreground-muted"
            strips = [
                self._strip(Content.assemble((edge, edge_style), line), width, f"row-list--{look}")
                for line in self.draw_row(self.rows[index], max(1, width - 1))
            ]
            self._strips[key] = strips
        return strips

    def _strip(self, content: Content, width: int, look: str) -> Strip:
        style = self.get_visual_style(look)
        fitted = content.truncate(width, ellipsis=True, pad=True)
        # A row is one line without links: Textual's way from content to strips takes three times as long.
        drawn = fitted.render(style, end="", parse_style=self._get_style)
        strip = Strip([Segment(words, (style + one).rich_style) for words, one in drawn])
        # Beyond the row is the place of the scroll bar.
        return strip.extend_cell_length(self.content_size.width, ground(self))


def _same(before: Iterable[Row], rows: Iterable[Row]) -> int:
    """How many rows are the very same from the first on."""
    same = [*map(is_, before, rows), False]
    return same.index(False)


def _steps(tops: Sequence[int]) -> Iterator[int]:
    return map(sub, tops[1:], tops)
