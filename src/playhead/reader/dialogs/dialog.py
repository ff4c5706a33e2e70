"""What every dialog is: a calm box over the text that Escape puts away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from playhead.reader.dialogs.over import OverScreen
from playhead.text import one_line

Result = TypeVar("Result")


class Dialog(OverScreen[Result]):
    """A dialog with a title. Escape, or a click beside the box, gives no result."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDINGS = [Binding("escape", "cancel", "close", id="dialog.close")]
    BINDING_GROUP_TITLE = "In any dialog"
    TITLE_LINE = ""
    _said = ""

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(id="dialog"):
            yield Static(Content(self.TITLE_LINE), id="dialog-title")
            yield from self.contents()

    def contents(self) -> Iterable[Widget]:
        """The widgets under the title."""
        return ()

    def say_title(self, words: str) -> None:
        """Write the title."""
        if words != self._said:
            self._said = words
            self.query_one("#dialog-title", Static).update(Content(one_line(words)), layout=False)

    def begin_in(self, field: Input) -> Input:
        """Give the keys to `field`, without what was typed into it before; the field."""
        with self.prevent(Input.Changed):
            field.value = ""
        self.set_focus(field, scroll_visible=False)
        return field

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.action_cancel()
