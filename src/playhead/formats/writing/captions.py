"""Transcript -> SubRip and WebVTT: cues of at most two lines, a name on every cue."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator

from playhead.formats.writing.names import name_of
from playhead.transcript.model import Transcript, Turn

_CODE = re.compile(r"<[/\w]|&\w+;|&#|\{\\|--?>")
LINE = 42
"""Characters of a caption line, as the guidelines of broadcasters have it."""


def to_subrip(transcript: Transcript) -> str:
    """SubRip: `Name: words` in every cue, so that a player shows who speaks."""
    blocks = []
    for number, (turn, start, end, lines) in enumerate(_cues(transcript), 1):
        words = "\n".join([f"{name_of(transcript, turn)}: {lines[0]}", *lines[1:]])
        if _CODE.search(words):
            words = _escaped(words)
        blocks.append(f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{words}\n")
    return "\n".join(blocks)


def to_webvtt(transcript: Transcript) -> str:
    """WebVTT: the speaker in a voice tag."""
    blocks = ["WEBVTT\n"]
    for turn, start, end, lines in _cues(transcript):
        name = html.escape(name_of(transcript, turn), quote=False)
        words = _escaped("\n".join(lines))
        blocks.append(f"{_clock(start, '.')} --> {_clock(end, '.')}\n<v {name}>{words}</v>\n")
    return "\n".join(blocks)


def _escaped(words: str) -> str:
    return html.escape(words, quote=False).replace("{\\", "&#123;\\")


def _cues(transcript: Transcript) -> Iterator[tuple[Turn, float, float, list[str]]]:
    """The turns in pieces of two lines; times within a turn in step with its characters."""
    for turn in transcript.turns:
        words = " ".join(transcript.words(turn).split())
        lines = textwrap.wrap(words, LINE, break_long_words=False, break_on_hyphens=False)
        length = max(1, sum(len(line) for line in lines))
        pace = max(0.0, turn.time.end - turn.time.start) / length
        said = 0
        for first in range(0, len(lines), 2):
            piece = lines[first : first + 2]
            begin, said = said, said + sum(len(line) for line in piece)
            yield turn, turn.time.start + begin * pace, turn.time.start + said * pace, piece


def _clock(seconds: float, point: str) -> str:
    thousandths = round(max(0.0, seconds) * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"
