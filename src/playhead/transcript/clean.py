"""Stage 1. Source -> Cleaned: makes the one text of a transcript; no later stage changes it."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.formats.source import Source
from playhead.text import count_unsafe, safe
from playhead.transcript.model import Span



@dataclass(frozen=True, slots=True)
class Label:
    """The words `text[start:end]` carry the label `name` in the file."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The word at character `offset` is spoken at `seconds`."""

    offset: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text and what the file knows about it, as spans. Paragraphs cover the text in order."""

    text: str
    paragraphs: tuple[Span, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    headings: tuple[tuple[int, str], ...]
    notices: tuple[str, ...]


def clean(source: Source) -> Cleaned:
    """Join the segments of `source`: a space between cues, a line break between paragraphs."""
    parts: list[str] = []
    paragraphs: list[Span] = []
    labels: list[Label] = []
    marks: list[Mark] = []
    starts: list[int] = []
    length = unsafe = 0
    for segment in source.segments:
        unsafe += count_unsafe(segment.text)
        words = " ".join(safe(segment.text).split())
        starts.append(length + (1 if parts else 0))
        if not words:
            continue
        if parts:
            parts.append("\n" if segment.paragraph else " ")
            length += 1
        start, end = length, length + len(words)
        parts.append(words)
        length = end
        if segment.paragraph or not paragraphs:
            paragraphs.append(Span(start, end))
        else:
            paragraphs[-1] = Span(paragraphs[-1].start, end)
        if segment.speaker:
            if labels and labels[-1].name == segment.speaker and not segment.paragraph:
                labels[-1] = Label(labels[-1].start, end, segment.speaker)
            else:
                labels.append(Label(start, end, segment.speaker))
        if segment.start is not None:
            marks.append(Mark(start, segment.start))
        if segment.end is not None:
            marks.append(Mark(end, segment.end))
    headings = tuple(
        (starts[one.segment], one.title)
        for one in source.headings
        if one.segment is not None and one.segment < len(starts)
    )
    notices = list(source.notices)
    if unsafe:
        notices.append(f"{unsafe} control or invisible characters made visible or dropped")
    return Cleaned(
        "".join(parts), tuple(paragraphs), tuple(labels), tuple(marks), headings, tuple(notices)
    )
