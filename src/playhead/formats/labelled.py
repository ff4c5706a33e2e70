"""Text whose paragraphs begin with who speaks: `Name: …`, `**Name:** …`, `[00:01:02] NAME: …`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from playhead.formats.plain import drop_furniture, mend_list_markers
from playhead.formats.source import Segment, Source

NAME = "labelled"
TITLE = "text with a speaker label before each turn"

_TIME = r"[\[(]?(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d\d(?:\.\d+)?)[\])]?"
_PERSON = r"(?:[^\W\d_][\w.'’&-]*|&)(?:[ ,]+(?:[^\W_][\w.'’&-]*|\([^)\d]{1,30}\))){0,4}"
_LABEL = re.compile(
    rf"^[ \t]*(?:[-*•]\s+)?(?:{_TIME}\s*[-–—·|]?\s*)?(?P<stars>\*\*|__)?(?P<name>{_PERSON})"
    rf"(?:[ \t]*\(?{_TIME.replace('?P<', '?P<late_')}\)?)?(?:\*\*|__)?[ \t]*[:：]"
    r"(?:\*\*|__)?(?=\s|$)[ \t]*"
)
_SHARE = 0.25
"""At least this share of the paragraphs of a labelled text begin with a label."""

_NOT_NAMES = {"note", "http", "https", "title", "date", "channel", "source", "url", "example", "ps"}


@dataclass(frozen=True, slots=True)
class _Opening:
    """A label at the start of a line: the name, the second it stands at, where the words begin."""

    name: str
    seconds: float | None
    end: int


def sniff(head: str, path: str) -> float:
    """Labels are likely where few names open many paragraphs."""
    paragraphs = [line for line in head.splitlines() if line.strip()]
    names = Counter(one.name for line in paragraphs if (one := _opening(line)))
    labelled = sum(names.values())
    if labelled < 2 or labelled < _SHARE * len(paragraphs):
        return 0.0
    again = sum(count for count in names.values() if count > 1)
    return 0.8 if again >= 0.5 * labelled or (labelled <= 4 and len(names) <= 3) else 0.0


def read(data: str, path: str) -> Source:
    """Read turns; a paragraph without a label goes on the turn before it."""
    data, title, channel, date, notices = drop_furniture(data)
    data, mended = mend_list_markers(data)
    names = _known_names(data)
    segments: list[Segment] = []
    speaker: str | None = None
    fresh = True
    for line in data.splitlines():
        if not line.strip():
            fresh = True
            continue
        opening = _opening(line)
        seconds = None
        if opening and opening.name in names:
            speaker, seconds, fresh = opening.name, opening.seconds, True
            line = line[opening.end :]
        segments.append(Segment(line.strip(), speaker, seconds, paragraph=fresh))
        fresh = False
    return Source(NAME, tuple(segments), title, channel, date, notices=(*notices, *mended))


def _known_names(data: str) -> set[str]:
    """Names that open more than one line, or all of them where the text is short."""
    names = Counter(one.name for line in data.splitlines() if (one := _opening(line)))
    several = {name for name, count in names.items() if count > 1}
    short = sum(names.values()) <= 6 or len(names) <= 3
    return set(names) if short else several


def _opening(line: str) -> _Opening | None:
    match = _LABEL.match(line)
    if not match or len(match["name"]) > 60:
        return None
    name = match["name"].strip(" ,")
    given = match["stars"] or name[0].isupper()
    if not given or name.lower() in _NOT_NAMES:
        return None
    early = _seconds(match["hours"], match["minutes"], match["seconds"])
    late = _seconds(match["late_hours"], match["late_minutes"], match["late_seconds"])
    return _Opening(name, early if early is not None else late, match.end())


def _seconds(hours: str | None, minutes: str | None, seconds: str | None) -> float | None:
    if minutes is None or seconds is None:
        return None
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
