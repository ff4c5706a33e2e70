"""The outline: chapters with their questions, following the place."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from playhead.reader.messages import GoTo, PaneClosed
from playhead.reader.panes.excerpt import folded
from playhead.reader.panes.filtered import FilteredPane
from playhead.reader.panes.outline.rows import (
    Grain,
    OutlineRow,
    is_unfolded,
    outline_rows,
    row_at,
    rows_matching,
    rows_shown,
)
from playhead.reader.panes.places import are_times_estimated
from playhead.reader.panes.row_list import RowList
from playhead.transcript.model import Transcript

NEXT_GRAIN: dict[Grain, Grain] = {"here": "fine", "fine": "coarse", "coarse": "here"}
GRAIN_NAMES: dict[Grain, str] = {
    "here": "",
    "fine": " all questions",
    "coarse": " chapters only",
}

TITLE_LINES = 2
"""Most lines of a chapter's title."""


class OutlinePane(FilteredPane):
    """Chapters as a tree. `follow` marks where we are; Enter or a click goes there."""

    BINDING_GROUP_TITLE = "Outline"
    TITLE = "OUTLINE"
    EMPTY = "No chapters or questions here."
    BINDINGS = [
        Binding("enter", "go", "go", show=False, id="outline.go"),
        Binding("e", "next_grain", "more/less", id="outline.grain"),
        Binding("h,l", "fold", "fold", id="outline.fold"),
        Binding("f", "filter", "filter", id="outline.filter"),
    ]

    def __init__(self, transcript: Transcript, *, id: str | None = None) -> None:
        """Show the outline of `transcript`."""
        super().__init__(id=id)
        self.grain: Grain = "here"
        self._offset = 0
        self._toggled: frozenset[int] = frozenset()
        self._take(transcript)

    def contents(self) -> Iterable[Widget]:
        """A line to filter by, hidden until wanted, and the rows."""
        yield self.filter_line()
        yield RowList[OutlineRow](self._draw, height=self._height, id="outline-rows")

    def on_mount(self) -> None:
        """Show the rows."""
        self._show()

    def show_transcript(self, transcript: Transcript) -> None:
        """Show another state of the transcript: speakers guessed, corrections made."""
        self._take(transcript)
        self._toggled = frozenset()
        if self.is_mounted:
            self._show()

    def follow(self, offset: int) -> None:
        """Mark the row at `offset`; keep it in view unless the person is looking around here."""
        before, chapter = self._here, self._chapter
        self._offset = offset
        here = self._here
        if not self.is_mounted or before is here or before is None or here is None:
            return
        if self._chapter != chapter and self.grain == "here" and not self._words:
            self._show()
            return
        rows = self._rows
        if not rows.has_focus:
            rows.move_to(row_at(rows.rows, offset), tell=False)
        if self._chapter != chapter:
            rows.redraw()
        else:
            rows.redraw(*(row_at(rows.rows, one.offset) for one in (before, here)))

    def focus(self, scroll_visible: bool = True) -> OutlinePane:
        """Give the keys to the rows, the cursor where we are."""
        self._rows.move_to(row_at(self._rows.rows, self._offset), tell=False)
        self._rows.focus(scroll_visible)
        return self

    def action_go(self) -> None:
        """Go to the row under the cursor, to read there: the text gets the keys."""
        if row := self._rows.row:
            self._go(row)

    def action_next_grain(self) -> None:
        """Show the questions of this chapter, then all questions, then chapters only."""
        self.grain = NEXT_GRAIN[self.grain]
        self._toggled = frozenset()
        self._show(self._rows.row)

    def action_fold(self) -> None:
        """Fold or unfold the chapter under the cursor."""
        if row := self._rows.row:
            self._fold(row)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        row: OutlineRow = event.row
        arrow = 2 * row.level + 1
        if row.kind == "chapter" and event.x is not None and arrow <= event.x <= arrow + 1:
            self._fold(row)
        else:
            self._go(row)

    def _go(self, row: OutlineRow) -> None:
        self.end_filter()
        self.post_message(GoTo(row.offset))
        self.post_message(PaneClosed(self.id or ""))

    @property
    def _rows(self) -> RowList[OutlineRow]:
        return self.query_one("#outline-rows", RowList)

    @property
    def _here(self) -> OutlineRow | None:
        return self._all[row_at(self._all, self._offset)] if self._all else None

    @property
    def _chapter(self) -> int:
        return self._chapter_of(self._here)

    def _chapter_of(self, row: OutlineRow | None) -> int:
        return row.chapter if row else -1

    def _take(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._all = outline_rows(transcript)
        self._asked_in = {row.chapter for row in self._all if row.kind == "question"}

    def _fold(self, row: OutlineRow) -> None:
        self._toggled = self._toggled ^ {row.chapter}
        chapter = next(one for one in self._all if one.chapter == row.chapter)
        self._show(row if row.kind == "chapter" else chapter)

    def _show(self, keep: OutlineRow | None = None) -> None:
        if self._words:
            rows = rows_matching(self._all, self._words)
        else:
            rows = rows_shown(self._all, self.grain, self._chapter, self._toggled)
        offset = keep.offset if keep else self._offset
        self._rows.empty = self._why_no_rows()
        self._rows.set_rows(rows, row_at(rows, offset), keep_scroll=True)
        times = "  times are estimates" if are_times_estimated(self._transcript) else ""
        count = f"  {len(rows)} found" if self._words else GRAIN_NAMES[self.grain]
        self.say_title((count, "$foreground-muted"), (times, "$foreground-muted"))

    def _height(self, row: OutlineRow, width: int) -> int:
        fits = row.kind == "question" or cell_len(row.title) <= self._title_room(row, width - 1)
        return 1 if fits else TITLE_LINES

    def _draw(self, row: OutlineRow, width: int) -> list[Content]:
        here = self._here
        exactly = row is here
        inside = exactly or (row.kind == "chapter" and row.chapter == self._chapter)
        sign, look = self._sign(row, exactly, inside)
        indent = "  " * row.level
        room = self._title_room(row, width)
        first, *rest = self._title_lines(row, width)
        head = Content.assemble(
            indent, sign, first.truncate(room, ellipsis=True, pad=True).stylize(look), " "
        )
        time = (row.time, "$foreground" if exactly else "$foreground-muted")
        return [
            Content.assemble(
                head.pad_right(max(0, width - 1 - len(row.time) - head.cell_length)), time
            ),
            *(Content.assemble(indent, "  ", line.stylize(look)) for line in rest),
        ]

    def _title_room(self, row: OutlineRow, width: int) -> int:
        return max(8, width - 2 * row.level - 2 - len(row.time) - 2)

    def _title_lines(self, row: OutlineRow, width: int) -> list[Content]:
        """A chapter's title on at most two lines, a question's on one."""
        room = self._title_room(row, width)
        title = Content(row.title)
        lines = [title] if row.kind == "question" else folded(title, room)
        if len(lines) <= TITLE_LINES:
            return lines
        rest = row.title[len(lines[0]) :].strip()
        return [lines[0], Content(rest).truncate(room, ellipsis=True)]

    def _sign(self, row: OutlineRow, exactly: bool, inside: bool) -> tuple[Content, str]:
        if row.kind == "question":
            sign = "●" if exactly else "↳" if row.follow_up else "○"
            return Content.assemble((f"{sign} ", "$text-accent")), "bold" if exactly else ""
        unfolded = bool(self._words) or is_unfolded(
            row.chapter, self.grain, self._chapter, self._toggled
        )
        sign = "· " if row.chapter not in self._asked_in else "▾ " if unfolded else "▸ "
        arrow = Content.assemble((sign, "$foreground-muted"))
        return arrow, "bold $text-accent" if exactly else "bold" if inside else ""
