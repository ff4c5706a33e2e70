"""The scrub bar: lanes of the voices, the line of chapters, notes and hits, and the playhead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from playhead.reader.scrub.lanes import Lane, Lanes
from playhead.reader.scrub.painting import Painting
from playhead.reader.scrub.pointing import Dragging
from playhead.reader.view.palette import voice_looks
from playhead.reader.view.wrap import column_of
from playhead.text import one_line
from playhead.transcript.times import seconds_at

WIDE = 90
"""Cells from which the lanes have room for names."""
LOOKS = (
    "label host guest third fourth fifth sixth nobody heard read ahead head column hover note hit topic"
).split()


class ScrubBar(Dragging, Painting, Widget):
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
        self._read: frozenset[int] = frozenset()
        self._notes: Sequence[int] = ()
        self._hits: Sequence[int] = ()
        self._topic: Lane | None = None
        self._hover: int | None = None
        self._shown = (-1, self._read)
        self._drawn: dict[str, Any] = {}
        self._drawn_for = Size(0, 0)

    def show(self, lanes: Lanes) -> None:
        """Show another transcript."""
        self.lanes = lanes
        self._looks = voice_looks([id for id in lanes.voices if id])
        self._forget()

    def go(self, offset: int, read: Iterable[tuple[int, int]]) -> None:
        """Put the playhead at `offset`; `read` are the stretches that have been read."""
        if self.lanes:
            self.seconds = seconds_at(self.lanes.transcript, offset)
            shown = (int(self._place_of(self.seconds) * 3), self._cells_of(read))
            if shown != self._shown:
                self._shown, self._read = shown, shown[1]
                self.refresh()

    def show_notes(self, offsets: Sequence[int]) -> None:
        """Mark notes, at rising offsets."""
        self._notes = offsets
        self._forget_signs()

    def show_hits(self, offsets: Sequence[int]) -> None:
        """Mark hits, at rising offsets."""
        self._hits = offsets
        self._forget_signs()

    def show_topic(self, name: str) -> None:
        """Draw the lane of a topic; an empty name draws none."""
        self._topic = self.lanes.topic(name) if self.lanes and name else None
        self._forget_signs()

    def hover(self, cell: int | None) -> None:
        """Light the cell under the pointer, or none."""
        if cell != self._hover:
            self._hover = cell
            self.refresh()

    @property
    def label_width(self) -> int:
        """Cells before the strip: names where there is room, else two letters."""
        width = self.size.width
        if width < WIDE:
            return 3
        longest: int = self._once(
            "longest label",
            lambda: max((column_of(name, len(name)) for name, _ in self._labels()), default=0),
        )
        return min(longest, width // 6) + 2

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
        cells = self.cells
        return max(0.0, min(cells - 0.001, seconds / length * cells)) if length > 0 else 0.0

    def _cell_of(self, seconds: float) -> int:
        return int(self._place_of(seconds))

    def _cells_of(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """The cells that stretches of the text fall into."""
        cells: set[int] = set()
        if self.lanes is not None:
            for span in spans:
                first, last = (seconds_at(self.lanes.transcript, offset) for offset in span)
                cells.update(range(self._cell_of(first), self._cell_of(last) + 1))
        return frozenset(cells)

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

    def _once(self, what: str, draw: Callable[[], Any]) -> Any:
        """What depends on the transcript, the theme and the size alone is worked out once."""
        if self._drawn_for != self.size:
            self._drawn.clear()
            self._drawn_for = self.size
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self._drawn[what]

    def _forget(self) -> None:
        self._drawn.clear()
        self.refresh()

    def _forget_signs(self) -> None:
        # On a low bar they stand on the line.
        for what in ("signs", "line"):
            self._drawn.pop(what, None)
        self.refresh()

    def notify_style_update(self) -> None:
        """The colours may be others now."""
        super().notify_style_update()
        self._drawn.clear()
