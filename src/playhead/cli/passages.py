"""A hit as programs and as people read it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from playhead.cli.output import say
from playhead.text import one_line

if TYPE_CHECKING:
    from playhead.search.index import Index
    from playhead.search.model import Hit

    Passage = tuple[Index, Hit]

_BOLD, _UNDERLINE, _PLAIN = "\x1b[1m", "\x1b[4m", "\x1b[0m"


def passage_row(number: int, passage: Passage) -> dict[str, Any]:
    """The JSON object of a hit, its rank being `number`."""
    from playhead.transcript.document import time_document

    index, hit = passage
    return {
        "rank": number,
        "score": hit.score,
        "path": index.transcript.origin.path,
        "turn": hit.turn,
        "speaker": hit.speaker,
        "start": hit.start,
        "end": hit.end,
        "quote": index.transcript.text[hit.start : hit.end],
        "weak": hit.weak,
        "time": time_document(index.turn_at(hit.start).time),
        "marks": [{"start": m.start, "end": m.end, "exact": m.exact} for m in hit.marks],
    }


def say_passage(passage: Passage, context: int, *, several: bool) -> None:
    """Print who, when, and the passage with `context` sentences around it.

    On a terminal what matched is bold, what nearly matched underlined.
    """
    from playhead.transcript.times import clock_face

    index, hit = passage
    turn = index.turn_at(hit.start)
    time = ("≈ " if turn.time.estimated else "") + clock_face(turn.time.start)
    where = f"{one_line(index.transcript.origin.path)}  " if several else ""
    guess = "  (a weak guess)" if hit.weak else ""
    name = one_line(index.transcript.name_of(hit.speaker)) or "Speaker unknown"
    say(f"{where}{hit.turn}  {name}  {time}{guess}")
    before, after = _around(index, hit, context)
    if before:
        say(f"  {before}")
    # Each piece is made safe by itself; the marks around them are our own.
    print(f"  {_marked(index, hit)}")
    if after:
        say(f"  {after}")


def _around(index: Index, hit: Hit, context: int) -> tuple[str, str]:
    """The words of `context` sentences before the passage and after it."""
    from bisect import bisect_left, bisect_right

    if not context:
        return "", ""
    sentences, text = index.transcript.sentences, index.transcript.text
    first = max(0, bisect_right(index.sentence_starts, hit.start) - 1 - context)
    last = bisect_left(index.sentence_starts, hit.end) + context - 1
    low = min(sentences[first].start, hit.start) if sentences else hit.start
    high = max(sentences[min(last, len(sentences) - 1)].end, hit.end) if sentences else hit.end
    return one_line(text[low : hit.start]), one_line(text[hit.end : high])


def _marked(index: Index, hit: Hit) -> str:
    text = index.transcript.text
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return one_line(text[hit.start : hit.end])
    found: list[str] = []
    at = hit.start
    for mark in hit.marks:
        if at <= mark.start and mark.end <= hit.end:
            style = _BOLD if mark.exact else _UNDERLINE
            found += [_piece(text[at : mark.start]), style, _piece(text[mark.start : mark.end])]
            found.append(_PLAIN)
            at = mark.end
    return "".join([*found, _piece(text[at : hit.end])])


def _piece(text: str) -> str:
    """Part of a line, made safe, its outer spaces kept."""
    return one_line(f"|{text}|")[1:-1]
