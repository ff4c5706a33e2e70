"""JSON of speech services -> plain rows of start, end, speaker and text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]

PAUSE = 1.0
"""Seconds of silence in a channel after which another phrase begins."""

SLOWEST = 10
"""Seconds a word that nobody takes on average."""

_LENGTH = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$")


def recogniser_rows(document: dict[str, Any]) -> Iterator[Row]:
    """Rows of Deepgram, Google, Azure, Rev.ai, Speechmatics and their like; none where it is another document."""
    results = document.get("results")
    if isinstance(results, dict) and isinstance(results.get("channels"), list):
        yield from _deepgram(results)
    elif (
        isinstance(results, list)
        and results
        and isinstance(results[0], dict)
        and "alternatives" in results[0]
    ):
        yield from _speechmatics(results) if "type" in results[0] else _google(results)
    elif isinstance(document.get("recognizedPhrases"), list):
        yield from _azure(document["recognizedPhrases"])
    elif isinstance(document.get("monologues"), list):
        yield from _rev(document["monologues"], document.get("speakers"))
    elif isinstance(document.get("utterances"), list) and "words" in document and "id" in document:
        for one in document["utterances"]:
            thousandth = {key: one[key] / 1000 for key in ("start", "end") if key in one}
            speaker = f"Speaker {one['speaker']}" if one.get("speaker") else None
            yield {**thousandth, "speaker": speaker, "text": one.get("text", "")}
    elif isinstance(document.get("words"), list) and isinstance(document.get("paragraphs"), list):
        yield from _paragraphs(document["words"], document["paragraphs"])
    elif isinstance(document.get("words"), list) and isinstance(document.get("text"), str):
        yield from _words(document["words"], document)


def _deepgram(results: Row) -> Iterator[Row]:
    if results.get("utterances"):
        for one in results["utterances"]:
            who = one.get("channel") if len(results["channels"]) > 1 else one.get("speaker")
            yield {**_kept(one), "text": one.get("transcript", ""), "speaker": who}
        return
    channels = results["channels"]
    if len(channels) > 1:
        yield from _by_channel(channels)
        return
    for channel in channels:
        best = _best(channel)
        words = best.get("words") or []
        for word in words:
            yield {**_kept(word), "text": _spelt(word), "speaker": word.get("speaker")}
        if not words and best.get("transcript"):
            yield {"text": best["transcript"]}


def _by_channel(channels: list[Row]) -> Iterator[Row]:
    """Phrases of several channels, a speaker each, in the order in which they are said."""
    phrases: list[list[Row]] = []
    for number, channel in enumerate(channels):
        best = _best(channel)
        rows: list[Row] = [
            {**_kept(word), "text": _spelt(word), "speaker": number}
            for word in best.get("words") or []
        ]
        for before, row in zip([None, *rows], rows, strict=False):
            if before is None or before["text"][-1:] in ".?!" or _gap(before, row) > PAUSE:
                phrases.append([])
            phrases[-1].append(row)
    for phrase in sorted(phrases, key=lambda one: float(one[0].get("start", 0.0))):
        yield from phrase


def _best(result: Row) -> Row:
    """The likeliest of what was heard; nothing where there is none."""
    best: Row = (result.get("alternatives") or [{}])[0]
    return best


def _gap(before: Row, row: Row) -> float:
    return float(row.get("start", 0.0)) - float(before.get("end", 0.0))


def _spelt(word: Row) -> str:
    return str(word.get("punctuated_word") or word.get("word", ""))


def _google(results: list[Row]) -> Iterator[Row]:
    """Google may say all words again in the last result, with their speakers; then that counts."""
    bests = list(map(_best, results))
    told = [any(word.get("speakerTag") for word in one.get("words") or []) for one in bests]
    if told[-1] and not any(told[:-1]):
        bests = bests[-1:]
    for best in bests:
        words = best.get("words") or []
        for word in words:
            tag = word.get("speakerTag") or word.get("speakerLabel")
            yield {
                "start": word.get("startTime") or word.get("startOffset"),
                "end": word.get("endTime") or word.get("endOffset"),
                "text": word.get("word", ""),
                "speaker": tag or None,
            }
        if not words and best.get("transcript"):
            yield {"text": best["transcript"]}


def _speechmatics(results: list[Row]) -> Iterator[Row]:
    for one in results:
        best = _best(one)
        row: Row = {key: one[key] for key in ("start_time", "end_time") if key in one}
        yield row | {"text": best.get("content", ""), "speaker": best.get("speaker")}


def _paragraphs(words: list[Row], paragraphs: list[Row]) -> Iterator[Row]:
    """Words with times, and paragraphs that say who speaks when but hold no words."""
    if any(one.get("text") for one in paragraphs):
        yield from paragraphs
        return
    starts = [one.get("start", 0.0) for one in paragraphs]
    for word in words:
        number = bisect_right(starts, word.get("start", 0.0)) - 1
        yield {**word, "speaker": paragraphs[max(0, number)].get("speaker")}


def _words(words: list[Row], document: Row) -> Iterator[Row]:
    """Words by themselves where they have speakers or are spelt as the text; else the whole text."""
    kept = [one for one in words if one.get("type", "word") == "word"]
    if any(one.get("speaker") or one.get("speaker_id") for one in kept):
        yield from kept
    elif " ".join(str(one.get("text", "")) for one in kept).split() == document["text"].split():
        yield from _in_seconds(kept)
    elif not isinstance(document.get("segments"), list):
        yield document


def _in_seconds(words: list[Row]) -> Iterator[Row]:
    """Words with times in seconds; whole numbers that grow fast are milliseconds."""
    starts = [start for one in words if (start := one.get("start")) is not None]
    is_whole = all(isinstance(start, int) for start in starts)
    scale = 0.001 if is_whole and max(starts, default=0) > SLOWEST * len(words) else 1.0
    for word in words:
        row: Row = {key: word[key] * scale for key in ("start", "end") if key in word}
        yield row | {"text": word.get("text", "")}


def _azure(phrases: list[Row]) -> Iterator[Row]:
    for one in phrases:
        best = (one.get("nBest") or [{}])[0]
        start, length = _length(one.get("offset")), _length(one.get("duration"))
        end = None if start is None or length is None else start + length
        yield {
            "start": start,
            "end": end,
            "text": best.get("display", ""),
            "speaker": one.get("speaker"),
        }


def _rev(monologues: list[Row], speakers: Any) -> Iterator[Row]:
    listed = (
        [one for one in speakers if isinstance(one, dict)] if isinstance(speakers, list) else []
    )
    names = {one.get("id"): one.get("name") for one in listed}
    for one in monologues:
        elements = one.get("elements") or []
        times = [(e.get("ts"), e.get("end_ts")) for e in elements if e.get("ts") is not None]
        info = one.get("speaker_info") or {}
        yield {
            "start": times[0][0] if times else None,
            "end": times[-1][1] if times else None,
            "text": "".join(str(element.get("value", "")) for element in elements),
            "speaker": info.get("display_name")
            or names.get(one.get("speaker"))
            or one.get("speaker"),
        }


def _kept(one: Row) -> Row:
    return {key: one[key] for key in ("start", "end") if key in one}


def _length(value: Any) -> float | None:
    """Seconds of an ISO 8601 length such as PT1M2.5S."""
    match = _LENGTH.match(value) if isinstance(value, str) else None
    if not match:
        return None
    hours, minutes, seconds = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds or 0)
