"""Stage 5. Marks -> seconds at any character: read from the file, or estimated from the words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from playhead.transcript.model import Mark, Time, Transcript, Turn
from playhead.transcript.scripts import HAN, HIRAGANA, KATAKANA

CHARACTERS_A_SECOND = 14.5
"""Speaking pace of estimated times: 160 words a minute at 5.4 characters a word with its space."""

_SLOW_BYTES = bytes((*range(0xE3, 0xEA), 0xEF, *range(0xF0, 0xF4)))
"""With these every character of Han or kana begins in UTF-8: a text without any has none."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds at each character of the text, interpolated between the marks of the file."""

    marks: tuple[Mark, ...]
    pace: float = CHARACTERS_A_SECOND

    def at(self, offset: int) -> float:
        """Seconds at which the character at `offset` is spoken."""
        if not self.marks:
            return offset / self.pace
        index = bisect_right(self.marks, offset, key=lambda mark: mark.offset)
        if index == 0:
            return self.marks[0].seconds
        before = self.marks[index - 1]
        if index == len(self.marks):
            return before.seconds + (offset - before.offset) / self.pace
        after = self.marks[index]
        share = (offset - before.offset) / max(1, after.offset - before.offset)
        return before.seconds + share * max(0.0, after.seconds - before.seconds)

    def offset(self, seconds: float, start: int, end: int) -> int:
        """The character of `text[start:end]` spoken at `seconds`; goes back what `at` goes."""
        marks = self.marks
        low = bisect_right(marks, start, key=lambda mark: mark.offset)
        high = bisect_left(marks, end, lo=low, key=lambda mark: mark.offset)
        index = bisect_right(marks, seconds, lo=low, hi=high, key=lambda mark: mark.seconds)
        before = marks[index - 1] if index > low else Mark(start, self.at(start))
        after = marks[index] if index < high else Mark(end, self.at(end))
        length = max(0.001, after.seconds - before.seconds)
        share = max(0.0, min(1.0, (seconds - before.seconds) / length))
        at = before.offset + int(share * (after.offset - before.offset))
        return max(start, min(at, end - 1))

    def span(self, start: int, end: int) -> Time:
        """When `text[start:end]` is heard."""
        if not self.marks:
            return Time(round(start / self.pace, 2), round(end / self.pace, 2), True)
        return Time(round(self.at(start), 2), round(self.at(end), 2), False)


def pace_of(text: str) -> float:
    """Characters a second at speaking pace: one of Han takes as long as three letters, kana as two."""
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded.translate(None, _SLOW_BYTES)) == len(encoded):
        return CHARACTERS_A_SECOND
    slow = 2 * len(re.findall(f"[{HAN}]", text)) + len(re.findall(f"[{HIRAGANA}{KATAKANA}]", text))
    return CHARACTERS_A_SECOND * max(1, len(text)) / (max(1, len(text)) + slow)


def seconds_at(transcript: Transcript, offset: int) -> float:
    """When the character at `offset` is heard: by the marks of the file, else by its turn's share."""
    turn = _turn_at(transcript, offset)
    if turn is None:
        return 0.0
    offset = max(turn.start, min(turn.end, offset))
    if transcript.marks:
        return Clock(transcript.marks).at(offset)
    share = (offset - turn.start) / max(1, turn.end - turn.start)
    return turn.time.start + share * (turn.time.end - turn.time.start)


def offset_in(transcript: Transcript, turn: Turn, seconds: float) -> int:
    """The character of `turn` heard at `seconds`, the first or the last one beyond its times."""
    if transcript.marks:
        return Clock(transcript.marks).offset(seconds, turn.start, turn.end)
    share = (seconds - turn.time.start) / max(0.001, turn.time.end - turn.time.start)
    return turn.start + int(max(0.0, min(1.0, share)) * max(0, turn.end - turn.start - 1))


def _turn_at(transcript: Transcript, offset: int) -> Turn | None:
    index = bisect_right(transcript.turns, offset, key=lambda turn: turn.start)
    return transcript.turns[max(0, index - 1)] if transcript.turns else None


def clock_face(seconds: float) -> str:
    """Seconds as people write them: 9:05, 1:02:33."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
