"""Rows of JSON -> cues: texts with the times, the speakers and the times of words they have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from playhead.formats.captions.cue_labels import Timed
from playhead.formats.source import WordTime
from playhead.transcript.scripts import space_between

TEXTS = ("text", "body", "message", "content", "transcript", "utf8", "sentence", "caption")
_STARTS = ("start", "startTime", "start_time", "from", "begin", "time", "timestamp", "offset", "ts")
_ENDS = ("end", "endTime", "end_time", "to", "stop", "end_timestamp")
_SPEAKERS = (
    "speaker", "speaker_label", "speakerName", "speaker_name", "display_name", "name", "role", "speaker_id",
    "speakerId",
)  # fmt: skip
MOST_SECONDS = 1e9
"""Thirty years: greater numbers, and those that are none, are no times of a talk."""

SENTENCE_ENDS = ".?!…。？！"

_CLOCK = re.compile(r"^(?:(\d{1,4}):)?(\d{1,6}):(\d{1,6}(?:[.,]\d{1,9})?)$")


class _Word(NamedTuple):
    """Where a word ends in the text of its row, when it is said, and by whom."""

    end: int
    time: WordTime | None
    speaker: str | None


def cues_of(rows: list[Any]) -> Iterator[Timed]:
    """The cues of `rows`; a row that only says when, or who, is for those after it."""
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
        text = next((row[key] for key in TEXTS if isinstance(row.get(key), str)), "")
        if text.strip():
            words = _words(row, text)
            if len({who for _, _, who in words if who}) > 1:
                yield from _by_sentence((begin, end, text, own or speaker, ()), words)
            else:
                who = own or speaker or next((who for _, _, who in words if who), None)
                yield begin, end, text, who, tuple(time for _, time, _ in words if time)


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


def _words(row: dict[str, Any], text: str) -> list[_Word]:
    """The words of a row, where it has a list of them that spells its text."""
    found: list[_Word] = []
    at = 0
    for word in row.get("words") or ():
        if not isinstance(word, dict):
            continue
        spelt = _word(word.get("word") or word.get("text") or word.get("punctuated_word"))
        begin = text.find(spelt, at) if spelt else -1
        if begin >= 0:
            at = begin + len(spelt)
            start = next((seconds(word[key]) for key in _STARTS if key in word), None)
            time = WordTime(begin, start) if start is not None else None
            found.append(_Word(at, time, _name(word.get("speaker"))))
    return found


def _by_sentence(cue: Timed, words: list[_Word]) -> Iterator[Timed]:
    """The sentences of a cue, each whose most of its words are; single words are heard wrongly."""
    begin, end, text, own, _ = cue
    at = 0
    held: list[_Word] = []
    for word in words:
        held.append(word)
        if word is not words[-1] and text[word.end - 1] not in SENTENCE_ENDS:
            continue
        names = Counter(name for _, _, name in held if name)
        last = len(text) if word is words[-1] else word.end
        times = tuple(WordTime(time.offset - at, time.seconds) for _, time, _ in held if time)
        start = times[0].seconds if at and times else begin
        who = names.most_common(1)[0][0] if names else own
        yield start, end if word is words[-1] else None, text[at:last], who, times
        at, held = last, []


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("label") or value.get("id")
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if is_number or (isinstance(value, str) and value.isdecimal()):
        return f"Speaker {value}"
    return value.strip() or None if isinstance(value, str) else None


def seconds(value: Any) -> float | None:
    """Seconds from a number, `12.5`, `12.5s` or a clock face; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value) if abs(value) < MOST_SECONDS else None
    if isinstance(value, str):
        if match := _CLOCK.match(value.strip()):
            hours, minutes, rest = match.groups()
            return seconds(
                int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
            )
        try:
            return seconds(float(value.strip().removesuffix("s").replace(",", ".")))
        except ValueError:
            return None
    return None


def merged(cues: Iterator[Timed]) -> Iterator[Timed]:
    """`cues`, those of one word each joined into cues of a turn; punctuation closes up."""
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


def _word(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _joined(held: list[Timed]) -> Timed:
    text = ""
    words: list[WordTime] = []
    for start, _, said, _, _ in held:
        said = said.strip()
        if text and not re.fullmatch(r"[.,!?;:…。、？！]+", said):
            text += space_between(text, said)
        if start is not None:
            words.append(WordTime(len(text), start))
        text += said
    return held[0][0], held[-1][1], text, held[0][3], tuple(words)
