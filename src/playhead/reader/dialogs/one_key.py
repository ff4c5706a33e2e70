"""Waiting for one key, with the text in sight."""

from __future__ import annotations

from textual import events

from playhead.reader.dialogs.over import OverScreen


class OneKey(OverScreen[str]):
    """The next key that has a character is the result; any other gives none."""

    DEFAULT_CSS = "OneKey { background: transparent; }"

    def on_key(self, event: events.Key) -> None:
        """Take the key."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.is_printable and event.character else "")

    def on_click(self) -> None:
        """A click is no key: go back to the text."""
        self.dismiss("")
