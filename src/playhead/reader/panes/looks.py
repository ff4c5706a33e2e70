"""How lists write speakers and highlights: as the text itself does."""

from __future__ import annotations

from playhead.reader.view.palette import COLOURS, voice_looks
from playhead.transcript.model import Transcript

VOICES = {
    "host": "bold $voice-1",
    "guest": "bold $voice-2",
    "third": "bold $voice-3",
    "fourth": "bold $voice-4",
    "fifth": "bold $voice-5",
    "sixth": "bold $voice-6",
}
NOBODY = "bold $foreground-muted"
NOTE_SIGN = "$text-success"
EXACT = ".look--exact"
APPROXIMATE = ".look--near"
"""Component classes of a pane; what only comes near is underlined, so that colour is not needed."""
HIGHLIGHTS = {colour: f".look--{colour}" for colour in COLOURS}


def voice_style(transcript: Transcript, speaker: str | None) -> str:
    """The style of a speaker's name."""
    looks = voice_looks([one.id for one in transcript.speakers])
    return VOICES.get(looks.get(speaker or "", ""), NOBODY)
