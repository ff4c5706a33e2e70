"""Times of day -> times of the recording: saved meetings and chats say when on the clock it was."""

from __future__ import annotations

from dataclasses import replace

from playhead.formats.source import Heading, Segment, Source, WordTime
from playhead.transcript.times import clock_face

EARLIEST = 6 * 3600.0
"""Seconds from which a first time is one of the day: no recording begins so late."""


def since_first(source: Source) -> Source:
    """`source` with its times counted from the first where they are those of a day."""
    times = [one.start for one in source.segments if one.start is not None]
    if not times or min(times) < EARLIEST or max(times) - min(times) > min(times):
        return source
    first = min(times)
    told = f"times of day counted from the first, {clock_face(first)}"
    return replace(
        source,
        segments=tuple(_segment(one, first) for one in source.segments),
        headings=tuple(_heading(one, first) for one in source.headings),
        notices=(*source.notices, told),
    )


def _segment(one: Segment, first: float) -> Segment:
    words = tuple(WordTime(word.offset, word.seconds - first) for word in one.words)
    return replace(one, start=_less(one.start, first), end=_less(one.end, first), words=words)


def _heading(one: Heading, first: float) -> Heading:
    return replace(one, seconds=_less(one.seconds, first))


def _less(seconds: float | None, first: float) -> float | None:
    return None if seconds is None else round(max(0.0, seconds - first), 3)
