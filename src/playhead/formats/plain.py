"""Plain text: paragraphs, labelled or not, hard-wrapped or on one line, with or without furniture."""

from __future__ import annotations

import re

from playhead.formats.source import Segment, Source

NAME = "plain"
TITLE = "plain text, with or without speaker labels"

_HEADER = re.compile(r"TITLE: (.*?) CHANNEL: (.*?) DATE: (\S+) ---TRANSCRIPT---\s*")


def sniff(head: str, path: str) -> float:
    """Any text is plain text, if nothing else."""
    return 0.01


def read(data: str, path: str) -> Source:
    """Read paragraphs."""
    title = channel = date = ""
    notices: list[str] = []
    if match := _HEADER.search(data):
        title, channel, date = match.groups()
        notices.append(f"{data[: match.start()].count(chr(10))} lines of page furniture dropped")
        data = data[match.end() :]
    repaired = re.sub(r"out of\s*\n\s*\n\s*1\. (?=So)", "out of 10. ", data)
    if repaired != data:
        notices.append("list marker '1.' read as '10.', the end of the sentence before it")
    segments = [Segment(part) for part in re.split(r"\n\s*\n", repaired) if part.strip()]
    return Source(NAME, tuple(segments), title, channel, date, notices=tuple(notices))
