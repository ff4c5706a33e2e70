"""Ask before what cannot be undone."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from playhead.reader.dialogs.dialog import Dialog
from playhead.text import one_line


class ConfirmDialog(Dialog[bool | None]):
    """A question with yes and no; the result is True for yes."""

    BINDING_GROUP_TITLE = "A question"
    BINDINGS = [
        Binding("y,enter", "answer(True)", "yes", id="confirm.yes"),
        Binding("n", "answer(False)", "no", id="confirm.no"),
    ]

    def __init__(self, question: str, yes: str = "yes", no: str = "no") -> None:
        """`yes` and `no` say what happens."""
        super().__init__()
        self._question = question
        self._answers = (yes, no)

    def contents(self) -> Iterable[Widget]:
        """What each key does."""
        yes, no = self._answers
        yield Static(
            Content.assemble(("y", "bold"), f"  {one_line(yes)}    ", ("n", "bold"), f"  {no}"),
            classes="dialog-hint",
        )

    def on_mount(self) -> None:
        """Ask."""
        self.query_one("#dialog-title", Static).update(Content(one_line(self._question)))

    def action_answer(self, answer: bool) -> None:
        """Give the answer."""
        self.dismiss(answer)
