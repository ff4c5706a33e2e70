"""A transcript -> the rows of its outline: chapters, and the questions under them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from playhead.reader.asked import asked_in
from playhead.text import one_line
from playhead.transcript.model import Transcript
from playhead.transcript.times import clock_face, seconds_at

Grain = Literal["here", "fine", "coarse"]
"""Questions of the chapter we are in, all questions, or chapters only."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A chapter or a question. `chapter` is the index of the chapter row it is or lies under."""

    kind: Literal["chapter", "question"]
    title: str
    offset: int
    time: str
    level: int
    chapter: int
    follow_up: bool = False


def outline_rows(transcript: Transcript) -> tuple[OutlineRow, ...]:
    """All rows in reading order; questions before the first chapter have chapter -1."""
    chapters = [
        OutlineRow("chapter", one_line(one.title), one.start, "", one.level, index)
        for index, one in enumerate(transcript.chapters)
    ]
    starts = [one.offset for one in chapters]
    rows: list[OutlineRow] = []
    for offset, title, follow_up in _questions(transcript):
        chapter = bisect_right(starts, offset) - 1
        if chapter >= 0 and starts[chapter] == offset and _same(chapters[chapter].title, title):
            continue
        level = chapters[chapter].level + 1 if chapter >= 0 else 0
        rows.append(OutlineRow("question", title, offset, "", level, chapter, follow_up))
    rows.extend(chapters)
    rows.sort(key=lambda row: (row.offset, row.kind == "question"))
    return tuple(_with_time(transcript, row) for row in rows)


def rows_shown(
    rows: Sequence[OutlineRow], grain: Grain, here: int, toggled: frozenset[int]
) -> list[OutlineRow]:
    """The rows at a grain when we are in chapter `here`; `toggled` chapters are the other way."""
    chapters = range(-1, rows[-1].chapter + 1 if rows else 0)
    unfolded = {one for one in chapters if is_unfolded(one, grain, here, toggled)}
    return [row for row in rows if row.kind == "chapter" or row.chapter in unfolded]


def is_unfolded(chapter: int, grain: Grain, here: int, toggled: frozenset[int]) -> bool:
    """Whether the questions of `chapter` are shown; those before any chapter always are."""
    wanted = grain == "fine" or (grain == "here" and chapter == here)
    return chapter < 0 or wanted is not (chapter in toggled)


def rows_matching(rows: Sequence[OutlineRow], words: str) -> list[OutlineRow]:
    """Rows with a word that begins with each of `words`, with the chapters they lie in."""
    wanted = [f" {word}" for word in words.casefold().split()]
    titles = [f" {row.title}".casefold() for row in rows]
    fits = [all(word in title for word in wanted) for title in titles]
    chapters = {row.chapter for row, found in zip(rows, fits, strict=True) if found}
    return [
        row
        for row, found in zip(rows, fits, strict=True)
        if found or (row.kind == "chapter" and row.chapter in chapters)
    ]


def row_at(rows: Sequence[OutlineRow], offset: int) -> int:
    """The index of the row we are in at `offset`; 0 before the first."""
    return max(0, bisect_right(rows, offset, key=lambda row: row.offset) - 1)


def _same(chapter: str, question: str) -> bool:
    """Whether a chapter is named after the question it begins with, most of its words in it."""
    words = set(_WORD.findall(chapter.casefold()))
    return 2 * len(words & set(_WORD.findall(question.casefold()))) > len(words)


def _with_time(transcript: Transcript, row: OutlineRow) -> OutlineRow:
    time = clock_face(seconds_at(transcript, row.offset))
    return OutlineRow(row.kind, row.title, row.offset, time, row.level, row.chapter, row.follow_up)


def _questions(transcript: Transcript) -> Iterator[tuple[int, str, bool]]:
    turns = {turn.id: turn for turn in transcript.turns}
    for exchange in transcript.exchanges:
        asked = [turns[id] for id in exchange.question if id in turns]
        if asked:
            title = asked_in(transcript, asked[0].start, asked[-1].end)
            yield asked[0].start, title, exchange.follows is not None
