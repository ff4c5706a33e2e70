"""Where an offset lies: its turn, its seconds, and how both are written."""

from __future__ import annotations

from bisect import bisect_right

from playhead.reader.view.words import stretch_at
from playhead.transcript.model import Transcript, Turn
from playhead.transcript.times import clock_face, offset_in, seconds_at


def turn_index(transcript: Transcript, offset: int) -> int:
    """The index of the turn at `offset`; the last one begun before it."""
    return max(0, bisect_right(transcript.turns, offset, key=lambda turn: turn.start) - 1)


def turn_at(transcript: Transcript, offset: int) -> Turn | None:
    """The turn at `offset`, None where the transcript has none."""
    return transcript.turns[turn_index(transcript, offset)] if transcript.turns else None


def offset_at(transcript: Transcript, seconds: float) -> int:
    """The beginning of the word heard at `seconds`; the way back from `seconds_at`."""
    turns = transcript.turns
    if not turns:
        return 0
    turn = turns[max(0, bisect_right(turns, seconds, key=lambda one: one.time.start) - 1)]
    at = offset_in(transcript, turn, seconds)
    return max(turn.start, stretch_at(transcript.text, at)[0])


def are_times_estimated(transcript: Transcript) -> bool:
    """Whether the times are made from the words because the source has none."""
    return bool(transcript.turns) and transcript.turns[0].time.estimated


def time_of(transcript: Transcript, offset: int) -> str:
    """The time at `offset` as the screen writes it, `≈` before an estimate."""
    face = clock_face(seconds_at(transcript, offset))
    return f"≈ {face}" if are_times_estimated(transcript) else face
