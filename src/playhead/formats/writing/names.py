"""The name that stands for the speaker of a turn in a written file."""

from __future__ import annotations

from playhead.text import one_line
from playhead.transcript.model import Transcript, Turn

UNKNOWN = "Unknown"
"""Who speaks where nothing can be said: without a label the words would be read as the last one's."""


def name_of(transcript: Transcript, turn: Turn) -> str:
    """The speaker's name on one line, without the colon that would end it.

    Empty where nobody's name is known in the whole talk.
    """
    if not transcript.speakers:
        return ""
    return one_line(transcript.name_of(turn.speaker)).replace(":", "") or UNKNOWN


def mark_of(transcript: Transcript, turn: Turn) -> str:
    """What stands for another speaker coming in where there are no names."""
    is_first = turn is transcript.turns[0]
    return "" if transcript.speakers or is_first else ">> "
