"""Entries of the file, as text and lists, -> notes and corrections."""

from __future__ import annotations

from typing import Any

from playhead.notes.model import Note
from playhead.transcript.corrections.applying import Correction


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
    )


def from_note(note: Note) -> dict[str, Any]:
    """The entry that describes a note."""
    values = {name: getattr(note, name) for name in Note.__slots__}
    values["tags"] = list(note.tags)
    if not note.colour:
        del values["colour"]
    return values


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


def _number(values: dict[str, Any], key: str) -> int:
    try:
        return max(0, int(values.get(key, 0)))
    except (TypeError, ValueError):
        return 0
