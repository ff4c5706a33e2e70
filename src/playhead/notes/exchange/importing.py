"""W3C Web Annotations -> notes on a transcript."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from playhead.notes.changes import now
from playhead.notes.model import COLOURS, Note, NotesError
from playhead.transcript.anchoring.anchor import MORE_CONTEXT, Selector, find_anchor
from playhead.transcript.citation import turn_at
from playhead.transcript.model import Transcript

OWN = "urn:playhead:"
"""What the ids of Playhead's own annotations begin with."""
DEPTH = 6
"""Collections, pages and lists within each other above which there are no annotations."""


def read_w3c(text: str, transcript: Transcript) -> tuple[Note, ...]:
    """The annotations of a collection, a page, a list or one alone that quote some words.

    Each stands where its words are in `transcript`; one whose words are not there keeps its quote
    and has no place. Raises NotesError where `text` is no JSON or has none.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotesError(f"is not JSON: {error}") from None
    notes = [_note(one, transcript) for one in _annotations(document)]
    found = tuple(note for note in notes if note is not None)
    if not found:
        raise NotesError("has no annotation that quotes any words")
    return found


def _annotations(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _annotations(one, depth + 1)
    elif isinstance(value, dict):
        if "target" in value:
            yield value
        for key in ("first", "items", "annotations", "rows"):
            yield from _annotations(value.get(key), depth + 1)


def _note(annotation: dict[str, Any], transcript: Transcript) -> Note | None:
    selector = _selector(annotation["target"], transcript)
    if selector is None:
        return None
    found = find_anchor(transcript.text, selector)
    start, end, turn = selector.start, selector.end, None
    if found.start is not None and found.end is not None and found.state != "ambiguous":
        start, end = found.start, found.end
        turn = turn_at(transcript, start)
    stamp = _text(annotation.get("created")) or now()
    bodies = list(_bodies(annotation))
    return Note(
        id=_id(annotation),
        created=stamp,
        updated=_text(annotation.get("modified") or annotation.get("updated")) or stamp,
        turn=turn.id if turn else "",
        speaker=transcript.name_of(turn.speaker) if turn else "",
        quote=selector.quote,
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=start,
        end=end,
        note="\n\n".join(words for purpose, words in bodies if purpose != "tagging"),
        tags=tuple(dict.fromkeys(words for purpose, words in bodies if purpose == "tagging")),
        colour=_colour(annotation["target"]),
    )


def _colour(target: Any) -> str:
    """The colour in which the words are highlighted, where it is one of ours."""
    named = [one.get("styleClass") for one in _listed(target) if isinstance(one, dict)]
    return next((one for one in named if one in COLOURS), "")


def _selector(target: Any, transcript: Transcript) -> Selector | None:
    """The selector of a target; a position alone quotes the words that stand there."""
    for one in _listed(target):
        found = one.get("selector") if isinstance(one, dict) else None
        kinds = {each.get("type"): each for each in _selectors(found)}
        position = kinds.get("TextPositionSelector", {})
        start, end = _number(position.get("start")), _number(position.get("end"))
        quote = kinds.get("TextQuoteSelector", {})
        exact = _text(quote.get("exact")) or transcript.text[start:end]
        if exact.strip():
            prefix, suffix = _text(quote.get("prefix")), _text(quote.get("suffix"))
            return Selector(exact, prefix[-MORE_CONTEXT:], suffix[:MORE_CONTEXT], start, end)
    return None


def _selectors(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """A selector, a list or a choice of some, and those that refine another."""
    if depth > DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _selectors(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("refinedBy", "items"):
            yield from _selectors(value.get(key), depth + 1)


def _bodies(annotation: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Purpose and words of each body; Hypothesis writes `text` and `tags` instead."""
    body = annotation.get("body", annotation.get("bodyValue"))
    for one in _listed(body):
        if isinstance(one, str):
            yield "commenting", one
        elif isinstance(one, dict) and (words := _text(one.get("value"))):
            yield _text(one.get("purpose")) or "commenting", words
    if words := _text(annotation.get("text")):
        yield "commenting", words
    tags = annotation.get("tags")
    for tag in tags if isinstance(tags, list) else []:
        yield "tagging", _text(tag)


def _id(annotation: dict[str, Any]) -> str:
    """The id of one of ours; of another's one made from it, so that it is taken but once."""
    name = _text(annotation.get("id"))
    if name.startswith(OWN) and len(name) > len(OWN):
        return name.removeprefix(OWN)
    whole = name or json.dumps(annotation, sort_keys=True)
    return "W3C" + hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:23].upper()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return max(0, value) if isinstance(value, int) else 0
