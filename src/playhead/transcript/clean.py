"""Stage 1. Source -> Cleaned: makes the one text of a transcript; no later stage changes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from playhead.formats.source import Segment, Source
from playhead.text import count_unsafe, each_one_line
from playhead.transcript.model import Mark, Span
from playhead.transcript.scripts import SPACELESS, space_between, unwrapped

_TOKEN = re.compile(r"\S+")
_LETTER_OR_TOKEN = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")
NEAR = 40
"""A chapter whose time falls at most this many characters after a paragraph's begin begins there."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words `text[start:end]` carry the label `name` in the file."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text and what the file knows about it, as spans. Paragraphs cover the text in order."""

    text: str
    paragraphs: tuple[Span, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    headings: tuple[tuple[int, str], ...]
    notices: tuple[str, ...]
    changes: frozenset[int] = frozenset()
    """Characters at which a mark of the file says that another speaker comes in."""


def clean(source: Source) -> Cleaned:
    """Join the segments of `source`: a space between cues, a line break between paragraphs."""
    parts: list[str] = []
    begins: list[int] = []
    labels: list[Label] = []
    name, since, until = "", 0, 0
    marks: list[Mark] = []
    starts: list[int] = []
    changes: set[int] = set()
    length = unsafe = 0
    said = each_one_line([unwrapped(segment.text) for segment in source.segments])
    for segment, words in zip(source.segments, said, strict=True):
        if words != segment.text:
            unsafe += count_unsafe(segment.text)
        gap = "" if not parts else "\n" if segment.paragraph else space_between(parts[-1], words)
        starts.append(length + len(gap))
        if not words:
            continue
        parts.append(gap)
        length += len(gap)
        start, end = length, length + len(words)
        parts.append(words)
        length = end
        if segment.paragraph or not begins:
            begins.append(start)
        if segment.change:
            changes.add(start)
        if segment.speaker:
            if name != segment.speaker or segment.paragraph:
                if name:
                    labels.append(Label(since, until, name))
                name, since = segment.speaker, start
            until = end
        if segment.start is not None:
            marks.append(Mark(start, segment.start))
        if segment.words:
            marks += _word_marks(segment, words, start)
        if segment.end is not None:
            marks.append(Mark(end, segment.end))
    if name:
        labels.append(Label(since, until, name))
    headings = tuple(_headings(source, starts, marks, begins))
    notices = list(source.notices)
    begun = [one.start for one in source.segments if one.start is not None]
    if back := sum(later < earlier for earlier, later in pairwise(begun)):
        notices.append(f"{back} times of the file go back; kept as they stand")
    if unsafe:
        notices.append(f"{unsafe} control or invisible characters made visible or dropped")
    return Cleaned(
        "".join(parts),
        # One line break stands between two paragraphs.
        tuple(Span(start, end - 1) for start, end in pairwise([*begins, length + 1])),
        tuple(labels),
        tuple(marks),
        headings,
        tuple(notices),
        frozenset(changes),
    )


def _word_marks(segment: Segment, words: str, start: int) -> Iterator[Mark]:
    """Times of single words, at their places in `words`, which has other spaces than the segment."""
    text, is_ascii = segment.text, words.isascii()
    token = _TOKEN if is_ascii else _LETTER_OR_TOKEN
    places = [match.start() for match in token.finditer(words)]
    at = number = 0
    for word in segment.words:
        before = text[at : word.offset]
        number += len(before.split() if is_ascii else token.findall(before))
        at = word.offset
        if number < len(places) and (places[number] or segment.start is None):
            yield Mark(start + places[number], word.seconds)


def _headings(
    source: Source, starts: list[int], marks: list[Mark], paragraphs: list[int]
) -> Iterator[tuple[int, str]]:
    """Where each heading stands: before its segment, or at the mark nearest to its time."""
    seconds = list(accumulate((mark.seconds for mark in marks), max)) if source.headings else []
    for one in source.headings:
        if one.segment is not None and one.segment < len(starts):
            yield starts[one.segment], one.title
        elif one.seconds is not None and marks:
            # Chapter lists round down to whole seconds, so the words begin up to one later.
            index = min(bisect_left(seconds, one.seconds), len(marks) - 1)
            at = marks[index].offset
            after = bisect_left(paragraphs, at)
            near = paragraphs[after - 1] if after and at - paragraphs[after - 1] < NEAR else at
            yield near if after and near != 0 else at, one.title
