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
from playhead.formats.source import Source, UnreadableError, WordTime

NAME = "json"
TITLE = (
    "JSON: Whisper, YouTube json3 and caption lists, Podcasting 2.0, AWS Transcribe, Kaldi, chats"
)

_TEXTS = ("text", "body", "message", "content", "transcript", "utf8", "sentence", "caption")
_STARTS = ("start", "startTime", "start_time", "from", "begin", "time", "timestamp", "offset", "ts")
_ENDS = ("end", "endTime", "end_time", "to", "stop")
_SPEAKERS = ("speaker", "speaker_label", "speakerName", "name", "role", "speaker_id")
_LISTS = (
    "segments", "transcript", "transcription", "cues", "captions", "utterances", "results",
    "monologues", "messages", "paragraphs", "chunks", "items", "data", "sentences",
)  # fmt: skip
_CLOCK = re.compile(r"^(?:(\d+):)?(\d+):(\d+(?:[.,]\d+)?)$")


def sniff(head: str, path: str) -> float:
    """An object or a list."""
    first = head.lstrip("\ufeff \n\t")[:1]
    return 0.9 if first in ("{", "[") and '"' in head[:2000] and ":" in head else 0.0


def read(data: str, path: str) -> Source:
    """Find the list of timed texts, whatever its keys, and read it."""
    try:
        document = _document(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" at line {line}" if line else ""
        raise UnreadableError(f"is not whole JSON{where}") from None
    cues = list(_merged(_cues(document)))
    if not cues:
        raise UnreadableError("is JSON without a list of timed texts")
    segments, told = label_cues(cues)
    about = document if isinstance(document, dict) else {}
    return Source(
        NAME,
        segments,
        title=_word(about.get("title")),
        channel=_word(about.get("channel") or about.get("author")),
        date=_word(about.get("date") or about.get("published")),
        address=_address(about),
        language=_word(about.get("language")),
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


def _address(about: dict[str, Any]) -> str:
    id = about.get("video_id") or about.get("videoId")
    if isinstance(id, str) and re.fullmatch(r"[\w-]{11}", id):
        return f"https://www.youtube.com/watch?v={id}"
    url = about.get("url") or about.get("webpage_url")
    return url if isinstance(url, str) and url.startswith("http") else ""


def _cues(document: Any) -> Iterator[Timed]:
    """The cues of a document of any of the shapes that are known."""
    if isinstance(document, list):
        yield from _rows(document)
        return
    if not isinstance(document, dict):
        return
    if "playhead" in document and isinstance(document.get("turns"), list):
        yield from _ours(document)
        return
    if "events" in document:
        yield from _youtube(document["events"])
        return
    results = document.get("results")
    if isinstance(results, dict) and isinstance(results.get("items"), list):
        yield from _amazon(results)
        return
    if found := list(recogniser_rows(document)):
        yield from _rows(found)
        return
    inner = document.get("retval")
    if isinstance(inner, dict) and isinstance(inner.get("words"), list):
        yield from _kaldi(inner, document)
        return
    for key in _LISTS:
        value = document.get(key)
        if isinstance(value, list) and value:
            yield from _rows(value)
            return
        if isinstance(value, dict):
            yield from _cues(value)
            return


def _rows(rows: list[Any]) -> Iterator[Timed]:
    speaker: str | None = None
    start: float | None = None
    for row in rows:
        if isinstance(row, str):
            yield None, None, row, None, ()
            continue
        if not isinstance(row, dict):
            continue
        kind = row.get("type")
        if kind in ("ts", "time", "timestamp"):
            start = seconds(row.get("text"))
            continue
        if kind == "speaker":
            speaker = _word(row.get("text")) or speaker
            continue
        own = next((_name(row[key]) for key in _SPEAKERS if row.get(key) not in (None, "")), None)
        found = next((seconds(row[key]) for key in _STARTS if key in row), None)
        offsets = row.get("offsets") or row.get("timestamp") or row.get("timestamps")
        begin, end = _range(row, offsets, found if found is not None else start)
        text = next((row[key] for key in _TEXTS if isinstance(row.get(key), str)), "")
        if text.strip():
            yield begin, end, text, own or speaker, _words(row, text)


def _range(
    row: dict[str, Any], offsets: Any, start: float | None
) -> tuple[float | None, float | None]:
    end = next((seconds(row[key]) for key in _ENDS if key in row), None)
    if isinstance(offsets, dict):
        low, high = seconds(offsets.get("from")), seconds(offsets.get("to"))
        if low is not None:
            return low / 1000, (high if high is not None else low) / 1000
    if isinstance(offsets, (list, tuple)) and len(offsets) == 2:
        return seconds(offsets[0]), seconds(offsets[1])
    duration = row.get("duration", row.get("dur"))
    if end is None and start is not None and isinstance(duration, (int, float, str)):
        length = seconds(duration)
        end = start + length if length is not None else None
    return start, end


def _words(row: dict[str, Any], text: str) -> tuple[WordTime, ...]:
    """Times of words, where the row has a list of them that spells its text."""
    times: list[WordTime] = []
    at = 0
    for word in row.get("words") or ():
        if not isinstance(word, dict):
            continue
        spelt = _word(word.get("word") or word.get("text") or word.get("punctuated_word"))
        found = text.find(spelt, at) if spelt else -1
        start = next((seconds(word[key]) for key in _STARTS if key in word), None)
        if found >= 0 and start is not None:
            times.append(WordTime(found, start))
            at = found + len(spelt)
    return tuple(times)


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("label") or value.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"Speaker {value}"
    return value.strip() or None if isinstance(value, str) else None


def seconds(value: Any) -> float | None:
    """Seconds from a number, `12.5`, `12.5s` or a clock face; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        if match := _CLOCK.match(value.strip()):
            hours, minutes, rest = match.groups()
            return int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
        try:
            return float(value.strip().removesuffix("s").replace(",", "."))
        except ValueError:
            return None
    return None


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
        who = item.get("speaker_label") or speakers.get(str(item.get("start_time")), who)
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


def _merged(cues: Iterator[Timed]) -> Iterator[Timed]:
    """Join cues of one word each into cues of a turn; punctuation closes up."""
    held: list[Timed] = []
    for cue in cues:
        single = " " not in cue[2].strip()
        if held and (not single or cue[3] != held[0][3] or len(held) >= 200):
            yield _joined(held)
            held = []
        if single:
            held.append(cue)
        else:
            yield cue
    if held:
        yield _joined(held)


def _joined(held: list[Timed]) -> Timed:
    text = ""
    words: list[WordTime] = []
    for start, _, said, _, _ in held:
        said = said.strip()
        if text and not re.fullmatch(r"[.,!?;:…]+", said):
            text += " "
        if start is not None:
            words.append(WordTime(len(text), start))
        text += said
    return held[0][0], held[-1][1], text, held[0][3], tuple(words)
