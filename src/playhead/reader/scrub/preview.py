"""What is under the pointer on the scrub bar: time, turn, first words, chapter."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from playhead.reader.panes.places import time_of, turn_at, turn_index
from playhead.reader.scrub.lanes import Lanes
from playhead.text import one_line

WIDTH = 46


class ScrubPreview(Static):
    """A small card over the bar."""

    def tell(self, lanes: Lanes, seconds: float, x: int) -> None:
        """Tell of `seconds`, the card around column `x` of the screen."""
        transcript = lanes.transcript
        offset = lanes.offset_at(seconds)
        turn = turn_at(transcript, offset)
        name = one_line(transcript.name_of(turn.speaker)) if turn else ""
        number = turn_index(transcript, offset) + 1
        time = time_of(transcript, offset)
        said = one_line(transcript.text[offset : offset + 2 * WIDTH])
        room = WIDTH - 2
        lines = [
            Content.assemble((time, "bold"), (f"  turn {number}  {name}", "$foreground-muted")),
            Content(said),
            Content.assemble((one_line(lanes.chapter_at(seconds)), "italic $foreground-muted")),
        ]
        self.update(Content("\n").join(one.truncate(room, ellipsis=True) for one in lines))
        width, height = self.screen.size
        left = max(0, min(width - WIDTH, x - WIDTH // 2))
        bar = self.screen.query_one("ScrubBar").region
        self.styles.offset = Offset(left, max(0, min(height, bar.y) - 3))
        self.display = True
