"""A row of the layout -> a strip of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from playhead.reader.panes.places import time_of
from playhead.reader.reading import DOUBTFUL
from playhead.reader.view.layout import Row
from playhead.reader.view.margin import NoteLine
from playhead.reader.view.overlays import Looks, Overlay, pieces
from playhead.reader.view.palette import Palette
from playhead.reader.view.words import count_words
from playhead.reader.view.wrap import column_of, cut
from playhead.text import one_line
from playhead.transcript.model import Transcript, Turn

GUTTER = 5
"""Cells between the left edge of the column and its words: pointer, bar, two for notes, air."""
NOT_BOLD = Style(bold=False)
RULED = 0
"""The deepest level of chapters whose title has a line after it."""


class Column(NamedTuple):
    """Where the column of text stands: cells before it, and its measure."""

    left: int
    measure: int

    @property
    def text(self) -> int:
        """The cell at which words begin."""
        return self.left + GUTTER


class RowState(NamedTuple):
    """What a row is besides its words."""

    turn: Turn
    is_current_turn: bool
    is_current_row: bool
    dimmed: bool
    sign: str


class Pen(NamedTuple):
    """What drawing needs to know of the whole."""

    transcript: Transcript
    palette: Palette
    width: int
    column: Column
    voices: dict[str, str]
    layers: Sequence[Looks]
    label: Callable[[Turn], str]


def draw_row(pen: Pen, row: Row, state: RowState) -> list[Segment]:
    """The segments of a row, from the left edge to the end of its words."""
    palette = pen.palette
    if row.kind == "blank":
        return []
    if row.kind == "chapter":
        return _chapter(pen, row)
    voice = palette[_voice_of(pen, state.turn)]
    segments = [Segment(" " * pen.column.left, palette.base), *_gutter(pen, row, state, voice)]
    if row.kind == "name":
        return segments + _name(pen, state, voice)
    style = palette["dimmed"] if state.dimmed else palette.base
    if row.note is not None:
        return segments + _note(palette, row.note)
    if row.kind == "aside":
        style = palette["aside"]
        name = one_line(pen.transcript.name_of(state.turn.speaker))
        if name:
            segments.append(Segment(f"{name}  ", voice + NOT_BOLD))
    segments.append(Segment(" " * row.indent, palette.base))
    segments += draw_words(pen, row, style)
    if row.kind == "folded":
        more = count_words(pen.transcript.text[row.end : state.turn.end])
        segments.append(Segment(f" … {more:,} words more", palette["faint"]))
    return segments


def draw_words(pen: Pen, row: Row, style: Style) -> list[Segment]:
    """The words of a row with the overlays on them."""
    text = pen.transcript.text
    found: list[Overlay] = []
    for layer in pen.layers:
        found += layer.within(row.start, row.end)
    return [
        Segment(text[a:b].replace("\n", " "), pen.palette.over(style, looks))
        for a, b, looks in pieces(row.start, row.end, found)
    ]


def _gutter(pen: Pen, row: Row, state: RowState, voice: Style) -> list[Segment]:
    """The pointer at the line we are on, and the bar of the voice: dotted where in doubt."""
    palette = pen.palette
    pointer = Segment("▸" if state.is_current_row else " ", palette["current"])
    if row.kind == "aside":
        bar = "▌" if state.is_current_turn else "·"
    elif state.turn.confidence < DOUBTFUL:
        bar = "┋" if state.is_current_turn else "┊"
    else:
        bar = "▌" if state.is_current_turn else "▏"
    quiet = voice if state.is_current_turn else voice + NOT_BOLD
    sign = Segment(state.sign, palette["note"])
    return [pointer, Segment(bar, quiet), sign, Segment(" ", palette.base)]


def _note(palette: Palette, line: NoteLine) -> list[Segment]:
    """A line of a note under the words it is about."""
    sign = Segment("  ◆ " if line.first else "    ", palette["note"])
    return [sign, Segment(line.words, palette["note" if line.is_tag else "muted"])]


def _name(pen: Pen, state: RowState, voice: Style) -> list[Segment]:
    name = one_line(pen.transcript.name_of(state.turn.speaker)) or "—"
    label = pen.label(state.turn)
    time = time_of(pen.transcript, state.turn.start)
    room = pen.column.measure - len(time) - 1
    name = cut(name, room)
    taken = column_of(name, len(name)) + 2
    label = cut(label, room - taken)
    gap = max(1, pen.column.measure - taken - len(label) - len(time))
    return [
        Segment(name, voice),
        Segment(f"  {label}{' ' * gap}", pen.palette["faint"]),
        Segment(time, pen.palette["faint"]),
    ]


def _chapter(pen: Pen, row: Row) -> list[Segment]:
    """The title of a chapter, with a line after it to the end of the measure."""
    chapter = next(one for one in pen.transcript.chapters if one.start == row.start)
    title = cut(one_line(chapter.title), pen.column.measure)
    rule = max(0, pen.column.measure - column_of(title, len(title)) - 1)
    return [
        Segment(" " * pen.column.text, pen.palette.base),
        Segment(title, pen.palette["chapter"]),
        Segment(f" {'─' * rule}" if chapter.level <= RULED else "", pen.palette["rule"]),
    ]


def draw_pinned(pen: Pen, question: Turn, number: int, asked: str) -> list[Segment]:
    """The question whose answer is read: its number, and what is asked."""
    sign = f"{number}? "
    return [
        Segment(f"{sign:>{pen.column.text}}", pen.palette[_voice_of(pen, question)]),
        Segment(cut(asked, pen.column.measure), pen.palette["pinned"]),
    ]


def _voice_of(pen: Pen, turn: Turn) -> str:
    return pen.voices.get(turn.speaker or "", "nobody")


def draw_beside(pen: Pen, strip: Strip, line: NoteLine, width: int) -> Strip:
    """A row with a line of a note beside it."""
    at = pen.column.text + pen.column.measure + 2
    sign = Segment("◆ " if line.first else "  ", pen.palette["note"])
    look = pen.palette["note"] if line.is_tag else pen.palette["muted"]
    return finish([*strip.crop(0, at), sign, Segment(line.words, look)], width, pen.palette.base)


def finish(segments: list[Segment], width: int, base: Style) -> Strip:
    """Make a strip of exactly `width` cells."""
    room = width - sum(cell_len(segment.text) for segment in segments)
    if room > 0:
        segments = [*segments, Segment(" " * room, base)]
    return Strip(segments, max(width, width - room)).crop(0, width)
