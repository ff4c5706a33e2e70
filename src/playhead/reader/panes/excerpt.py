"""The words around what matters, cut to the room there is, with what matters marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.content import Span as StyleSpan

from playhead.reader.view.wrap import wrap


class Marked(NamedTuple):
    """Words `text[start:end]` that are shown in a style."""

    start: int
    end: int
    style: str


def excerpt(text: str, marked: Sequence[Marked], room: int, start: int, end: int) -> Content:
    """About `room` columns of `text[start:end]` with the first of `marked` in them.

    What is left out shows as an ellipsis; words stay whole.
    """
    begin, stop = start, end
    if marked and not text.isascii():
        room = room * (marked[0].end - marked[0].start) // max(1, _columns(text, marked[0]))
    if end - start > room:
        first = marked[0].start if marked else start
        last = marked[-1].end if marked else start
        before = max(room // 8, (room - (last - first)) // 2)
        begin = _word_start(text, max(start, min(first - before, end - room + 2)))
        stop = _word_end(text, min(end, begin + room - 2))
    lead = "…" if begin > start else ""
    # Line breaks become spaces one for one, so that the marks keep their offsets.
    words = text[begin:stop].replace("\n", " ")
    spans = [
        StyleSpan(
            max(one.start, begin) - begin + len(lead),
            min(one.end, stop) - begin + len(lead),
            one.style,
        )
        for one in marked
        if one.start < stop and one.end > begin
    ]
    return Content(lead + words + ("…" if stop < end else ""), spans)


def folded(content: Content, width: int) -> list[Content]:
    """The lines of at most `width` cells that `content` takes, broken as the text itself is."""
    plain = content.plain
    return [content[start:end] for start, end in wrap(plain, 0, len(plain), width)]


def _columns(text: str, marked: Marked) -> int:
    return cell_len(text[marked.start : marked.end])


def _word_start(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    if offset == 0 or text[offset - 1].isspace():
        return offset
    space = text.find(" ", offset, offset + 20)
    return space + 1 if space >= 0 else offset


def _word_end(text: str, offset: int) -> int:
    if offset >= len(text) or text[offset].isspace():
        return offset
    space = text.rfind(" ", offset - 20, offset)
    return space if space > 0 else offset
