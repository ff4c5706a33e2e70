"""What a note is, and what can go wrong with a file of them."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.transcript.anchor import Selector

COLOURS = ("yellow", "green", "blue", "pink")


class NotesError(Exception):
    """A file of notes cannot be read or written; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a passage, as it stands in the file. `note` is empty for a bare highlight."""

    id: str
    created: str
    updated: str
    turn: str
    speaker: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    note: str
    tags: tuple[str, ...] = ()
    colour: str = ""

    @property
    def selector(self) -> Selector:
        """Where the note belongs."""
        return Selector(self.quote, self.prefix, self.suffix, self.start, self.end)
