"""Transcript -> labelled text and Markdown, a paragraph a turn."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playhead.formats.writing.names import name_of
from playhead.text import one_line
from playhead.transcript.model import Transcript, Turn


def to_labelled_text(transcript: Transcript) -> str:
    """`[0:01:02] Name: words`, the paragraphs of a turn on lines of their own."""
    return "\n".join(
        f"{_stamp(turn)} {name_of(transcript, turn)}: {transcript.words(turn)}\n"
        for turn in transcript.turns
    )


def to_markdown(transcript: Transcript) -> str:
    """Front matter, a heading a chapter, `**[0:01:02] Name:** words`."""
    return "\n".join([*_front(transcript), *_body(transcript)])


def _front(transcript: Transcript) -> Iterator[str]:
    fields = {
        "title": transcript.title,
        "channel": transcript.channel,
        "date": transcript.date,
        "url": transcript.address,
        "language": transcript.language,
    }
    # JSON strings are YAML strings, whatever stands in them.
    known = [
        f"{key}: {json.dumps(one_line(value), ensure_ascii=False)}"
        for key, value in fields.items()
        if value
    ]
    if known:
        yield "\n".join(["---", *known, "---", ""])
    yield "## Transcript\n"


def _body(transcript: Transcript) -> Iterator[str]:
    chapters = [one for one in transcript.chapters if one.level == 0]
    for turn in transcript.turns:
        while chapters and chapters[0].start <= turn.start:
            yield f"### {one_line(chapters.pop(0).title)}\n"
        yield f"**{_stamp(turn)} {name_of(transcript, turn)}:** {transcript.words(turn)}\n"


def _stamp(turn: Turn) -> str:
    minutes, seconds = divmod(int(turn.time.start), 60)
    return f"[{minutes // 60}:{minutes % 60:02}:{seconds:02}]"
