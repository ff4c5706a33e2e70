"""The scrub bar: lanes of the voices, the line of chapters, notes and hits, and the playhead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from playhead.reader.panes.places import seconds_at
from playhead.reader.scrub.lanes import LEVELS, Lane, Lanes, cells_of
from playhead.reader.view.palette import voice_looks
from playhead.text import one_line

WIDE = 90
"""Cells from which the lanes have room for names."""
LOOKS = (
    "label host guest third fourth nobody heard read ahead head column hover note hit topic"
).split()
AHEAD = 0.45
"""How much of a voice's colour is left where we have not been yet."""


class ScrubBar(Widget):
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

    @dataclass
    class Hovered(Message):
        """The pointer is over `seconds` at cell `x` of the screen; None when it left."""

        seconds: float | None
        x: int = 0

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
        self._dragging = False
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

    @property
    def _label_width(self) -> int:
        return 8 if self.size.width >= WIDE else 3

    @property
    def _cells(self) -> int:
        return max(1, self.size.width - self._label_width)

    def seconds_of(self, x: float) -> float:
        """Seconds of the talk at column `x` of the content."""
        length = self.lanes.length if self.lanes else 0.0
        return max(0.0, min(length, (x - self._label_width) / self._cells * length))

    def _cell_of(self, seconds: float) -> int:
        length = self.lanes.length if self.lanes else 0.0
        return min(self._cells - 1, int(seconds / length * self._cells)) if length > 0 else 0

    def render_line(self, y: int) -> Strip:
        """Draw one line: signs, lanes, and the line of chapters lowest."""
        width, base = self.size.width, self.rich_style
        if self.lanes is None or not self.lanes.transcript.turns:
            return Strip.blank(width, base)
        rows = self.size.height
        if y == rows - 1:
            cells = self._line()
        elif rows > 3 and y == 0:
            cells = self._signs()
        else:
            cells = self._lane(y - (1 if rows > 3 else 0))
        for column, look in ((self._hover, "hover"), (self._cell_of(self.seconds), "column")):
            if column is not None and 0 <= column < len(cells) and y < rows - 1:
                text, style = cells[column]
                ground = self.get_component_rich_style(f"scrub--{look}").bgcolor
                cells[column] = (text, style + Style(bgcolor=ground))
        label = self._label(y, rows)
        strip = Strip([label, *(Segment(text, style) for text, style in cells)])
        return strip.simplify().crop_extend(0, width, base)

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"scrub--{look}")

    def _label(self, y: int, rows: int) -> Segment:
        voices = self._voices_shown()
        index = y - (1 if rows > 3 else 0)
        words, look = "", "label"
        if 0 <= index < len(voices) and y < rows - 1:
            id = voices[index]
            look = self._looks.get(id or "", "nobody")
            words = id or "words"
        room = self._label_width
        words = words[: room - 1] if room > 3 else words[:1].upper()
        return Segment(f"{one_line(words):<{room}}", self._style(look))

    def _voices_shown(self) -> list[str | None]:
        return list(self.lanes.voices)[:2] if self.lanes else []

    def _lane(self, index: int) -> list[tuple[str, Style]]:
        assert self.lanes is not None
        voices = self._voices_shown()
        if index >= len(voices):
            return []
        id = voices[index]
        look = self._looks.get(id or "", "nobody")
        heard = self._style(look)
        ahead = self.rich_style + Style(color=heard.color, dim=True)
        head = self._cell_of(self.seconds)
        levels: str = self._once(f"lane {id}", lambda: self._draw_lane(id))
        return [(cell, heard if x <= head else ahead) for x, cell in enumerate(levels)]

    def _draw_lane(self, id: str | None) -> str:
        assert self.lanes is not None
        shares = self.lanes.voices[id].shares(self.lanes.length, self._cells)
        # What is there at all is seen, were it a thirtieth of a cell.
        return "".join(LEVELS[0 if share < 0.01 else max(1, round(share * 8))] for share in shares)

    def _signs(self) -> list[tuple[str, Style]]:
        assert self.lanes is not None
        cells = [(" ", self.rich_style)] * self._cells
        if self._topic is not None:
            topic, length = self._topic, self.lanes.length
            shares = self._once("topic", lambda: topic.shares(length, self._cells))
            for x, share in enumerate(shares):
                if share > 0.01:
                    cells[x] = ("▂", self._style("topic"))
        self._sign(cells)
        return cells

    def _sign(self, cells: list[tuple[str, Style]]) -> None:
        """Put hits and notes on cells, notes above hits."""
        for x in self._cells_of("hits", self._hits):
            cells[x] = ("╻", self._style("hit"))
        for x in self._cells_of("notes", self._notes):
            cells[x] = ("◆", self._style("note"))

    def _cells_of(self, what: str, offsets: Sequence[int]) -> set[int]:
        assert self.lanes is not None
        lanes, count = self.lanes, self._cells
        found: set[int] = self._once(
            what, lambda: cells_of(lanes.transcript, offsets, lanes.length, count)
        )
        return found

    def _once(self, what: str, draw: Callable[[], Any]) -> Any:
        """What depends on the transcript and the width alone is worked out once."""
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self._drawn[what]

    def _forget(self) -> None:
        self._drawn.clear()
        self.refresh()

    def on_resize(self) -> None:
        """The cells are others now."""
        self._forget()

    def _line(self) -> list[tuple[str, Style]]:
        """The line of the talk, cut at chapters; heavy where we have been."""
        assert self.lanes is not None
        head, furthest = self._cell_of(self.seconds), self._cell_of(self._furthest)
        chapters = self.lanes.chapters
        edges: set[int] = self._once("edges", lambda: {self._cell_of(s) for s in chapters if s > 0})
        cells: list[tuple[str, Style]] = []
        for x in range(self._cells):
            heavy = x <= max(head, furthest)
            look = "heard" if x <= head else "read" if heavy else "ahead"
            sign = ("╺" if heavy else "╶") if x in edges else "━" if heavy else "─"
            cells.append((sign, self._style(look)))
        if self.size.height <= 3:
            self._sign(cells)
        if self._hover is not None and 0 <= self._hover < len(cells):
            cells[self._hover] = (cells[self._hover][0], self._style("head"))
        cells[head] = ("●", self._style("head"))
        return cells

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the playhead."""
        if event.button == 1 and self.lanes is not None:
            self._dragging = True
            self.capture_mouse()
            self._scrub(event, first=True)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the playhead, or tell what is under the pointer."""
        if self._dragging:
            self._scrub(event)
        x = event.get_content_offset_capture(self).x
        self._hover = max(0, min(self._cells - 1, x - self._label_width))
        self.post_message(self.Hovered(self._pointed(event), event.screen_x))
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the playhead go."""
        if self._dragging:
            self._dragging = False
            self.capture_mouse(False)
            self._scrub(event, done=True)

    def on_leave(self) -> None:
        """The pointer is gone."""
        self._hover = None
        if not self._dragging:
            self.post_message(self.Hovered(None))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Roll on by a cell."""
        event.stop()
        self._roll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Roll back by a cell."""
        event.stop()
        self._roll(-1)

    def _roll(self, by: int) -> None:
        if self.lanes is not None:
            seconds = self.seconds + by * self.lanes.length / self._cells
            seconds = max(0.0, min(self.lanes.length, seconds))
            self.post_message(self.Scrubbed(seconds, first=False, done=True))

    def _pointed(self, event: events.MouseEvent) -> float:
        """Seconds under the pointer, finer than a cell where the terminal tells pixels."""
        gutter = self.gutter.left
        return self.seconds_of(
            event.pointer_x - gutter if self._is_fine(event) else event.x - gutter
        )

    @staticmethod
    def _is_fine(event: events.MouseEvent) -> bool:
        return event.pointer_x != int(event.pointer_x)

    def _scrub(self, event: events.MouseEvent, *, first: bool = False, done: bool = False) -> None:
        self.post_message(self.Scrubbed(self._pointed(event), first, done))
