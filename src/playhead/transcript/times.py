"""Stage 5. Marks -> seconds at any character: read from the file, or estimated from the words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playhead.transcript.model import Time

if TYPE_CHECKING:
    from playhead.transcript.clean import Mark

CHARACTERS_A_SECOND = 14.5
"""Speaking pace of estimated times: 160 words a minute at 5.4 characters a word with its space."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds at each character of the text, interpolated between the marks of the file."""

    marks: tuple[Mark, ...]

    def at(self, offset: int) -> float:
        """Seconds at which the character at `offset` is spoken."""
        if not self.marks:
            return offset / CHARACTERS_A_SECOND
        index = bisect_right(self.marks, offset, key=lambda mark: mark.offset)
        if index == 0:
            return self.marks[0].seconds
        before = self.marks[index - 1]
        if index == len(self.marks):
            return before.seconds + (offset - before.offset) / CHARACTERS_A_SECOND
        after = self.marks[index]
        share = (offset - before.offset) / max(1, after.offset - before.offset)
        return before.seconds + share * max(0.0, after.seconds - before.seconds)

    def span(self, start: int, end: int) -> Time:
        """When `text[start:end]` is heard."""
        return Time(round(self.at(start), 2), round(self.at(end), 2), not self.marks)


def clock_face(seconds: float) -> str:
    """Seconds as people write them: 9:05, 1:02:33."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
