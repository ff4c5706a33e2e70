"""What the app tells in the lines above and below the text: where we are, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer
from textual.widgets import Static

from playhead.reader.lines import status_line, title_line
from playhead.text import one_line

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

SAID_SECONDS = 5.0
"""How long what was said stays in the status line."""


class Telling:
    """The app's part that writes the two lines."""

    said = ""
    is_framed = True
    _title_line: Static | None = None
    _status_line: Static | None = None
    _said_timer: Timer | None = None

    def write_on(self: PlayheadApp, title: Static, status: Static) -> None:
        """Write on these two lines from now on."""
        self._title_line, self._status_line = title, status

    def say(self: PlayheadApp, words: str, *, stays: bool = False) -> None:
        """Say something in the status line, for a moment, or until something else is said."""
        if not words and not self.said:
            return
        self.said = one_line(words)
        if self._said_timer is not None:
            self._said_timer.stop()
        is_brief = words and not stays
        self._said_timer = self.set_timer(SAID_SECONDS, self._hush) if is_brief else None
        self.show_status()

    def _hush(self: PlayheadApp) -> None:
        self.said = ""
        self.show_status()

    def show_title(self: PlayheadApp) -> None:
        """Write the title line anew."""
        # A timer may still fire when the screens are gone.
        if self._title_line is not None and self._title_line.is_attached:
            self._title_line.update(title_line(self, self.size.width), layout=False)
        self._break_silence()

    def show_status(self: PlayheadApp) -> None:
        """Write the status line anew."""
        if self._status_line is not None and self._status_line.is_attached:
            self._status_line.update(status_line(self, self.size.width), layout=False)
        self._break_silence()

    def show_frame(self: PlayheadApp, is_wanted: bool = True) -> None:
        """Show the lines and the scrub bar around the text, or nothing but the text."""
        if self.is_framed == is_wanted:
            return
        self.is_framed = is_wanted
        self.scrub.display = is_wanted
        for line in (self._title_line, self._status_line):
            if line is not None:
                line.set_class(not is_wanted, "-over")
                line.display = is_wanted
        self._break_silence()

    def _break_silence(self: PlayheadApp) -> None:
        """Where there is nothing but the text, show what is said and what failed all the same."""
        if not self.is_framed and self._title_line and self._status_line:
            self._status_line.display = bool(self.said)
            self._title_line.display = self.keeper.state == "failed"

    def on_resize(self: PlayheadApp, event: events.Resize) -> None:
        """Write the lines for the new width, with the panes that it has room for."""
        self.desk.fit(event.size.width)
        self.call_after_refresh(self.show_title)
        self.call_after_refresh(self.show_status)
