"""Transcript -> labelled text and Markdown, a paragraph a turn."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator

from playhead.formats.text.lines import read_opening
from playhead.formats.text.preamble import is_furniture
from playhead.formats.writing.names import mark_of, name_of
from playhead.text import one_line
from playhead.transcript.model import Transcript, Turn

_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|\*\*+|__+|>>+|\]\((?=\S)|<(?=/?\w)|`|(?<=[^\W\da-z]):(?=\s)"
)
"""What a reader would not take for words: bold type, links, tags, marks of a change, names in capitals."""

_LAST_TIME = re.compile(r"(:\d\d[\d.,:]*\s*)([\])])$")


def to_labelled_text(transcript: Transcript) -> str:
    """`[0:01:02] Name: words`, the paragraphs of a turn on lines of their own."""
    return "\n".join(_paragraph(transcript, turn, "") for turn in transcript.turns)


def to_markdown(transcript: Transcript) -> str:
    """Front matter, a heading a chapter where there are several, `**[0:01:02] Name:** words`."""
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
    if len(transcript.chapters) == 1:
        chapters = []
    for turn in transcript.turns:
        while chapters and chapters[0].start <= turn.start:
            yield f"### {one_line(chapters.pop(0).title)}\n"
        yield _paragraph(transcript, turn, "**")


def _paragraph(transcript: Transcript, turn: Turn, mark: str) -> str:
    """A turn with its time and its speaker between `mark`; a time that is a guess is not told."""
    words = mark_of(transcript, turn) + _words(transcript, turn)
    time, name = "" if turn.time.estimated else _stamp(turn), name_of(transcript, turn)
    label = " ".join(part for part in (time, f"{name}:" if name else "") if part)
    return f"{mark}{label}{mark} {words}\n" if label else f"{words}\n"


def _words(transcript: Transcript, turn: Turn) -> str:
    """The words of a turn so that they read as words again, whatever marks stand in them."""
    first, *rest = [line.strip() for line in transcript.words(turn).split("\n")]
    lines = [first]
    for line in rest:
        if line and _reads_as_words(line):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return "\n".join(_LAST_TIME.sub(r"\1\\\2", _MARK.sub(_escaped, line)) for line in lines)


def _reads_as_words(line: str) -> bool:
    """Whether a line of its own would not be taken for a label, a heading, an item or a credit."""
    is_marked = line[0] in "*•#>-–—|=_<" or is_furniture(line)
    return not is_marked and read_opening(line).shape == "words"


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in match.group())


def _stamp(turn: Turn) -> str:
    minutes, seconds = divmod(int(turn.time.start), 60)
    return f"[{minutes // 60}:{minutes % 60:02}:{seconds:02}]"
