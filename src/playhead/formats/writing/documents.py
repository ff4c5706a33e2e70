"""Transcript -> JSON: our own document, and Podcasting 2.0 segments."""

from __future__ import annotations

import json

from playhead.formats.writing.names import name_of
from playhead.transcript.document import to_document
from playhead.transcript.model import Transcript


def to_json(transcript: Transcript) -> str:
    """The document of `parse --format json`."""
    return json.dumps(to_document(transcript), ensure_ascii=False, indent=1) + "\n"


def to_podcast(transcript: Transcript) -> str:
    """Podcasting 2.0 JSON, a segment a turn."""
    segments = [
        {
            **({"speaker": name} if (name := name_of(transcript, turn)) else {}),
            "startTime": turn.time.start,
            "endTime": turn.time.end,
            "body": transcript.words(turn),
        }
        for turn in transcript.turns
    ]
    document = {"version": "1.0.0", "segments": segments}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
