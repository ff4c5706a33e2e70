"""The looks of the transcript, taken from the style sheet so that every theme has them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle

from rich.style import Style
from textual.widget import Widget

LOOKS = (
    "muted",
    "faint",
    "chapter",
    "rule",
    "pinned",
    "aside",
    "dimmed",
    "current",
    "host",
    "guest",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "nobody",
    "note",
)
"""Looks of whole rows and signs."""
# As the notes have them; their module would bring YAML along, which the first frame does without.
COLOURS = ("yellow", "green", "blue", "pink")
"""Colours of highlights."""
OVERLAYS = (
    "mark",
    *COLOURS,
    "near",
    "hit",
    "sentence",
    "word",
    "selection",
)
"""Looks laid over words; a coloured ground brings the ink that can be read on it."""
VOICES = ("host", "guest", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Palette:
    """Styles by the name of a look; `base` is plain text on the ground of the widget."""

    base: Style
    looks: dict[str, Style]

    def __getitem__(self, look: str) -> Style:
        """The style of a look."""
        return self.looks[look]

    def over(self, style: Style, looks: list[str]) -> Style:
        """`style` with overlays laid on it in order."""
        for look in looks:
            style += self.looks[look]
        return style


def component_classes() -> set[str]:
    """The component classes that a widget with a palette declares."""
    return {f"look--{look}" for look in (*LOOKS, *OVERLAYS)}


def read_palette(widget: Widget) -> Palette:
    """Read the looks from the component classes of `widget`."""
    looks = {look: widget.get_component_rich_style(f"look--{look}") for look in LOOKS}
    for look in OVERLAYS:
        full = widget.get_component_rich_style(f"look--{look}")
        own = widget.get_component_rich_style(f"look--{look}", partial=True)
        looks[look] = Style(
            color=full.color if look != "mark" else None,
            bgcolor=full.bgcolor,
            bold=own.bold,
            underline=own.underline,
            reverse=own.reverse,
        )
    return Palette(widget.rich_style, looks)


def voice_looks(speakers: list[str]) -> dict[str, str]:
    """A look for each speaker id: host and guest their own, others what is left, in turn."""
    looks: dict[str, str] = {}
    left = cycle([look for look in VOICES if look not in speakers])
    for speaker in speakers:
        looks[speaker] = speaker if speaker in VOICES[:2] else next(left)
    return looks
