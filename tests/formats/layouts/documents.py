"""JSON documents of recognisers, services and podcasts."""

# ruff: noqa: E501 - a layout a line is easier to compare than wrapped ones.
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.formats.layouts.talk import PROPER, Layout, Talk, clock, minutes

FULL = ("full",)
Row = dict[str, Any]


def _json(
    make: Callable[[Talk], Any], people: tuple[str, ...] = PROPER, keeps: str = "names times"
) -> Layout:
    return Layout(lambda talk: json.dumps(make(talk), ensure_ascii=False), people, keeps)


def _rows(
    make: Callable[[str, int, str], Row], around: Callable[[list[Row], Talk], Any]
) -> Callable[[Talk], Any]:
    return lambda talk: around([make(*said) for said in talk], talk)


def _whole(talk: Talk) -> str:
    return " ".join(said.words for said in talk)


def _words(talk: Talk) -> Iterator[tuple[str, float, str]]:
    """Name, second and spelling of every word."""
    for name, second, text in talk:
        pieces = text.split()
        for number, word in enumerate(pieces):
            yield name, second + number / len(pieces), word


def _number(talk: Talk, name: str) -> int:
    return [said.name for said in talk].index(name) % 2


def _core(word: str) -> str:
    return word.rstrip(".,?!")


def _amazon(talk: Talk) -> Row:
    items: list[Row] = []
    segments: list[Row] = []
    for said in talk:
        spoken = []
        for _, second, word in _words([said]):
            times = {"start_time": f"{second:.2f}", "end_time": f"{second + 0.01:.2f}"}
            if core := _core(word):
                items.append(
                    {
                        **times,
                        "alternatives": [{"confidence": "0.9", "content": core}],
                        "type": "pronunciation",
                    }
                )
                spoken.append({**times, "speaker_label": said.name})
            items += [
                {"alternatives": [{"confidence": "0.0", "content": mark}], "type": "punctuation"}
                for mark in word[len(core) :]
            ]
        segments.append(
            {
                "start_time": str(said.seconds),
                "end_time": str(said.seconds + 2),
                "speaker_label": said.name,
                "items": spoken,
            }
        )
    labels = {"speakers": 2, "segments": segments}
    return {
        "jobName": "pears",
        "results": {
            "transcripts": [{"transcript": _whole(talk)}],
            "speaker_labels": labels,
            "items": items,
        },
    }


def _speechmatics(talk: Talk) -> Row:
    results: list[Row] = []
    for name, second, word in _words(talk):
        who = f"S{_number(talk, name) + 1}"
        if core := _core(word):
            results.append(
                {
                    "type": "word",
                    "start_time": second,
                    "end_time": second,
                    "alternatives": [{"content": core, "speaker": who}],
                }
            )
        results += [
            {
                "type": "punctuation",
                "attaches_to": "previous",
                "start_time": second,
                "alternatives": [{"content": mark, "speaker": who}],
            }
            for mark in word[len(core) :]
        ]
    return {"format": "2.9", "metadata": {}, "results": results}


def _elevenlabs(talk: Talk) -> Row:
    words: list[Row] = []
    for name, second, word in _words(talk):
        who = f"speaker_{_number(talk, name)}"
        words.append(
            {"text": word, "start": second, "end": second, "type": "word", "speaker_id": who}
        )
        words.append(
            {"text": " ", "start": second, "end": second, "type": "spacing", "speaker_id": who}
        )
    return {"language_code": "eng", "text": _whole(talk), "words": words}


def _json3(talk: Talk) -> Row:
    events: list[Row] = [{"tStartMs": 0, "dDurationMs": 999999, "id": 1, "wpWinPosId": 1}]
    for _, second, text in talk:
        segs = [
            {"utf8": (" " if n else "") + word, "tOffsetMs": n * 20}
            for n, word in enumerate(text.split())
        ]
        events.append({"tStartMs": second * 1000, "dDurationMs": 1000, "wWinId": 1, "segs": segs})
        events.append(
            {"tStartMs": second * 1000 + 900, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]}
        )
    return {"wireMagic": "pb3", "pens": [{}], "events": events}


def _whisperx_words(talk: Talk, name: str, second: int, text: str) -> list[Row]:
    """Words as the aligner leaves them: numbers have no times, and not every word has a speaker."""
    rows: list[Row] = []
    for number, word in enumerate(text.split()):
        row: Row = {"word": word}
        if not any(letter.isdigit() for letter in word):
            row |= {"start": second + number * 0.01, "end": second + number * 0.01, "score": 0.9}
        if number % 3 == 0:
            row["speaker"] = name
        rows.append(row)
    return rows


def _whisperx(talk: Talk) -> Row:
    segments = [
        {
            "start": s,
            "end": s + 1.0,
            "text": f" {t}",
            "speaker": n,
            "words": _whisperx_words(talk, n, s, t),
        }
        for n, s, t in talk
    ]
    return {
        "segments": segments,
        "word_segments": [{"word": word} for _, _, word in _words(talk)],
        "language": "en",
    }


def _whisperx_by_words(talk: Talk) -> Row:
    return {
        "segments": [
            {"start": s, "end": s + 1.0, "text": t, "words": _whisperx_words(talk, n, s, t)}
            for n, s, t in talk
        ]
    }


def _rev(talk: Talk) -> Row:
    monologues = []
    for said in talk:
        elements: list[Row] = []
        for _, second, word in _words([said]):
            elements += [
                {"type": "text", "value": word, "ts": second, "end_ts": second},
                {"type": "punct", "value": " "},
            ]
        monologues.append(
            {
                "speaker": _number(talk, said.name),
                "speaker_info": {"display_name": said.name},
                "elements": elements,
            }
        )
    return {"monologues": monologues}


def _rev_with_names_apart(talk: Talk) -> Row:
    document = _rev(talk)
    names = [one.pop("speaker_info")["display_name"] for one in document["monologues"]]
    numbers = [one["speaker"] for one in document["monologues"]]
    speakers = dict(zip(numbers, names, strict=True))
    return {**document, "speakers": [{"id": n, "name": name} for n, name in speakers.items()]}


def _google(talk: Talk, *, again: bool) -> Row:
    """Each turn a result with its words; `again` all of them in one more, and speakers only there."""

    def words(some: Talk, *, tagged: bool) -> list[Row]:
        return [
            {"word": word, "startTime": f"{second}s", "endTime": f"{second}s"}
            | ({"speakerTag": 1 + _number(talk, name)} if tagged else {})
            for name, second, word in _words(some)
        ]

    results = [
        {"alternatives": [{"transcript": said.words, "words": words([said], tagged=not again)}]}
        for said in talk
    ]
    whole = [{"alternatives": [{"words": words(talk, tagged=True)}]}] if again else []
    return {"results": [*results, *whole]}


def _paragraphs(talk: Talk) -> Row:
    words = [
        {"id": n, "start": second, "end": second, "text": word}
        for n, (_, second, word) in enumerate(_words(talk))
    ]
    return {
        "words": words,
        "paragraphs": [{"speaker": n, "start": s, "end": s + 1} for n, s, _ in talk],
    }


LAYOUTS: dict[str, Layout] = {
    "youtube json3": _json(_json3, FULL, "times"),
    "caption list": _json(_rows(lambda n, s, t: {"text": t, "start": s + 0.04, "duration": 9.5}, lambda rows, talk: rows), FULL, "times"),
    "caption list with its video": _json(_rows(lambda n, s, t: {"text": t, "start": s + 0.04, "duration": 9.5}, lambda rows, talk: {"video_id": "abcdefghijk", "language_code": "en", "snippets": rows}), FULL, "times"),
    "whisper": _json(_rows(lambda n, s, t: {"id": s, "seek": 0, "start": float(s), "end": s + 1.0, "text": f" {t}", "tokens": [1, 2], "words": [{"word": f" {w}", "start": s + k * 0.01, "end": s + k * 0.01} for k, w in enumerate(t.split())]}, lambda rows, talk: {"text": _whole(talk), "segments": rows, "language": "en"}), FULL, "times"),
    "whisper of the service": _json(_rows(lambda n, s, t: {"id": s, "start": s, "end": s + 1.0, "text": f" {t}"}, lambda rows, talk: {"task": "transcribe", "duration": 300.0, "text": _whole(talk), "words": [{"word": w, "start": s} for _, s, w in _words(talk)], "segments": rows}), FULL, "times"),
    "faster-whisper": _json(_rows(lambda n, s, t: {"id": s, "seek": 0, "start": float(s), "end": s + 1.0, "text": f" {t}"}, lambda rows, talk: rows), FULL, "times"),
    "whisper.cpp": _json(_rows(lambda n, s, t: {"timestamps": {"from": f"{clock(s)},000", "to": f"{clock(s + 1)},000"}, "offsets": {"from": s * 1000, "to": s * 1000 + 900}, "text": f" {t}"}, lambda rows, talk: {"systeminfo": "x", "params": {"language": "en"}, "result": {"language": "en"}, "transcription": rows}), FULL, "times"),
    "whisperx": _json(_whisperx),
    "whisperx, speakers of words": _json(_whisperx_by_words),
    "amazon": _json(_amazon, ("machine", "numbered")),
    "amazon without speakers": _json(lambda talk: {"results": {"transcripts": [{"transcript": _whole(talk)}]}}, FULL, ""),
    "podcasting 2.0": _json(_rows(lambda n, s, t: {"speaker": n, "startTime": s, "endTime": s + 1, "body": t}, lambda rows, talk: {"version": "1.0.0", "segments": rows})),
    "podcasting 2.0, words": _json(lambda talk: {"version": "1.0.0", "segments": [{"speaker": n, "startTime": s, "endTime": s, "body": w} for n, s, w in _words(talk)]}),
    "deepgram": _json(lambda talk: {"metadata": {}, "results": {"channels": [{"alternatives": [{"transcript": _whole(talk), "words": [{"word": w.lower(), "punctuated_word": w, "start": s, "end": s, "speaker": _number(talk, n)} for n, s, w in _words(talk)]}]}]}}, FULL),
    "assemblyai": _json(_rows(lambda n, s, t: {"speaker": n, "text": t, "start": s * 1000, "end": s * 1000 + 900, "words": []}, lambda rows, talk: {"id": "x", "status": "completed", "text": _whole(talk), "words": [{"text": w, "start": int(s * 1000), "speaker": n} for n, s, w in _words(talk)], "utterances": rows}), FULL),
    "rev.ai": _json(_rev, FULL),
    "rev.ai, names apart": _json(_rev_with_names_apart, FULL),
    "google": _json(partial(_google, again=False), FULL),
    "google, all words again": _json(partial(_google, again=True), FULL),
    "speechmatics": _json(_speechmatics, FULL),
    "elevenlabs": _json(_elevenlabs, FULL),
    "words and paragraphs": _json(_paragraphs),
    "words without speakers": _json(lambda talk: {"text": _whole(talk), "words": [{"word": _core(w), "start": s, "end": s} for _, s, w in _words(talk)]}, FULL, ""),
    "text only": _json(lambda talk: {"text": _whole(talk)}, FULL, ""),
    "diarized segments": _json(_rows(lambda n, s, t: {"type": "transcript.text.segment", "id": f"seg_{s}", "speaker": n, "start": s, "end": s + 1.0, "text": f" {t}"}, lambda rows, talk: {"text": _whole(talk), "segments": rows})),
    "paragraphs": _json(_rows(lambda n, s, t: {"speaker": n, "start": s, "text": t}, lambda rows, talk: {"title": "Pears", "paragraphs": rows})),
    "turns": _json(_rows(lambda n, s, t: {"speaker": n, "text": t, "start": s}, lambda rows, talk: {"title": "Pears", "turns": rows})),
    "messages": _json(_rows(lambda n, s, t: {"name": n, "content": t, "timestamp": clock(s)}, lambda rows, talk: rows)),
    "otter": _json(_rows(lambda n, s, t: {"speaker_name": n, "transcript": t, "start_offset": s * 16000}, lambda rows, talk: {"speech": {"transcripts": rows}}), PROPER, "names"),
    "fireflies": _json(_rows(lambda n, s, t: {"sentence": t, "startTime": minutes(s), "speaker_name": n, "speaker_id": 0}, lambda rows, talk: {"sentences": rows})),
    "deep inside": _json(_rows(lambda n, s, t: {"text": t, "start": s, "duration": 1.0}, lambda rows, talk: {"title": "Pears", "transcript": {"data": {"segments": rows}}}), FULL, "times"),
    "a line a document": Layout(lambda talk: "".join(json.dumps({"speaker": n, "start": s, "text": t}) + "\n" for n, s, t in talk)),
}  # fmt: skip
