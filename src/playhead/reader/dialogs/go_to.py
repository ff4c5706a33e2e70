"""Go to a turn, a question, a time or a share of the talk."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from playhead.reader.dialogs.dialog import Dialog
from playhead.reader.dialogs.place_words import read_place
from playhead.reader.panes.field import Field
from playhead.transcript.model import Transcript


class GoToDialog(Dialog[int | None]):
    """Says while one types where the words lead. The result is an offset."""

    BINDING_GROUP_TITLE = "Go to"
    TITLE_LINE = "Go to"

    def __init__(self) -> None:
        """Nowhere to go before `offer`."""
        super().__init__()
        self._transcript: Transcript | None = None
        self._here = 0

    def offer(self, transcript: Transcript, here: int = 0) -> GoToDialog:
        """Go to places in `transcript`, some counted from the offset `here`; the dialog."""
        self._transcript = transcript
        self._here = here
        if self.is_mounted:
            self.begin_in(self.query_one("#go-to-words", Input))
            self._say("")
        return self

    def contents(self) -> Iterable[Widget]:
        """The line to type in and what it means."""
        yield Field(placeholder="turn, time or percent", id="go-to-words", compact=True)
        yield Static(Content(""), id="go-to-hint", classes="dialog-hint")

    def on_mount(self) -> None:
        """Say what can be typed."""
        self._say("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._say(event.value)

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.dismiss(None)
            return
        assert self._transcript is not None
        place = read_place(event.value, self._transcript, self._here)
        if place.offset is not None:
            self.dismiss(place.offset)
        else:
            self.app.bell()

    def _say(self, words: str) -> None:
        if self._transcript is None:
            return
        place = read_place(words, self._transcript, self._here)
        is_error = place.offset is None and bool(words.strip())
        sign = ("! ", "bold $text-warning") if is_error else ("→ " if words.strip() else "", "bold")
        self.query_one("#go-to-hint", Static).update(Content.assemble(sign, place.hint))
