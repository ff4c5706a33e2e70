"""What every hit must be: who speaks, on what, when, near a note, without some words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from playhead.search.bitmaps import BUCKET, bitmap

if TYPE_CHECKING:
    from playhead.search.index import Index
    from playhead.search.query import Query
    from playhead.transcript.model import Turn


class Placed(Protocol):
    """Something with a place in the text, as a note."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Character after the last."""


def conditioned(
    index: Index, asked: Query, notes: Sequence[Placed], known: dict[Query, int]
) -> int | None:
    """A bit a bucket of words in which hits may begin; None where they may begin anywhere."""
    if not asked.is_conditioned:
        return None
    conditions = asked.conditions()
    if conditions in known and not asked.has_note:
        return known[conditions]
    found = buckets_of(
        index, (one for one in index.transcript.turns if _fits(index, one, asked, notes))
    )
    if len(known) > 20:
        known.clear()
    known[conditions] = found
    return found


def buckets_of(index: Index, turns: Iterable[Turn]) -> int:
    """A bit for each bucket in which a word of `turns` stands, and for the bucket before."""
    starts = index.tables.starts
    buckets: list[int] = []
    for turn in turns:
        low = bisect_left(starts, turn.start) // BUCKET
        high = max(low, (bisect_left(starts, turn.end) - 1) // BUCKET)
        buckets += range(max(0, low - 1), min(high + 1, index.size))
    return bitmap(buckets, index.size)


def holds(index: Index, start: int, end: int, asked: Query, notes: Sequence[Placed]) -> bool:
    """Whether the passage `text[start:end]` is what the conditions ask."""
    if asked.excluded:
        said = index.plain_text[start:end]
        if any(word in said for word in asked.excluded):
            return False
    return not asked.is_conditioned or _fits(index, index.turn_at(start), asked, notes)


def _fits(index: Index, turn: Turn, asked: Query, notes: Sequence[Placed]) -> bool:
    if asked.who and not _is_by(index, turn, asked.who):
        return False
    if asked.topic and not any(asked.topic in name.lower() for name in turn.topics):
        return False
    if asked.after is not None and turn.time.end < asked.after:
        return False
    if asked.before is not None and turn.time.start > asked.before:
        return False
    if asked.opening and not index.plain_text.startswith(asked.opening, turn.start):
        return False
    return not asked.has_note or any(
        note.start < turn.end and turn.start < note.end for note in notes
    )


def _is_by(index: Index, turn: Turn, who: str) -> bool:
    name = index.transcript.name_of(turn.speaker).lower()
    role = index.transcript.role_of(turn.speaker) or ""
    return who in (turn.speaker, role) or who in name
