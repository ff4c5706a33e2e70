"""How lists write speakers and highlights: as the text itself does."""

from __future__ import annotations

from playhead.reader.view.palette import voice_looks
from playhead.transcript.model import Transcript

VOICES = {
    "host": "bold $text-primary",
    "guest": "bold $text-accent",
    "third": "bold $text-success",
    "fourth": "bold $text-warning",
}
NOBODY = "bold $foreground-muted"
HIGHLIGHTS = {
    "yellow": "on gold 28%",
    "green": "on limegreen 26%",
    "blue": "on dodgerblue 28%",
    "pink": "on hotpink 28%",
}
NOTE_SIGN = "$text-success"
EXACT = "bold on $warning 38%"
APPROXIMATE = "underline on $warning 18%"
"""Approximate matches are underlined and exact ones bold, so that colour is not needed."""


def voice_style(transcript: Transcript, speaker: str | None) -> str:
    """The style of a speaker's name."""
    looks = voice_looks([one.id for one in transcript.speakers])
    return VOICES.get(looks.get(speaker or "", ""), NOBODY)
