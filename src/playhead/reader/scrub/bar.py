"""The scrub bar: lanes of the voices, the line of chapters, notes and hits, and the playhead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from playhead.reader.scrub.lanes import LEVELS, Lane, Lanes, cells_of, loudest
from playhead.reader.scrub.pointing import Dragging
from playhead.reader.view.palette import voice_looks
from playhead.reader.view.wrap import column_of, cut
from playhead.text import one_line
from playhead.transcript.times import seconds_at

WIDE = 90
"""Cells from which the lanes have room for names."""
LOOKS = (
    "label host guest third fourth fifth sixth nobody heard read ahead head column hover note hit topic"
).split()
NEEDLES = "▏│▕"
"""The playhead within its cell: at the left, the middle, the right."""
SKIPPED = ("teaser", "sponsor")
"""Sections whose line is dotted: few want to hear them."""

Cell = tuple[str, Style]


class ScrubBar(Dragging, Widget):
    """The whole talk on one strip. Click, drag or roll the wheel on it."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    COMPONENT_CLASSES = {f"scrub--{look}" for look in LOOKS}
    ALLOW_SELECT = False

    @dataclass
    class Scrubbed(Message):
        """The playhead was put at `seconds`; more will follow until `done`."""

        seconds: float
        first: bool
        done: bool

        def can_replace(self, message: Message) -> bool:
            """Only the last of many that wait is worth following; the first is remembered."""
            return isinstance(message, ScrubBar.Scrubbed) and not self.first

    @dataclass
    class Hovered(Message):
        """The pointer at cell `x` of the screen covers the seconds `span`; None when it left."""

        span: tuple[float, float] | None
        x: int = 0

        def can_replace(self, message: Message) -> bool:
            """Only where the pointer is now is worth telling."""
            return isinstance(message, ScrubBar.Hovered)

    def __init__(self, *, id: str | None = None) -> None:
        """An empty strip."""
        super().__init__(id=id)
        self.lanes: Lanes | None = None
        self.seconds = 0.0
        self._furthest = 0.0
        self._notes: Sequence[int] = ()
        self._hits: Sequence[int] = ()
        self._topic: Lane | None = None
        self._hover: int | None = None
        self._shown = (-1, -1)
        self._drawn: dict[str, Any] = {}

    def show(self, lanes: Lanes) -> None:
        """Show another transcript."""
        self.lanes = lanes
        self._looks = voice_looks([id for id in lanes.voices if id])
        self._forget()

    def go(self, offset: int, furthest: int) -> None:
        """Put the playhead at `offset`; `furthest` is how far has been read."""
        if self.lanes:
            self.seconds = seconds_at(self.lanes.transcript, offset)
            self._furthest = seconds_at(self.lanes.transcript, furthest)
            shown = (int(self._place_of(self.seconds) * 3), self._cell_of(self._furthest))
            if shown != self._shown:
                self._shown = shown
                self.refresh()

    def show_notes(self, offsets: Sequence[int]) -> None:
        """Mark notes, at rising offsets."""
        self._notes = offsets
        self._forget()

    def show_hits(self, offsets: Sequence[int]) -> None:
        """Mark hits, at rising offsets."""
        self._hits = offsets
        self._forget()

    def show_topic(self, name: str) -> None:
        """Draw the lane of a topic; an empty name draws none."""
        self._topic = self.lanes.topic(name) if self.lanes and name else None
        self._forget()

    def hover(self, cell: int | None) -> None:
        """Light the cell under the pointer, or none."""
        self._hover = cell
        self.refresh()

    @property
    def label_width(self) -> int:
        """Cells before the strip: names where there is room, else two letters."""
        if self.size.width < WIDE:
            return 3
        longest = max((column_of(name, len(name)) for name, _ in self._labels()), default=0)
        return min(longest, self.size.width // 8) + 2

    @property
    def cells(self) -> int:
        """Cells of the strip."""
        return max(1, self.size.width - self.label_width)

    def seconds_of(self, x: float) -> float:
        """Seconds of the talk at column `x` of the content."""
        length = self.lanes.length if self.lanes else 0.0
        return max(0.0, min(length, (x - self.label_width) / self.cells * length))

    def _place_of(self, seconds: float) -> float:
        """The cell of `seconds`, and how far it is through that cell."""
        length = self.lanes.length if self.lanes else 0.0
        if length <= 0:
            return 0.0
        return max(0.0, min(self.cells - 0.001, seconds / length * self.cells))

    def _cell_of(self, seconds: float) -> int:
        return int(self._place_of(seconds))

    def render_line(self, y: int) -> Strip:
        """Draw one line: signs, lanes, and the line of chapters lowest."""
        width, base = self.size.width, self.rich_style
        if self.lanes is None or not self.lanes.transcript.turns:
            return Strip.blank(width, base)
        rows = self.size.height
        lane = y - (1 if rows > 3 else 0)
        if y == rows - 1:
            cells = self._line()
        elif lane < 0:
            cells = self._signs()
        else:
            cells = self._lane(lane)
        for column, look in ((self._hover, "hover"), (self._cell_of(self.seconds), "column")):
            if column is not None and 0 <= column < len(cells) and lane >= 0 and y < rows - 1:
                text, style = cells[column]
                cells[column] = (text, style + Style(bgcolor=self._style(look).bgcolor))
        label = self._label(lane if y < rows - 1 else -1)
        strip = Strip([label, *(Segment(text, style) for text, style in cells)])
        return strip.simplify().crop_extend(0, width, base)

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"scrub--{look}")

    def _look_of(self, id: str | None) -> str:
        return self._looks.get(id or "", "nobody")

    def _labels(self) -> list[tuple[str, str]]:
        """For each lane, the words before it and their look."""
        if self.lanes is None:
            return []
        labels: list[tuple[str, str]] = []
        wide = self.size.width >= WIDE
        for ids in self.lanes.rows:
            named = [id for id in ids if id is not None] or ids
            if len(named) > 1:
                labels.append((f"{len(named)} others" if wide else f"+{len(named)}", "label"))
                continue
            name = one_line(self.lanes.transcript.name_of(named[0])) or named[0] or "words"
            labels.append((name, self._look_of(named[0])))
        return labels

    def _label(self, lane: int) -> Segment:
        room = self.label_width
        labels = self._labels()
        words, look = labels[lane] if 0 <= lane < len(labels) else ("", "label")
        if room <= 3 and not words.startswith("+"):
            words = "".join(word[0] for word in words.split())[:2].upper()
        words = cut(words, room - (1 if room <= 3 else 2))
        gap = " " * (room - column_of(words, len(words)))
        return Segment(words + gap, self._style(look))

    def _lane(self, index: int) -> list[Cell]:
        assert self.lanes is not None
        if index >= len(self.lanes.rows):
            return []
        head = self._cell_of(self.seconds)
        drawn: list[tuple[str, Style, Style]] = self._once(
            f"lane {index}", lambda: self._draw_lane(index)
        )
        return [
            (sign, heard if x <= head else ahead) for x, (sign, heard, ahead) in enumerate(drawn)
        ]

    def _draw_lane(self, index: int) -> list[tuple[str, Style, Style]]:
        """The cells of a lane, each in its looks behind and ahead of the playhead."""
        assert self.lanes is not None
        looks: dict[str, tuple[Style, Style]] = {}
        drawn: list[tuple[str, Style, Style]] = []
        for share, id in loudest(self.lanes, self.lanes.rows[index], self.cells):
            look = self._look_of(id)
            if look not in looks:
                heard = self._style(look)
                looks[look] = (heard, self.rich_style + Style(color=heard.color, dim=True))
            # What is there at all is seen, were it a thirtieth of a cell.
            level = 0 if share < 0.01 else max(1, round(share * 8))
            drawn.append((LEVELS[level], *looks[look]))
        return drawn

    def _signs(self) -> list[Cell]:
        assert self.lanes is not None
        cells = [(" ", self.rich_style)] * self.cells
        if self._topic is not None:
            topic, length = self._topic, self.lanes.length
            shares = self._once("topic", lambda: topic.shares(length, self.cells))
            for x, share in enumerate(shares):
                if share > 0.01:
                    cells[x] = ("▂", self._style("topic"))
        place = self._place_of(self.seconds)
        cells[int(place)] = (NEEDLES[int(place % 1 * 3)], self._style("head"))
        self._sign(cells)
        return cells

    def _sign(self, cells: list[Cell]) -> None:
        """Put hits and notes on cells, notes above hits."""
        for x in self._cells_of("hits", self._hits):
            cells[x] = ("╻", self._style("hit"))
        for x in self._cells_of("notes", self._notes):
            cells[x] = ("◆", self._style("note"))

    def _cells_of(self, what: str, offsets: Sequence[int]) -> set[int]:
        assert self.lanes is not None
        lanes, count = self.lanes, self.cells
        found: set[int] = self._once(
            what, lambda: cells_of(lanes.transcript, offsets, lanes.length, count)
        )
        return found

    def _once(self, what: str, draw: Callable[[], Any]) -> Any:
        """What depends on the transcript, the theme and the width alone is worked out once."""
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self._drawn[what]

    def _forget(self) -> None:
        self._drawn.clear()
        self.refresh()

    def on_resize(self) -> None:
        """The cells are others now."""
        self._forget()

    def notify_style_update(self) -> None:
        """The colours may be others now."""
        super().notify_style_update()
        self._drawn.clear()

    def _line(self) -> list[Cell]:
        """The line of the talk, cut at chapters, dotted where it is skipped, heavy where read."""
        assert self.lanes is not None
        head, furthest = self._cell_of(self.seconds), self._cell_of(self._furthest)
        chapters = self.lanes.chapters
        edges: set[int] = self._once("edges", lambda: {self._cell_of(s) for s in chapters if s > 0})
        skipped: set[int] = self._once("skipped", self._cells_skipped)
        cells: list[Cell] = []
        for x in range(self.cells):
            heavy = x <= max(head, furthest)
            look = "heard" if x <= head else "read" if heavy else "ahead"
            sign = "━─"[not heavy] if x not in skipped else "╍╌"[not heavy]
            cells.append(("╺╶"[not heavy] if x in edges else sign, self._style(look)))
        if self.size.height <= 3:
            self._sign(cells)
        if self._hover is not None and 0 <= self._hover < len(cells):
            cells[self._hover] = (cells[self._hover][0], self._style("head"))
        cells[head] = ("●", self._style("head"))
        return cells

    def _cells_skipped(self) -> set[int]:
        assert self.lanes is not None
        transcript = self.lanes.transcript
        found: set[int] = set()
        for section in transcript.sections:
            if section.kind in SKIPPED:
                first, last = (
                    seconds_at(transcript, at) for at in (section.start, section.end - 1)
                )
                found.update(range(self._cell_of(first), self._cell_of(last) + 1))
        return found
