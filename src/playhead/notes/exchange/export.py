"""Notes -> Markdown, CSV, JSON and W3C Web Annotation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from playhead.notes.exchange.obsidian import heading, tag_words, to_obsidian
from playhead.notes.model import Note
from playhead.text import safe
from playhead.transcript.citation import cite, link_at
from playhead.transcript.model import Transcript

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How cells begin that a spreadsheet takes for formulas, and may obey."""

Export = Callable[[Transcript, Sequence[Note]], str]


def to_markdown(transcript: Transcript, notes: Sequence[Note]) -> str:
    """Quotes with citation and note, in the order of the talk; tags as Obsidian reads them."""
    parts = [heading(transcript).removesuffix("\n")]
    for note in sorted(notes, key=lambda one: one.start):
        quote = safe(note.quote).replace("\n", "\n> ")
        parts.append(f"> {quote}\n>\n> — {cite(transcript, note.start)}\n")
        if note.note:
            parts.append(safe(note.note) + "\n")
        if note.tags:
            parts.append(" ".join(tag_words(tag) for tag in note.tags) + "\n")
    return "\n".join(parts)


def to_csv(transcript: Transcript, notes: Sequence[Note]) -> str:
    """A row a note, with a header; words that begin as a formula does come after an apostrophe.

    Spreadsheets obey formulas also in quotes, and a transcript may come from anywhere.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = (
        "id", "created", "updated", "turn", "speaker",
        "quote", "start", "end", "note", "tags", "colour",
    )  # fmt: skip
    writer.writerow(names)
    for note in notes:
        values = asdict(note) | {"tags": " ".join(note.tags)}
        writer.writerow([_cell(values[name]) for name in names])
    return out.getvalue()


def _cell(value: object) -> str:
    words = safe(str(value))
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA) else words


def to_json(transcript: Transcript, notes: Sequence[Note]) -> str:
    """A list of notes."""
    return json.dumps([asdict(note) for note in notes], indent=1) + "\n"


def to_w3c(transcript: Transcript, notes: Sequence[Note]) -> str:
    """A Web Annotation collection (W3C Recommendation of 23 February 2017)."""
    source = transcript.address or f"urn:sha256:{transcript.origin.sha256}"
    items = [_annotation(source, transcript, note) for note in notes]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": transcript.title,
        "total": len(items),
        "first": {"type": "AnnotationPage", "items": items},
    }
    return json.dumps(collection, indent=1) + "\n"


def _annotation(source: str, transcript: Transcript, note: Note) -> dict[str, Any]:
    body: list[dict[str, Any]] = []
    if note.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": note.note})
    body += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.tags]
    quote = {
        "type": "TextQuoteSelector",
        "exact": note.quote,
        "prefix": note.prefix,
        "suffix": note.suffix,
    }
    position = {"type": "TextPositionSelector", "start": note.start, "end": note.end}
    target: dict[str, Any] = {"source": source, "selector": [quote, position]}
    if note.colour:
        target["styleClass"] = note.colour
    if link := link_at(transcript, note.start):
        target["rendering"] = link
    return {
        "id": f"urn:playhead:{note.id}",
        "type": "Annotation",
        "motivation": "commenting" if note.note else "highlighting",
        "created": note.created,
        "modified": note.updated,
        "body": body,
        "target": target,
    }


EXPORTS: dict[str, Export] = {
    "markdown": to_markdown,
    "obsidian": to_obsidian,
    "csv": to_csv,
    "json": to_json,
    "w3c": to_w3c,
}
