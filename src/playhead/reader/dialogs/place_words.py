"""What a person types to go somewhere -> the offset it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playhead.reader.panes.places import offset_at, time_of, turn_at, turn_index
from playhead.text import one_line
from playhead.transcript.model import Transcript
from playhead.transcript.times import clock_face, seconds_at

_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):([0-5]?\d)(?:[.,]\d+)?$")
_UNITS = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?$", re.IGNORECASE)
SIGNS = {"+": 1, "-": -1, "−": -1}
HINT = "24  turn · q4  question · 12:30  time · 40%  of the talk · +5  turns on · -30s  back"
_WORDS = 60
"""Characters of the text shown of where a place leads."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words lead; where they lead nowhere `offset` is None and `hint` says why."""

    offset: int | None
    hint: str


def read_place(words: str, transcript: Transcript, here: int = 0) -> Place:
    """Read a turn number, `q` and a question number, a time, or a percentage.

    With a sign before it a number of turns or a time is counted from the offset `here`.
    """
    words = words.strip().lstrip(":").strip().casefold()
    turns = transcript.turns
    if not words:
        return Place(None, HINT)
    if not turns:
        return Place(None, "There is nothing here to go to.")
    if words.endswith("%"):
        return _percent(words[:-1].strip(), transcript)
    if words[:1] in SIGNS:
        return _from_here(words, transcript, here)
    if words[:1] in "qt" and words[1:].strip().isdigit():
        number = int(words[1:])
        return _question(number, transcript) if words[0] == "q" else _turn(number, transcript)
    if words.isdecimal() and words.isascii():
        return _turn(int(words[:9]), transcript)
    seconds = read_seconds(words)
    if seconds is None:
        return Place(None, f"“{one_line(words)}” is no turn, time or percentage.")
    return _time(seconds, transcript)


def read_seconds(words: str) -> float | None:
    """Seconds of `12:30`, `1:02:33`, `12m30s`, `90s`; None for other words."""
    if match := _CLOCK.fullmatch(words):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    match = _UNITS.fullmatch(words)
    if words and match and any(match.groups()):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None


def _from_here(words: str, transcript: Transcript, here: int) -> Place:
    sign, count = SIGNS[words[0]], words[1:].strip()
    if count.isdecimal() and count.isascii():
        number = turn_index(transcript, here) + 1 + sign * int(count[:9])
        return _turn(max(1, min(len(transcript.turns), number)), transcript)
    seconds = read_seconds(count)
    if seconds is None:
        return Place(None, "+5 or -5 is so many turns, +30s or -1:30 so much time.")
    end = transcript.turns[-1].time.end
    return _time(max(0.0, min(end, seconds_at(transcript, here) + sign * seconds)), transcript)


def _turn(number: int, transcript: Transcript) -> Place:
    last = len(transcript.turns)
    if not 1 <= number <= last:
        return Place(None, f"There are turns 1 to {last}.")
    return _place(transcript.turns[number - 1].start, transcript)


def _question(number: int, transcript: Transcript) -> Place:
    last = len(transcript.exchanges)
    if not 1 <= number <= last:
        return Place(None, f"There are questions 1 to {last}." if last else "No questions here.")
    asked = transcript.exchanges[number - 1].question[0]
    start = next(turn.start for turn in transcript.turns if turn.id == asked)
    return _place(start, transcript)


def _percent(words: str, transcript: Transcript) -> Place:
    try:
        share = float(words.replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        return Place(None, "A percentage lies between 0% and 100%.")
    return _time(share / 100 * transcript.turns[-1].time.end, transcript)


def _time(seconds: float, transcript: Transcript) -> Place:
    end = transcript.turns[-1].time.end
    if seconds > end:
        return Place(None, f"The talk ends at {clock_face(end)}.")
    return _place(offset_at(transcript, seconds), transcript)


def _place(offset: int, transcript: Transcript) -> Place:
    turn = turn_at(transcript, offset)
    name = one_line(transcript.name_of(turn.speaker)) if turn else ""
    number = turn_index(transcript, offset) + 1
    said = one_line(transcript.text[offset : offset + 2 * _WORDS])[:_WORDS]
    parts = [f"turn {number}", name, time_of(transcript, offset), f"“{said}…”"]
    return Place(offset, " · ".join(part for part in parts if part))
