"""A pane with a list that words narrow."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.widgets import Input

from playhead.reader.panes.field import Field
from playhead.reader.panes.pane import Pane
from playhead.reader.panes.row_list import RowList


class FilteredPane(Pane):
    """A pane with a list that can be narrowed.

    Panes yield `filter_line`, name the list in `_rows`, and `_show` the rows that hold `_words`.
    """

    EMPTY = ""
    """What stands in a list without a row."""
    _words = ""

    def filter_line(self) -> Field:
        """The line to filter by, hidden until wanted."""
        line = Field(placeholder="type to filter", classes="filter-line", compact=True)
        line.display = False
        return line

    def action_filter(self) -> None:
        """Type to see only rows that hold the words."""
        self._line.display = True
        self._line.focus()

    def action_leave(self) -> None:
        """End the filter first, then leave."""
        if self._line.display:
            self.end_filter()
            self._rows.focus()
        else:
            super().action_leave()

    def end_filter(self) -> None:
        """Show all rows again."""
        self._line.display = False
        self._line.value = ""

    @on(Input.Changed, ".filter-line")
    def _narrowed(self, event: Input.Changed) -> None:
        event.stop()
        self._words = event.value
        self._show()

    @on(Input.Submitted, ".filter-line")
    def _narrow_accepted(self, event: Input.Submitted) -> None:
        event.stop()
        self._rows.focus()

    @property
    def _line(self) -> Field:
        return self.query_one(".filter-line", Field)

    @property
    def _rows(self) -> RowList[Any]:
        raise NotImplementedError

    def _show(self) -> None:
        raise NotImplementedError

    def _why_no_rows(self) -> str:
        return "Nothing fits. Escape shows all." if self._words else self.EMPTY
