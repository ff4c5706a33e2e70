"""Notes beside their lines on screens wide enough, under their lines on others; and their signs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from playhead.reader.reading import PlacedNote
from playhead.reader.view.overlays import Overlay, Placed
from playhead.reader.view.palette import COLOURS
from playhead.reader.view.wrap import cut, wrap
from playhead.text import one_line
from playhead.transcript.model import Turn

MARGIN = 28
"""Cells of the margin with notes."""
LINES = 5
"""Lines a note may take beside or under the text; the rest is in the pane."""


class NoteLine(NamedTuple):
    """A line of a note; `is_tag` for the line of tags."""

    words: str
    first: bool
    is_tag: bool
    note: str


class PlacedNotes(Placed[PlacedNote]):
    """The notes of the text, and how the words look that they stand on."""

    def within(self, start: int, end: int) -> list[Overlay]:
        """The looks of the notes that touch `start` to `end`."""
        return [Overlay(one.start, one.end, _look(one.colour)) for one in self.touching(start, end)]

    @property
    def any_told(self) -> bool:
        """Whether any note has words or tags."""
        return any(map(is_told, self.all))

    def sign(self, start: int, end: int) -> str:
        """Two cells: what note begins in `start` to `end`, or that one goes on there.

        A diamond for words, and the first letter of a colour.
        """
        found = self.touching(start, end)
        begun = [_sign(one) for one in found if one.start >= start]
        if not begun:
            return "╎ " if found else "  "
        letter = next((letter for sign in begun for letter in sign if letter.isalpha()), " ")
        return f"◆{letter}" if any(sign[0] == "◆" for sign in begun) else begun[0]

    def at(self, start: int, end: int) -> PlacedNote | None:
        """The shortest note that stands on `start` to `end`: within another it is the one meant."""
        last = bisect_right(self.starts, end)
        found = [one for one in self.all[:last] if one.start < end and one.end > start]
        return min(found, key=lambda one: one.end - one.start, default=None)

    def begun_in(self, start: int, end: int) -> Sequence[PlacedNote]:
        """The notes that begin there."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def told_of(self, turn: Turn) -> list[PlacedNote]:
        """The notes with words or tags that are about all of a turn."""
        first = bisect_left(self.starts, turn.start)
        last = bisect_right(self.starts, turn.start)
        return [one for one in self.all[first:last] if one.end == turn.end and is_told(one)]

    def told_within(self, turn: Turn, start: int, end: int) -> list[PlacedNote]:
        """Those about a part of the turn, or of more than it, that end after `start`, by `end`."""
        whole = self.told_of(turn)
        told = (one for one in self.touching(start, end) if one.end <= end and is_told(one))
        return sorted((one for one in told if one not in whole), key=lambda one: one.end)


def is_told(note: PlacedNote) -> bool:
    """Whether there is more to a note than its colour."""
    return bool(note.words or note.tags)


def note_lines(note: PlacedNote, width: int) -> list[NoteLine]:
    """The lines of a note, at most `width` cells each."""
    text = one_line(note.words)
    found = [text[a:b] for a, b in wrap(text, 0, len(text), width)]
    if len(found) > LINES:
        found = [*found[: LINES - 1], cut(f"{found[LINES - 1]} {found[LINES]}", width)]
    tags = cut(" ".join(f"#{one_line(tag)}" for tag in note.tags), width)
    lines = [(words, False) for words in found] + ([(tags, True)] if tags else [])
    return [NoteLine(words, i == 0, is_tag, note.id) for i, (words, is_tag) in enumerate(lines)]


def margin_lines(placed: Iterable[tuple[int, PlacedNote]], height: int) -> dict[int, NoteLine]:
    """Screen rows with the notes that begin there -> the lines of the margin by screen row.

    A note whose place is taken moves down.
    """
    lines: dict[int, NoteLine] = {}
    free = 0
    for y, note in placed:
        y = max(y, free)
        for line in note_lines(note, MARGIN - 2):
            if y >= height:
                return lines
            lines[y] = line
            y += 1
            free = y + 1
    return lines


def _look(colour: str) -> str:
    return colour if colour in COLOURS else "mark"


def _sign(note: PlacedNote) -> str:
    letter = note.colour[0] if note.colour in COLOURS else ""
    return f"◆{letter or ' '}" if is_told(note) else f"{letter or '◇'} "
