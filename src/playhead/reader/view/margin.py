"""Notes beside their lines, on screens wide enough for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from playhead.reader.reading import PlacedNote
from playhead.reader.view.wrap import wrap
from playhead.text import one_line

MARGIN = 28
"""Cells of the margin with notes."""
LINES = 5
"""Lines a note may take in the margin; the rest is in the pane."""


class MarginLine(NamedTuple):
    """A line in the margin; `is_tag` for the line of tags."""

    words: str
    first: bool
    is_tag: bool
    note: str


def margin_lines(placed: Iterable[tuple[int, PlacedNote]], height: int) -> dict[int, MarginLine]:
    """Screen rows with the notes that begin there -> the lines of the margin by screen row.

    A note whose place is taken moves down.
    """
    lines: dict[int, MarginLine] = {}
    free = 0
    for y, note in placed:
        y = max(y, free)
        for index, (words, is_tag) in enumerate(_words(note)):
            if y >= height:
                return lines
            lines[y] = MarginLine(words, index == 0, is_tag, note.id)
            y += 1
        free = y + 1
    return lines


def _words(note: PlacedNote) -> list[tuple[str, bool]]:
    text = one_line(note.words)
    found = [(text[a:b], False) for a, b in wrap(text, 0, len(text), MARGIN - 2)]
    if len(found) > LINES:
        found = [*found[: LINES - 1], (found[LINES - 1][0][: MARGIN - 4] + " …", False)]
    if note.tags:
        found.append((" ".join(f"#{one_line(tag)}" for tag in note.tags)[: MARGIN - 2], True))
    return found
