"""Where an offset lies: its turn, its seconds, and how both are written."""

from __future__ import annotations

from bisect import bisect_right

from playhead.transcript.model import Transcript, Turn
from playhead.transcript.times import clock_face


def turn_index(transcript: Transcript, offset: int) -> int:
    """The index of the turn at `offset`; the last one begun before it."""
    return max(0, bisect_right(transcript.turns, offset, key=lambda turn: turn.start) - 1)


def turn_at(transcript: Transcript, offset: int) -> Turn | None:
    """The turn at `offset`, None where the transcript has none."""
    return transcript.turns[turn_index(transcript, offset)] if transcript.turns else None


def seconds_at(transcript: Transcript, offset: int) -> float:
    """When the character at `offset` is heard, interpolated inside its turn."""
    turn = turn_at(transcript, offset)
    if turn is None:
        return 0.0
    share = (offset - turn.start) / max(1, turn.end - turn.start)
    return turn.time.start + max(0.0, min(1.0, share)) * (turn.time.end - turn.time.start)


def are_times_estimated(transcript: Transcript) -> bool:
    """Whether the times are made from the words because the source has none."""
    return bool(transcript.turns) and transcript.turns[0].time.estimated


def time_of(transcript: Transcript, offset: int) -> str:
    """The time at `offset` as the screen writes it, `≈` before an estimate."""
    face = clock_face(seconds_at(transcript, offset))
    return f"≈ {face}" if are_times_estimated(transcript) else face
