"""What is under the pointer on the scrub bar: time, turn, first words, chapter, notes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from playhead.reader.panes.looks import NOTE_SIGN, voice_style
from playhead.reader.panes.places import time_of, turn_at, turn_index
from playhead.reader.reading import PlacedNote
from playhead.reader.scrub.lanes import Lanes
from playhead.text import one_line

WIDTH = 48
"""Cells of the card, where the screen has as many."""


class ScrubPreview(Static):
    """A small card over the bar."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")

    def tell(
        self,
        lanes: Lanes,
        span: tuple[float, float],
        x: int,
        notes: Sequence[PlacedNote] = (),
    ) -> None:
        """Tell of the seconds `span`, the card around column `x` of the screen.

        `notes` rise by place; the first of them inside `span` is told too.
        """
        width, height = self.screen.size
        width = min(WIDTH, width)
        lines = [line.truncate(width - 2, ellipsis=True) for line in _lines(lanes, span, notes)]
        self.update(Content("\n").join(lines))
        self.styles.width = width
        left = max(0, min(self.screen.size.width - width, x - width // 2))
        bar = self.screen.query_one("ScrubBar").region
        self.styles.offset = Offset(left, max(0, min(height, bar.y) - len(lines)))
        self.display = True


def _lines(lanes: Lanes, span: tuple[float, float], notes: Sequence[PlacedNote]) -> list[Content]:
    transcript = lanes.transcript
    offset, after = (lanes.offset_at(seconds) for seconds in span)
    turn = turn_at(transcript, offset)
    speaker = turn.speaker if turn else None
    number = turn_index(transcript, offset) + 1
    chapter = one_line(lanes.chapter_at(span[0]))
    said = one_line(transcript.text[offset : offset + 2 * WIDTH])
    lines = [
        Content.assemble((chapter, "bold")),
        Content.assemble(
            (time_of(transcript, offset), "bold"),
            (f"  turn {number}  ", "$foreground-muted"),
            (one_line(transcript.name_of(speaker)), voice_style(transcript, speaker)),
        ),
        Content(said),
    ]
    first = bisect_left(notes, offset, key=lambda note: note.start)
    if first < len(notes) and notes[first].start <= max(offset, after):
        words = one_line(notes[first].words or " ".join(f"#{tag}" for tag in notes[first].tags))
        lines.append(Content.assemble(("◆ ", NOTE_SIGN), words or "highlighted"))
    return [line for line in lines if line]
