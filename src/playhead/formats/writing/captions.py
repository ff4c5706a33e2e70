"""Transcript -> SubRip and WebVTT: cues of at most two lines, a name on every cue."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator

from playhead.formats.writing.names import mark_of, name_of
from playhead.transcript.model import Transcript, Turn
from playhead.transcript.scripts import SPACELESS

_CODE = re.compile(r"<[/\w]|&\w+;|&#|\{\\|--?>")
_WIDE = re.compile(f"[{SPACELESS}]")
LINE = 42
"""Characters of a caption line, as the guidelines of broadcasters have it."""


def to_subrip(transcript: Transcript) -> str:
    """SubRip: `Name: words` in every cue, so that a player shows who speaks."""
    blocks = []
    for number, (turn, start, end, lines) in enumerate(_cues(transcript), 1):
        words = "\n".join(lines)
        if name := name_of(transcript, turn):
            words = f"{name}: {words}"
        if _CODE.search(words):
            words = _escaped(words)
        blocks.append(f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{words}\n")
    return "\n".join(blocks)


def to_webvtt(transcript: Transcript) -> str:
    """WebVTT: the speaker in a voice tag."""
    blocks = ["WEBVTT\n"]
    for turn, start, end, lines in _cues(transcript):
        words = _escaped("\n".join(lines))
        if name := html.escape(name_of(transcript, turn), quote=False):
            words = f"<v {name}>{words}</v>"
        blocks.append(f"{_clock(start, '.')} --> {_clock(end, '.')}\n{words}\n")
    return "\n".join(blocks)


def _escaped(words: str) -> str:
    return html.escape(words, quote=False).replace("{\\", "&#123;\\")


def _cues(transcript: Transcript) -> Iterator[tuple[Turn, float, float, list[str]]]:
    """The turns in pieces of two lines; times within a turn in step with its characters."""
    for turn in transcript.turns:
        words = mark_of(transcript, turn) + " ".join(transcript.words(turn).split())
        lines = list(_lines(words))
        length = max(1, sum(len(line) for line in lines))
        pace = max(0.0, turn.time.end - turn.time.start) / length
        said = 0
        for first in range(0, len(lines), 2):
            piece = lines[first : first + 2]
            begin, said = said, said + sum(len(line) for line in piece)
            yield turn, turn.time.start + begin * pace, turn.time.start + said * pace, piece


def _lines(words: str) -> Iterator[str]:
    """Lines of a caption; where no spaces part words, letters twice as wide are cut anywhere."""
    for line in textwrap.wrap(words, LINE, break_long_words=False, break_on_hyphens=False):
        if len(line) > LINE and _WIDE.search(line):
            yield from (line[at : at + LINE // 2] for at in range(0, len(line), LINE // 2))
        else:
            yield line


def _clock(seconds: float, point: str) -> str:
    thousandths = round(max(0.0, seconds) * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"
