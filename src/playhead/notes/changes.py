"""One step of what a person does to their notes, made on what is in the file now."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import Any

from playhead.notes.document import Document
from playhead.notes.merge import as_read, merge_values

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Change:
    """One step of undo: an entry of a list before and after; None where there was or is none."""

    list: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    words: str


def new_id() -> str:
    """A ULID: 48 bits of time and 80 of chance, 26 letters that sort by age."""
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def now() -> str:
    """The time in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def apply_change(document: Document, change: Change) -> list[str]:
    """Make a change on what is in the file now; what is said where others changed it too."""
    piece = document.find(change.list, change.id)
    now_there = as_read(piece.values) if piece is not None and piece.values else None
    before = as_read(change.before) if change.before is not None else None
    if change.after is None:
        if now_there is not None and before is not None and now_there != before:
            return [f"{change.id} was changed elsewhere and is not deleted"]
        if now_there is not None:
            document.remove(change.list, change.id)
        return []
    if now_there is None:
        document.add(change.list, change.after)
        return []
    if before is None or now_there == before:
        document.replace(change.list, change.id, change.after)
        return []
    merged, conflict = merge_values(before, as_read(change.after), now_there)
    document.replace(change.list, change.id, merged)
    if conflict:
        document.add(change.list, {**change.after, "id": new_id()})
        return [f"{change.id} was changed elsewhere too; both versions are kept"]
    return []
