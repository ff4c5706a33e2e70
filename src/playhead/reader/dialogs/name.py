"""Type a name."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from playhead.reader.dialogs.dialog import Dialog
from playhead.reader.panes.field import Field
from playhead.text import one_line


class NameDialog(Dialog[str | None]):
    """Type a name; the result is the name without white space around it."""

    BINDING_GROUP_TITLE = "Typing a name"

    def __init__(self, title: str, value: str = "") -> None:
        """`value` stands in the line at first."""
        super().__init__()
        self._title = title
        self._value = value

    def contents(self) -> Iterable[Widget]:
        """The line to type in."""
        yield Field(self._value, placeholder="name", id="name", compact=True)

    def on_mount(self) -> None:
        """Say what the name is for."""
        self.say_title(self._title)

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(one_line(event.value) or None)
