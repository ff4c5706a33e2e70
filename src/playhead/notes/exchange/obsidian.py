"""Notes -> Markdown for Obsidian: properties, callouts, tags, and a block id for each note."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from playhead.notes.model import Note
from playhead.text import one_line, safe
from playhead.transcript.citation import cite
from playhead.transcript.model import Transcript

_NOT_IN_TAGS = re.compile(r"[^\w/-]+")


def to_obsidian(transcript: Transcript, notes: Sequence[Note]) -> str:
    """A note a block, in the order of the talk, linked to as `[[file#^id]]`."""
    parts = [_block(transcript, note) for note in sorted(notes, key=lambda one: one.start)]
    return "\n".join(parts)


def properties(transcript: Transcript) -> str:
    """What a new file begins with: properties, which belong to the person from then on."""
    values = {
        "title": transcript.title,
        "channel": transcript.channel,
        "date": transcript.date,
        "source": transcript.address,
    }
    lines = [
        f"{key}: {json.dumps(one_line(value), ensure_ascii=False)}"
        for key, value in values.items()
        if value
    ]
    return "\n".join(["---", *lines, "tags:", "  - playhead", "---"]) + "\n"


def heading(transcript: Transcript) -> str:
    """What stands above the notes of a talk: its title, or the name of its file."""
    path = transcript.origin.path
    name = "Notes" if path == "-" else Path(path).stem
    return f"# {one_line(transcript.title) or one_line(name)}\n\n"


def tag_words(tag: str) -> str:
    """A tag as Obsidian reads it: no spaces or signs, and not of figures alone."""
    word = _NOT_IN_TAGS.sub("-", one_line(tag)).strip("-/") or "tag"
    return f"#{word}_" if word.isdecimal() else f"#{word}"


def _block(transcript: Transcript, note: Note) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in safe(note.quote).split("\n"))
    lines = [f"> [!quote] {cite(transcript, note.start)}", quote, ""]
    if note.note.strip():
        lines += [safe(note.note).strip("\n"), ""]
    if note.tags:
        lines += [" ".join(tag_words(tag) for tag in note.tags), ""]
    # A block id on a line of its own names the block above it.
    return "\n".join([*lines, f"^{_block_id(note.id)}", ""])


def _block_id(id: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-").lower() or "note"
