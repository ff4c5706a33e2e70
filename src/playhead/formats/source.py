"""What a format module makes of a file: its spoken segments in order, and what the file knows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordTime:
    """`seconds` at which the word beginning at character `offset` of a segment is spoken."""

    offset: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words that the file keeps together: a paragraph, a cue, a labelled turn.

    `speaker` is the label as the file gives it, None where the file gives none. `start` and `end`
    are seconds. `paragraph` is true where the file begins a new paragraph or turn here, false
    where the words only go on (cues of a caption file, wrapped lines). `change` is true where a
    mark without a name says that another speaker comes in.
    """

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    paragraph: bool = True
    words: tuple[WordTime, ...] = ()
    change: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter title of the file, before segment number `segment` or at `seconds`."""

    title: str
    segment: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read, nothing guessed. `notices` tell what was dropped or repaired, with counts."""

    format: str
    segments: tuple[Segment, ...]
    title: str = ""
    channel: str = ""
    date: str = ""
    address: str = ""
    language: str = ""
    headings: tuple[Heading, ...] = ()
    speakers: dict[str, str] = field(default_factory=dict)
    """Roles the file states for its labels: label -> host or guest."""
    notices: tuple[str, ...] = ()
