"""How a moment of the talk is cited: speaker, title, channel, date, time, link."""

from __future__ import annotations

from bisect import bisect_right
from urllib.parse import urlsplit

from playhead.text import one_line
from playhead.transcript.anchoring.anchor import Heard
from playhead.transcript.model import Transcript, Turn
from playhead.transcript.times import clock_face, seconds_at


def turn_at(transcript: Transcript, offset: int) -> Turn | None:
    """The turn that the character at `offset` is in, or the last one begun before it."""
    index = bisect_right(transcript.turns, offset, key=lambda turn: turn.start)
    return transcript.turns[max(0, index - 1)] if transcript.turns else None


def heard_at(transcript: Transcript, offset: int) -> Heard:
    """Who says what stands at `offset`, and when if the source tells."""
    turn = turn_at(transcript, offset)
    if turn is None:
        return Heard()
    time = None if turn.time.estimated else round(seconds_at(transcript, offset), 1)
    return Heard(transcript.name_of(turn.speaker), time)


def cite(transcript: Transcript, offset: int) -> str:
    """One line that attributes the words at `offset`; an estimated time is marked by ≈."""
    turn = turn_at(transcript, offset)
    name = transcript.name_of(turn.speaker) if turn else ""
    mark = "≈ " if turn and turn.time.estimated else ""
    parts = [name, transcript.title, transcript.channel, transcript.date]
    parts.append(mark + clock_face(seconds_at(transcript, offset)))
    parts.append(link_at(transcript, offset))
    return " · ".join(one_line(part) for part in parts if part)


def link_at(transcript: Transcript, offset: int) -> str:
    """The address of the source at that second; empty where there is none or times are guesses."""
    address = transcript.address
    turn = turn_at(transcript, offset)
    if not address or turn is None or turn.time.estimated:
        return address
    seconds = int(seconds_at(transcript, offset))
    parts = urlsplit(address)
    if parts.hostname and parts.hostname.removeprefix("www.") in ("youtube.com", "youtu.be"):
        join = "&" if parts.query else "?"
        return f"{address}{join}t={seconds}s"
    return f"{address}#t={seconds}"
