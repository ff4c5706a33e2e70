"""The corrections and the rulings on topics that a file of notes holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playhead.files import read_bytes
from playhead.formats.unreadable import UnreadableError
from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import Document
from playhead.notes.model import NotesError
from playhead.notes.values import to_correction
from playhead.transcript.anchoring.anchor import Selector
from playhead.transcript.corrections.applying import Correction
from playhead.transcript.topics.rulings import TopicRuling


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in the file at `path`, in order. Raises NotesError."""
    found = (to_correction(one.values or {}) for one in _read(path).entries("corrections"))
    return tuple(one for one in found if one is not None)


def load_rulings(path: Path) -> tuple[TopicRuling, ...]:
    """The rulings on topics in the file at `path`, in order. Raises NotesError."""
    found = (to_ruling(one.values or {}) for one in _read(path).entries("topics"))
    return tuple(one for one in found if one is not None)


def to_ruling(values: dict[str, Any]) -> TopicRuling | None:
    """The ruling that an entry describes; None where it says nothing we know."""
    action, topic, to = values.get("action"), values.get("topic"), values.get("to", "")
    if action == "add" and topic and (place := _selector(values)):
        return TopicRuling(str(values["id"]), "add", str(topic), place=place)
    if action not in ("rename", "merge", "hide") or not topic or not (to or action == "hide"):
        return None
    return TopicRuling(str(values["id"]), action, str(topic), str(to))


def _selector(values: dict[str, Any]) -> Selector | None:
    """Where an entry stands; None where it has no quote."""
    start, end = (str(values.get(key, "")) for key in ("start", "end"))
    if not values.get("quote") or not (start.isdecimal() and end.isdecimal()):
        return None
    quote, prefix, suffix = (str(values.get(key, "")) for key in ("quote", "prefix", "suffix"))
    return Selector(quote, prefix, suffix, int(start), int(end))


def _read(path: Path) -> Document:
    try:
        return read_document(read_bytes(str(path)))
    except UnreadableError as error:
        raise NotesError(f"cannot be read: {error}") from None
