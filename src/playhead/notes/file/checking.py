"""What is wrong with the entries of a file of notes, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playhead.notes.corrections import to_ruling
from playhead.notes.file.document import Document
from playhead.notes.file.events import read_tree
from playhead.notes.file.pieces import Piece
from playhead.notes.values import to_correction, to_note

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def find_faults(document: Document) -> Iterator[str]:
    """Entries that say less than they should, a line each, with line and column."""
    above = ""
    for piece in document.pieces:
        if piece.values is not None:
            for key, fault in _faults(piece, piece.values):
                text = above + piece.text[: _offset(piece, key)]
                line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
                yield f"line {line}, column {column}: {fault}"
        above += piece.text


def _faults(piece: Piece, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of key and fault."""
    if piece.list == "notes":
        yield from _faults_of_note(values)
    elif piece.list == "corrections" and to_correction(values) is None:
        yield "action", f"the action of {piece.id} is none that is known; it is not applied"
    elif piece.list == "topics" and to_ruling(values) is None:
        yield "action", f"the ruling {piece.id} is none that is known; it is not applied"


def _faults_of_note(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    id = values["id"]
    if not str(values.get("quote", "")).strip():
        yield "quote", f"the note {id} quotes nothing, so it has no place"
    for key in ("start", "end"):
        if key in values and not str(values[key]).isdecimal():
            yield key, f"{key} of the note {id} is not a number"
    if "time" in values and to_note(values).time is None:
        yield "time", f"time of the note {id} is not a number of seconds"
    for key in ("created", "updated"):
        if values.get(key) and not _TIME.fullmatch(str(values[key])):
            yield key, f"{key} of the note {id} is not a time such as 2026-11-23T21:00:00Z"
    for key in ("note", "quote", "prefix", "suffix", "speaker", "turn"):
        if not isinstance(values.get(key, ""), str):
            yield key, f"{key} of the note {id} is not text"


def _offset(piece: Piece, key: str) -> int:
    """Where a key stands in the text of an entry; where it lacks it, where the entry begins."""
    tree = read_tree(f"[{piece.bare}\n]" if piece.is_flow else piece.text)
    assert tree is not None
    entry = tree.value[0]
    first = len(piece.bare) - len(piece.bare.lstrip())
    return entry.keys[key] - piece.is_flow if key in entry.keys else first
