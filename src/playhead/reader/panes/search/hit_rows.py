"""A hit -> the lines the list shows: who and when, then the words around it, matches marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from playhead.reader.panes.excerpt import Marked, excerpt, folded
from playhead.reader.panes.looks import APPROXIMATE, EXACT, NOTE_SIGN, voice_style
from playhead.reader.panes.places import time_of
from playhead.text import one_line
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from playhead.reader.reading import PlacedNote
    from playhead.search import Hit

HIT_LINES = 4
"""Lines of a row: who and when, two of words, one of air."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A passage found."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note found."""

    note: PlacedNote


@dataclass(frozen=True, slots=True)
class PastQuery:
    """A query asked before, offered while there is none."""

    query: str


SearchRow = HitRow | NoteRow | PastQuery


def row_height(row: SearchRow, width: int) -> int:
    """Lines of a row."""
    return 1 if isinstance(row, PastQuery) else HIT_LINES


def row_start(row: SearchRow) -> int | None:
    """Where a row leads."""
    if isinstance(row, HitRow):
        return row.hit.start
    return row.note.start if isinstance(row, NoteRow) else None


def draw_row(transcript: Transcript, row: SearchRow, width: int) -> Sequence[Content]:
    """The lines of a row."""
    if isinstance(row, PastQuery):
        return [Content.assemble(("↺ ", "$foreground-muted"), one_line(row.query))]
    if isinstance(row, NoteRow):
        return _note_lines(transcript, row, width)
    hit = row.hit
    name = one_line(transcript.name_of(hit.speaker)) or "speaker unknown"
    time = time_of(transcript, hit.start)
    weak = "  weak" if hit.weak else ""
    head = Content.assemble(
        (f"{hit.rank} ", "$foreground-muted"),
        (name, voice_style(transcript, hit.speaker)),
        (weak, "italic $text-warning"),
    )
    room = max(1, width - len(time) - 2)
    head = Content.assemble(
        head.truncate(room, ellipsis=True, pad=True), " ", (time, "$foreground-muted"), " "
    )
    words = folded(context(transcript.text, hit, max(8, 2 * (width - 4))), width - 3)
    lines = [Content("  ") + line for line in words[:2]]
    return [head, *lines, *[Content("")] * (HIT_LINES - 1 - len(lines))]


def context(text: str, hit: Hit, room: int) -> Content:
    """The words around a hit within `room` characters."""
    marked = [
        Marked(mark.start, mark.end, EXACT if mark.exact else APPROXIMATE) for mark in hit.marks
    ] or [Marked(hit.start, hit.end, "")]
    return excerpt(text, marked, room, 0, len(text))


def _note_lines(transcript: Transcript, row: NoteRow, width: int) -> list[Content]:
    time = time_of(transcript, row.note.start)
    tags = " ".join(f"#{one_line(tag)}" for tag in row.note.tags)
    head = Content.assemble(("◆ note ", f"bold {NOTE_SIGN}"), (tags, "$foreground-muted"))
    room = max(1, width - len(time) - 2)
    head = Content.assemble(
        head.truncate(room, ellipsis=True, pad=True), " ", (time, "$foreground-muted"), " "
    )
    said = one_line(row.note.words) or one_line(transcript.text[row.note.start : row.note.end])
    lines = [Content("  ") + line for line in folded(Content(said), width - 3)[:2]]
    return [head, *lines, *[Content("")] * (HIT_LINES - 1 - len(lines))]
