"""Entries of the file, as text and lists, -> notes and corrections."""

from __future__ import annotations

import math
from typing import Any

from playhead.notes.model import Note
from playhead.transcript.anchoring.anchor import Selector, make_selector
from playhead.transcript.citation import heard_at, turn_at
from playhead.transcript.corrections.applying import Correction
from playhead.transcript.model import Transcript

LATER = ("colour", "time")
"""Keys that an entry has only where there is something to say."""


def to_note(values: dict[str, Any]) -> Note:
    """The note that an entry describes; what it lacks is empty."""
    tags = values.get("tags", [])
    return Note(
        id=str(values["id"]),
        created=_text(values, "created"),
        updated=_text(values, "updated"),
        turn=_text(values, "turn"),
        speaker=_text(values, "speaker"),
        quote=_text(values, "quote"),
        prefix=_text(values, "prefix"),
        suffix=_text(values, "suffix"),
        start=_number(values, "start"),
        end=_number(values, "end"),
        note=_text(values, "note"),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (str(tags),),
        colour=_text(values, "colour"),
        time=_seconds(values),
    )


def from_note(note: Note) -> dict[str, Any]:
    """The entry that describes a note."""
    values = {name: getattr(note, name) for name in Note.__slots__}
    values["tags"] = list(note.tags)
    return {
        name: value
        for name, value in values.items()
        if name not in LATER or value not in ("", None)
    }


def place_values(transcript: Transcript, start: int, end: int) -> dict[str, Any]:
    """What an entry says of the place of `text[start:end]`."""
    selector, heard = make_selector(transcript.text, start, end), heard_at(transcript, start)
    turn = turn_at(transcript, start)
    values = {
        "turn": turn.id if turn else "",
        "speaker": heard.speaker,
        **selector_values(selector),
    }
    return values if heard.time is None else {**values, "time": heard.time}


def selector_values(selector: Selector) -> dict[str, Any]:
    """What an entry says of the words it stands on."""
    return {name: getattr(selector, name) for name in ("quote", "prefix", "suffix", "start", "end")}


def to_correction(values: dict[str, Any]) -> Correction | None:
    """The correction that an entry describes; None where its action is unknown."""
    action = values.get("action")
    if action not in ("split", "merge", "speaker", "rename", "section"):
        return None
    return Correction(
        id=str(values["id"]),
        action=action,
        quote=_text(values, "quote"),
        prefix=_text(values, "prefix"),
        suffix=_text(values, "suffix"),
        start=_number(values, "start"),
        end=_number(values, "end"),
        speaker=_text(values, "speaker"),
        to=_text(values, "to"),
    )


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key, "")
    return value if isinstance(value, str) else str(value)


def _seconds(values: dict[str, Any]) -> float | None:
    try:
        seconds = float(values["time"])
    except (KeyError, TypeError, ValueError):
        return None
    return seconds if math.isfinite(seconds) else None


def _number(values: dict[str, Any], key: str) -> int:
    try:
        return max(0, int(values.get(key, 0)))
    except (TypeError, ValueError):
        return 0
