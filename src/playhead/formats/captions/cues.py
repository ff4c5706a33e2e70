"""Captions: SubRip and WebVTT, with speakers in tags or before the words, rolling or not."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from playhead.formats.captions.cue_labels import label_cues
from playhead.formats.source import Source, WordTime
from playhead.text import counted

NAME = "captions"
TITLE = "SubRip (.srt) and WebVTT (.vtt) captions"

_TIME = r"(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^[ \t]*{_TIME}\s*--?>\s*{_TIME}(?P<settings>[^\n]*)$", re.MULTILINE)
_SETTINGS = re.compile(r"(?:\s+\w+:\S+)*\s*")
_WORD_TIME = re.compile(r"<(?:(\d{1,6}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})>")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]+)>")
_TAG = re.compile(r"</?(?:c|v|i|b|u|ruby|rt|lang|font)\b[^>]*>|</[^>]*>|\{\\[^}]*\}", re.IGNORECASE)
_BLOCK = re.compile(r"^(?:NOTE|STYLE|REGION)\b.*?(?:\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)
_IDENTIFIER = re.compile(r"\n[ \t]*\n[^\n]+\n\Z|\n[ \t]*\d+[ \t]*\n\Z")
"""What stands right before the next times, after an empty line: that cue's number or name."""

_NAMED = re.compile(r'^\d+[ \t]+"(?P<name>[^"\n]{1,60})"(?:[ \t]+\(\d+\))?[ \t]*\n', re.MULTILINE)
"""The number of a cue and who speaks in it, as Webex writes them on the line before its times."""

SCREEN_GAP = 0.1
"""Seconds between two cues at most, if a line of the first is to stay for the second."""

ROLLING_SHARE = 0.3
"""Where this share of the cues begins with the last line of the one before, captions roll and repeats are dropped."""


class Cue(NamedTuple):
    """One caption: seconds, lines of words, the voice of its tag, times of words in it."""

    start: float
    end: float
    text: str
    voice: str | None = None
    words: tuple[WordTime, ...] = ()


def sniff(head: str, path: str) -> float:
    """Arrows between two times."""
    if head.lstrip("\ufeff").startswith("WEBVTT") and "-->" in head:
        return 1.0
    timings = list(_TIMING.finditer(head)) if "-->" in head else []
    # Where words stand on the line of the times, the file is text with times before its lines.
    beside = sum(not _SETTINGS.fullmatch(one["settings"]) for one in timings)
    return 0.95 if timings and beside < 0.5 * len(timings) else 0.0


def read(data: str, path: str) -> Source:
    """Read cues; numbers, identifiers, settings and notes are not spoken."""
    notes = len(_BLOCK.findall(data))
    cues, repeats = _unrolled(list(_cues(_BLOCK.sub("", data))))
    segments, speakers_found = label_cues(cues)
    notices = [
        f"{counted(len(cues), 'cue')} read; their numbers and times are not part of the text"
    ]
    if repeats:
        notices.append(f"{counted(repeats, 'line')} repeated by rolling captions dropped")
    if notes:
        notices.append(f"{notes} notes and styles of the file dropped")
    if above := _above(data):
        notices.append(
            f"{counted(len(above), 'line')} before the first cue dropped: {above[0][:60]}"
        )
    return Source(NAME, segments, notices=(*notices, *speakers_found))


def _above(data: str) -> list[str]:
    """Lines before the first cue that are no head of WebVTT and no number."""
    first = _TIMING.search(data)
    if first is None or data.lstrip("\ufeff").startswith("WEBVTT"):
        return []
    lines = [line.strip("\ufeff \t") for line in data[: first.start()].split("\n")]
    return [line for line in lines if line and not line.isdecimal()]


def _cues(data: str) -> Iterator[Cue]:
    """The cues, one a voice where a cue has several."""
    timings = list(_TIMING.finditer(data))
    named = _NAMED.finditer(data) if data.lstrip("\ufeff").startswith("WEBVTT") else ()
    names = {one.end(): one["name"].strip() for one in named}
    for number, match in enumerate(timings):
        end = timings[number + 1].start() if number + 1 < len(timings) else len(data)
        body = data[match.end() : end]
        if number + 1 < len(timings) and not body.endswith("\n\n"):
            last = body.rfind("\n", 0, -1)
            # Most are numbers, and to look for those takes no expression.
            is_number = body.endswith("\n") and last >= 0 and body[last + 1 : -1].isdecimal()
            body = body[:last] if is_number else _IDENTIFIER.sub("\n", body)
        body = body.strip(" \t\n")
        if "\n" in body:
            body = "\n".join([line for line in body.split("\n") if line.strip()])
        if body:
            face = match.groups()
            name = names.get(match.start())
            yield from _voices(_seconds(*face[:4]), _seconds(*face[4:8]), body, name)


def _voices(start: float, end: float, body: str, name: str | None) -> Iterator[Cue]:
    """The cues of `body`, one a voice; `name` is whose it is where no tag says so."""
    if "<" not in body or ("<v" not in body and "<V" not in body):
        words, times = _timed(body)
        if words.strip():
            yield Cue(start, end, words, name, times)
        return
    parts = _VOICE.split(body)
    for voice, text in zip([None, *parts[1::2]], parts[::2], strict=True):
        words, times = _timed(text) if text else ("", ())
        if words.strip():
            yield Cue(start, end, words, html.unescape(voice).strip() if voice else None, times)


def _timed(text: str) -> tuple[str, tuple[WordTime, ...]]:
    """The words without tags, and the times that karaoke tags give some of them."""
    # Most cues have no tags, and a search for each kind of them is what takes the time.
    if "<" not in text and "{" not in text:
        return (html.unescape(text) if "&" in text else text), ()
    times: list[WordTime] = []
    plain = ""
    at = 0
    for match in _WORD_TIME.finditer(text):
        plain += html.unescape(_TAG.sub("", text[at : match.start()]))
        value = _seconds(*match.groups())
        gap = len(plain) - len(plain.lstrip())
        times.append(WordTime(max(0, len(plain) - gap), value))
        at = match.end()
    plain += html.unescape(_TAG.sub("", text[at:]))
    return plain, tuple(times)


def _unrolled(cues: list[Cue]) -> tuple[list[Cue], int]:
    """Cues without the lines that only stay on the screen from the cue before."""
    edges = [_edges(cue.text) for cue in cues]
    stay = sum(
        before[1] == after[0] and one.voice == other.voice and other.start - one.end <= SCREEN_GAP
        for (before, after), (one, other) in zip(pairwise(edges), pairwise(cues), strict=True)
    )
    if len(cues) < 3 or stay < ROLLING_SHARE * len(cues):
        return cues, 0
    kept: list[Cue] = []
    dropped = 0
    last = ""
    for cue in cues:
        lines = [line for line in cue.text.split("\n") if line.strip()]
        near = not kept or cue.start - kept[-1].end <= SCREEN_GAP or cue.start <= kept[-1].end
        fresh: list[str] = []
        for number, line in enumerate(lines):
            # Only the first line stays from before; the same words below it are said again.
            if near and number == 0 and line.strip() == last:
                dropped += 1
                continue
            last = line.strip()
            fresh.append(line)
        if len(fresh) == len(lines):
            kept.append(cue)
        elif fresh:
            text = "\n".join(fresh)
            gone = cue.text.find(fresh[0])
            words = tuple(
                WordTime(one.offset - gone, one.seconds) for one in cue.words if one.offset >= gone
            )
            kept.append(Cue(cue.start, cue.end, text, cue.voice, words))
        elif kept:
            # Still on the screen: what comes next is near to it.
            one = kept[-1]
            kept[-1] = Cue(one.start, max(one.end, cue.end), one.text, one.voice, one.words)
    return kept, dropped


def _edges(text: str) -> tuple[str, str]:
    """The first and the last line of a cue: the first stays on the screen where it was the last."""
    if "\n" in text:
        lines = text.strip().split("\n")
        return lines[0].strip(), lines[-1].strip()
    line = text.strip()
    return line, line


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    # Exact numbers divided once are what the written decimals are read as.
    scale = (1, 10, 100, 1000)[len(fraction)]
    return (whole * scale + int(fraction)) / scale
