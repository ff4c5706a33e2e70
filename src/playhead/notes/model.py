"""What a note is, and what can go wrong with a file of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["exact", "moved", "fuzzy", "ambiguous", "orphaned"]
COLOURS = ("yellow", "green", "blue", "pink")


class NotesError(Exception):
    """A file of notes cannot be read or written; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where words are: the W3C text quote selector (quote, prefix, suffix) and position selector.

    `start` and `end` are characters of the text at the time the selector was made.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


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


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a selector was found again. `score` is 0 to 1; places are None for orphaned ones."""

    state: State
    score: float
    start: int | None = None
    end: int | None = None
    candidates: tuple[tuple[int, int, float], ...] = ()
    """Other places that come near: start, end, score, the best first."""
