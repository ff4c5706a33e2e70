"""The colours of a note on one line."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from playhead.notes.model import COLOURS
from playhead.reader.panes.looks import HIGHLIGHTS


class ColourLine(Static, can_focus=True):
    """The four highlights and none, chosen with arrows or a click."""

    BINDING_GROUP_TITLE = "Colour of a note"
    BINDINGS = [
        Binding("right,l,space", "turn(1)", "next colour", show=False, id="colour.next"),
        Binding("left,h", "turn(-1)", "previous colour", show=False, id="colour.previous"),
    ]
    CHOICES = ("", *COLOURS)

    @dataclass
    class Changed(Message):
        """Another colour was chosen."""

        colour: str

    def __init__(self, *, id: str | None = None) -> None:
        """No colour at first."""
        super().__init__(Content(""), id=id)
        self.colour = ""

    def choose(self, colour: str, *, tell: bool = True) -> None:
        """Choose `colour`, one of CHOICES; another name stays as it is, shown last."""
        if colour != self.colour:
            self.colour = colour
            self._draw()
        if tell:
            self.post_message(self.Changed(colour))

    def action_turn(self, step: int) -> None:
        """Choose the colour `step` further on."""
        place = self.CHOICES.index(self.colour) if self.colour in self.CHOICES else 0
        self.choose(self.CHOICES[(place + step) % len(self.CHOICES)])

    def on_mount(self) -> None:
        """Draw the choices."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        x = event.get_content_offset_capture(self).x
        for colour in self.CHOICES:
            x -= len(_colour_word(colour)) + 2
            if x < 0:
                self.choose(colour)
                return

    def _draw(self) -> None:
        words: list[Content] = []
        for colour in self.CHOICES:
            chosen = colour == self.colour
            word = Content(_colour_word(colour))
            if colour in HIGHLIGHTS:
                word = word.stylize(HIGHLIGHTS[colour])
            sign = Content.assemble("●" if chosen else ("○", "$foreground-muted"))
            words.append(sign + (word.stylize("bold underline") if chosen else word))
        self.update(Content(" ").join(words), layout=False)


def _colour_word(colour: str) -> str:
    return colour or "none"
