"""Help: every key there is now, in groups, searchable; made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, Static

from playhead.reader.dialogs.dialog import Dialog
from playhead.reader.dialogs.key_list import KeyLine, key_lines
from playhead.reader.panes.field import Field
from playhead.reader.panes.row_list import RowList

KEYS_WIDTH = 18
"""Cells for the keys; longer lists of keys take what they need."""


class HelpScreen(Dialog[None]):
    """The keys of a screen, whatever its widgets and the keymap make of them."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "Help"
    BINDINGS = [
        Binding("down", "step(1)", "down", show=False, id="help.down"),
        Binding("up", "step(-1)", "up", show=False, id="help.up"),
        Binding("pagedown", "page(1)", "page down", show=False, id="help.page_down"),
        Binding("pageup", "page(-1)", "page up", show=False, id="help.page_up"),
    ]

    def __init__(self) -> None:
        """Nothing is explained yet."""
        super().__init__()
        self._lead = ""
        self._lines: list[KeyLine] = []

    def explain(
        self,
        screen: Screen[Any],
        more: Iterable[type[DOMNode]] | None = None,
        lead: str = "",
        also: Iterable[KeyLine] = (),
    ) -> None:
        """Show the keys of `screen`; `lead` is sentences said first.

        `more` are widgets that may not be mounted yet, the panes where none are given; `also` are
        lines to stand after the keys.
        """
        more = _panes() if more is None else more
        self._lines = [*key_lines(screen.app, screen, more), *also]
        self._lead = lead
        if self.is_mounted:
            self._begin()

    def compose(self) -> ComposeResult:
        """The line to search with, and the keys."""
        with Vertical(id="dialog"):
            yield Static(Content("Keys"), id="dialog-title")
            yield Field(placeholder="type to find a key or what it does", compact=True)
            yield Static(Content(""), id="help-lead", classes="dialog-hint")
            yield RowList[KeyLine](self._draw, empty="No key does that.", lit=True, id="help-rows")

    def on_mount(self) -> None:
        """Show all keys."""
        self._begin()

    def action_step(self, by: int) -> None:
        """Move through the keys."""
        self._rows.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move a page."""
        self._rows.action_page(direction)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @property
    def _rows(self) -> RowList[KeyLine]:
        return self.query_one("#help-rows", RowList)

    def _begin(self) -> None:
        lead = self.query_one("#help-lead", Static)
        lead.display = bool(self._lead)
        if self._lead:
            lead.update(Content(self._lead))
        self.begin_in(self.query_one(Input))
        self._show("")

    def _show(self, words: str) -> None:
        rows: list[KeyLine] = []
        group = ""
        for line in _found(self._lines, words):
            if line.group != group:
                group = line.group
                rows += [KeyLine("", "", "")] * bool(rows) + [KeyLine(group, "", "")]
            rows.append(line)
        # The first line is a heading.
        self._rows.offer(rows, 1)

    def _draw(self, line: KeyLine, width: int) -> list[Content]:
        if not line.keys:
            return [Content.assemble((line.group, "bold $text-accent"))]
        keys = Content(f"  {line.keys}").pad_right(max(0, KEYS_WIDTH - len(line.keys) - 2))
        return [Content.assemble(keys.stylize("bold"), "  ", line.does)]


def _panes() -> tuple[type[DOMNode], ...]:
    """All panes, so that help tells their keys before they are opened."""
    from playhead.reader.panes.note_editor import NoteEditor
    from playhead.reader.panes.notes import NotesPane
    from playhead.reader.panes.outline import OutlinePane
    from playhead.reader.panes.search import SearchPane
    from playhead.reader.panes.topics import TopicsPane

    return (RowList, OutlinePane, SearchPane, NotesPane, NoteEditor, TopicsPane)


def _found(lines: list[KeyLine], words: str) -> list[KeyLine]:
    """Lines whose keys are `words`, or else those that hold them."""
    words = words.strip()
    wanted = words.casefold().split()
    exact = [line for line in lines if words and words in line.keys.split()]
    return exact or [
        line
        for line in lines
        if all(word in f"{line.group} {line.does} {line.keys}".casefold() for word in wanted)
    ]
