"""What a note is, and what can go wrong with a file of them."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.transcript.anchoring.anchor import Heard, Selector

COLOURS = ("yellow", "green", "blue", "pink")


class NotesError(Exception):
    """A file of notes cannot be read or written; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a passage, as it stands in the file. `note` is empty for a bare highlight.

    `time` is the second at which the words are heard; None where the source has no times.
    """

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
    time: float | None = None

    @property
    def selector(self) -> Selector:
        """Where the note belongs."""
        heard = Heard(self.speaker, self.time)
        return Selector(self.quote, self.prefix, self.suffix, self.start, self.end, heard)
