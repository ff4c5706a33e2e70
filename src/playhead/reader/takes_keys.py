"""What all widgets with keys of their own do when the keys come to them."""

from __future__ import annotations

from typing import Self

from textual.widget import Widget


class TakesKeys:
    """Part of a widget that takes the keys without more ado.

    Textual hands them over a moment later, draws all of the widget again, and finds its styles
    anew. The cursor tells that keys go here, and draws itself.
    """

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the keys at once: those that wait in line are for this widget."""
        assert isinstance(self, Widget)
        self.screen.set_focus(self, scroll_visible)
        return self

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style need be found again."""
