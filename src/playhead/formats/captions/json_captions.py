"""JSON of captions and recognisers: lists of timed texts, with speakers where they have them.

Whisper and its kin, YouTube caption lists and json3, Podcasting 2.0, AWS Transcribe, Kaldi, chats
and blocks: each is found by the keys it has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from playhead.formats.captions.cue_labels import Timed, label_cues
from playhead.formats.captions.recognisers import recogniser_rows
from playhead.formats.captions.rows import cues_of, merged, seconds
from playhead.formats.source import Source, WordTime
from playhead.formats.unreadable import UnreadableError

NAME = "json"
TITLE = (
    "JSON: Whisper, YouTube json3 and caption lists, Podcasting 2.0, AWS Transcribe, Kaldi, chats"
)

_LISTS = (
    "segments", "transcript", "transcription", "cues", "captions", "subtitles", "snippets", "utterances",
    "turns", "results", "monologues", "messages", "paragraphs", "chunks", "items", "data", "sentences",
    "transcripts", "speech", "lines", "entries", "dialogue", "conversation", "interview", "blocks",
    "words",
)  # fmt: skip
_BEGIN = re.compile(r"[\ufeff\s]*(?:\{\s*[\"}]|\[\s*(?:[{\"]|\[\s*[\[{\"]))")
_ABOUT = ("metadata", "meta", "info", "video", "episode", "result")
DEEPEST = 6
"""Objects within objects that are searched for a list of texts."""


def sniff(head: str, path: str) -> float:
    """An object or a list."""
    begins = _BEGIN.match(head)
    return 0.9 if begins and '"' in head[:2000] and ":" in head else 0.0


def read(data: str, path: str) -> Source:
    """Find the list of timed texts, whatever its keys, and read it."""
    try:
        document = _document(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" at line {line}" if line else ""
        raise UnreadableError(f"is not whole JSON{where}") from None
    try:
        cues = list(merged(_cues(document)))
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError):
        raise UnreadableError("is JSON of a known shape with something unknown in it") from None
    if not cues:
        raise UnreadableError("is JSON without a list of timed texts")
    segments, told = label_cues(cues)
    about = _about(document)
    return Source(
        NAME,
        segments,
        title=_word(about.get("title")),
        channel=_word(about.get("channel") or about.get("author")),
        date=_word(about.get("date") or about.get("published") or about.get("upload_date")),
        address=_address(about),
        language=_word(about.get("language") or about.get("language_code")),
        notices=(f"{len(cues)} timed texts read", *told),
    )


def _document(data: str) -> Any:
    """The document, or the list of documents where each line is one."""
    try:
        return json.loads(data)
    except ValueError:
        lines = [line for line in data.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        try:
            return [json.loads(line) for line in lines]
        except ValueError:
            pass
        raise


def _word(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _about(document: Any) -> dict[str, Any]:
    """What a document says of itself, on top or in an object for that."""
    if not isinstance(document, dict):
        return {}
    inner = [document[key] for key in _ABOUT if isinstance(document.get(key), dict)]
    return {key: value for one in (*reversed(inner), document) for key, value in one.items()}


def _address(about: dict[str, Any]) -> str:
    id = about.get("video_id") or about.get("videoId")
    if isinstance(id, str) and re.fullmatch(r"[\w-]{11}", id):
        return f"https://www.youtube.com/watch?v={id}"
    url = about.get("url") or about.get("webpage_url")
    return url if isinstance(url, str) and url.startswith("http") else ""


def _cues(document: Any, depth: int = 0) -> Iterator[Timed]:
    """The cues of a document of any of the shapes that are known."""
    if isinstance(document, list):
        yield from cues_of(document)
        return
    if not isinstance(document, dict) or depth > DEEPEST:
        return
    if "playhead" in document and isinstance(document.get("turns"), list):
        yield from _ours(document)
        return
    if isinstance(document.get("events"), list):
        yield from _youtube(document["events"])
        return
    results = document.get("results")
    if isinstance(results, dict) and isinstance(results.get("items"), list):
        yield from _amazon(results)
        return
    if found := list(recogniser_rows(document)):
        yield from cues_of(found)
        return
    inner = document.get("retval")
    if isinstance(inner, dict) and isinstance(inner.get("words"), list):
        yield from _kaldi(inner, document)
        return
    yield from _listed(document, depth)


def _listed(document: dict[str, Any], depth: int) -> Iterator[Timed]:
    """The first list with words in it under a known key; the text of the whole if there is none."""
    for key in _LISTS:
        value = document.get(key)
        if found := list(_cues(value, depth + 1)):
            yield from found
            return
    yield from cues_of([document])


def _ours(document: dict[str, Any]) -> Iterator[Timed]:
    """The turns of a document that `parse --format json` wrote."""
    people = document.get("speakers") or ()
    names = {one.get("id"): one.get("name") for one in people if isinstance(one, dict)}
    for turn in document["turns"]:
        time = turn.get("time") or {}
        given = time if not time.get("estimated") else {}
        name = names.get(turn.get("speaker"))
        yield seconds(given.get("start")), seconds(given.get("end")), turn["text"], name, ()


def _youtube(events: Any) -> Iterator[Timed]:
    for event in events if isinstance(events, list) else ():
        if not isinstance(event, dict):
            continue
        start = event.get("tStartMs", 0) / 1000
        text, words = "", []
        for piece in event.get("segs") or ():
            said = piece.get("utf8", "") if isinstance(piece, dict) else ""
            if said.strip():
                gap = len(said) - len(said.lstrip())
                words.append(WordTime(len(text) + gap, start + piece.get("tOffsetMs", 0) / 1000))
            text += said
        if text.strip():
            yield start, start + event.get("dDurationMs", 0) / 1000, text, None, tuple(words)


def _amazon(results: dict[str, Any]) -> Iterator[Timed]:
    speakers: dict[str, str] = {}
    for segment in (results.get("speaker_labels") or {}).get("segments") or ():
        for item in segment.get("items") or ():
            speakers[str(item.get("start_time"))] = str(segment.get("speaker_label"))
    who: str | None = None
    for item in results["items"]:
        best = (item.get("alternatives") or [{}])[0].get("content", "")
        start, end = seconds(item.get("start_time")), seconds(item.get("end_time"))
        label = item.get("speaker_label") or item.get("channel_label")
        who = label or speakers.get(str(item.get("start_time")), who)
        yield start, end, best, who, ()


def _kaldi(inner: dict[str, Any], document: dict[str, Any]) -> Iterator[Timed]:
    parts = (
        (document.get("segmentation") or inner.get("segmentation") or {}).get("segments")
    ) or []
    edges = [
        (part.get("start", 0.0), (part.get("speaker") or {}).get("@id", ""))
        for part in parts
        if isinstance(part, dict)
    ]
    for word in inner["words"]:
        start = seconds(word.get("start"))
        who = next(
            (name for at, name in reversed(edges) if start is not None and at <= start), None
        )
        said = word.get("punct") or word.get("word") or ""
        yield start, seconds(word.get("end")), said, who or None, ()
