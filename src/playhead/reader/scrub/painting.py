"""The lines of the scrub bar. What does not depend on the playhead is drawn but once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from playhead.reader.scrub.lanes import LEVELS, cells_of, loudest
from playhead.reader.view.wrap import column_of, cut

if TYPE_CHECKING:
    from playhead.reader.scrub.bar import ScrubBar

NEEDLES = "▏│▕"
"""The playhead within its cell: at the left, the middle, the right."""
CROWD = 2
"""Cells that a chapter has at least on the average, or its edges are no more than noise."""
SKIPPED = ("teaser", "sponsor")
"""Sections whose line is dotted: few want to hear them."""

Cell = tuple[str, Style]


class Painting:
    """The scrub bar's part that draws its lines."""

    def render_line(self: ScrubBar, y: int) -> Strip:
        """Draw one line: signs, lanes, and the line of chapters lowest."""
        width, base = self.size.width, self.rich_style
        if self.lanes is None or not self.lanes.transcript.turns:
            return Strip.blank(width, base)
        rows = self.size.height
        # Lanes stand on the line: one alone leaves air above it.
        lane = y - (rows - 1 - min(len(self.lanes.rows), rows - 1))
        if y == rows - 1:
            label, drawn = self._label(-1), self._line()
        elif y == 0 and rows > 3:
            label, drawn = self._label(-1), self._signs()
        else:
            label, drawn = self._label(lane), self._lane(lane)
        return Strip.join([label, drawn]).crop_extend(0, width, base)

    def _label(self: ScrubBar, lane: int) -> Strip:
        label: Strip = self._once(f"label {lane}", lambda: self._draw_label(lane))
        return label

    def _draw_label(self: ScrubBar, lane: int) -> Strip:
        room = self.label_width
        labels = self._labels()
        words, look = labels[lane] if 0 <= lane < len(labels) else ("", "label")
        if room <= 3 and not words.startswith("+"):
            words = "".join(word[0] for word in words.split())[:2].upper()
        words = cut(words, room - (1 if room <= 3 else 2))
        gap = " " * (room - column_of(words, len(words)))
        return Strip([Segment(words + gap, self._style(look))], room)

    def _lane(self: ScrubBar, index: int) -> Strip:
        assert self.lanes is not None
        if not 0 <= index < len(self.lanes.rows):
            return Strip([])
        heard, ahead = self._once(f"lane {index}", lambda: self._draw_lane(index))
        head = self._cell_of(self.seconds)
        strip = Strip.join([heard.crop(0, head + 1), ahead.crop(head + 1)])
        for column, look in ((self._hover, "hover"), (head, "column")):
            if column is not None and 0 <= column < strip.cell_length:
                cell = strip.crop(column, column + 1)
                ground = Style(bgcolor=self._style(look).bgcolor)
                strip = put(strip, column, Segment.apply_style(cell, post_style=ground))
        return strip

    def _draw_lane(self: ScrubBar, index: int) -> tuple[Strip, Strip]:
        """A lane as it is behind the playhead, and as it is ahead of it."""
        assert self.lanes is not None
        looks: dict[str, tuple[Style, Style]] = {}
        heard: list[Cell] = []
        ahead: list[Cell] = []
        for share, id in loudest(self.lanes, self.lanes.rows[index], self.cells):
            look = self._look_of(id)
            if look not in looks:
                style = self._style(look)
                looks[look] = (style, self.rich_style + Style(color=style.color, dim=True))
            # What is there at all is seen, were it a thirtieth of a cell.
            sign = LEVELS[0 if share < 0.01 else max(1, round(share * 8))]
            heard.append((sign, looks[look][0]))
            ahead.append((sign, looks[look][1]))
        return strip_of(heard), strip_of(ahead)

    def _signs(self: ScrubBar) -> Strip:
        """Notes and hits, the topic under them, and the needle of the playhead between."""
        strip: Strip
        strip, taken = self._once("signs", self._draw_signs)
        place = self._place_of(self.seconds)
        if int(place) in taken:
            return strip
        needle = Segment(NEEDLES[int(place % 1 * 3)], self._style("head"))
        return put(strip, int(place), [needle])

    def _draw_signs(self: ScrubBar) -> tuple[Strip, set[int]]:
        """The signs, and the cells that they take."""
        assert self.lanes is not None
        cells = [(" ", self.rich_style)] * self.cells
        if self._topic is not None:
            for x, share in enumerate(self._topic.shares(self.lanes.length, self.cells)):
                if share > 0.01:
                    cells[x] = ("▂", self._style("topic"))
        taken = self._sign(cells)
        return strip_of(cells), taken

    def _sign(self: ScrubBar, cells: list[Cell]) -> set[int]:
        """Put hits and notes on cells, notes above hits; the cells taken."""
        assert self.lanes is not None
        taken: set[int] = set()
        for offsets, sign, look in ((self._hits, "╻", "hit"), (self._notes, "◆", "note")):
            found = cells_of(self.lanes.transcript, offsets, self.lanes.length, self.cells)
            for x in found:
                cells[x] = (sign, self._style(look))
            taken |= found
        return taken

    def _line(self: ScrubBar) -> Strip:
        """The line of the talk: as heard, as read before, as it is ahead; and the playhead."""
        heard, read, ahead = self._once("line", self._draw_line)
        head = self._cell_of(self.seconds)
        parts = [heard.crop(0, head + 1)]
        for is_read, run in groupby(range(head + 1, self.cells), self._read.__contains__):
            cells = list(run)
            parts.append((read if is_read else ahead).crop(cells[0], cells[-1] + 1))
        strip, look = Strip.join(parts), self._style("head")
        if self._hover is not None and 0 <= self._hover < strip.cell_length:
            under = strip.crop(self._hover, self._hover + 1).text
            strip = put(strip, self._hover, [Segment(under, look)])
        return put(strip, head, [Segment("●", look)])

    def _draw_line(self: ScrubBar) -> list[Strip]:
        """All of the line in each of its looks: cut at chapters, dotted where it is skipped."""
        assert self.lanes is not None
        edges: set[int] = self._once("edges", self._cells_of_edges)
        skipped: frozenset[int] = self._once("skipped", self._cells_skipped)
        strips: list[Strip] = []
        for look, plain, edge, dotted in (
            ("heard", "━", "╺", "╍"),
            ("read", "━", "╺", "╍"),
            ("ahead", "─", "╶", "╌"),
        ):
            signs = (
                edge if x in edges else dotted if x in skipped else plain for x in range(self.cells)
            )
            style = self._style(look)
            cells = [(sign, style) for sign in signs]
            if self.size.height <= 3:
                self._sign(cells)
            strips.append(strip_of(cells))
        return strips

    def _cells_of_edges(self: ScrubBar) -> set[int]:
        """The cells that chapters begin in; where they would crowd the line, the coarse ones alone."""
        assert self.lanes is not None
        begun = list(zip(self.lanes.chapters, self.lanes.transcript.chapters, strict=True))
        for deepest in range(max((one.level for _, one in begun), default=0), -1, -1):
            coarse = [seconds for seconds, one in begun if one.level <= deepest and seconds > 0]
            cells = {self._cell_of(seconds) for seconds in coarse}
            if len(cells) <= self.cells // CROWD:
                return cells
        return set()

    def _cells_skipped(self: ScrubBar) -> frozenset[int]:
        assert self.lanes is not None
        transcript = self.lanes.transcript
        skipped = [one for one in transcript.sections if one.kind in SKIPPED]
        return self._cells_of((one.start, one.end - 1) for one in skipped)


def strip_of(cells: Iterable[Cell]) -> Strip:
    """Cells side by side, those alike in one piece."""
    return Strip([Segment(sign, style) for sign, style in cells]).simplify()


def put(strip: Strip, x: int, cell: Iterable[Segment]) -> Strip:
    """`strip` with another cell at `x`."""
    return Strip.join([strip.crop(0, x), Strip(cell, 1), strip.crop(x + 1)])
