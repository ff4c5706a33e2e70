"""What every hit must be: who speaks, on what, when, near a note, without some words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from playhead.search.likeness.words import plain
from playhead.search.storage.bitmaps import BUCKET, bitmap

if TYPE_CHECKING:
    from typing import Protocol

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


class Where(NamedTuple):
    """Turns, by id, that may hold hits, and a bit for each bucket in which such a hit may begin."""

    buckets: int
    turns: frozenset[str]


def conditioned(
    index: Index, asked: Query, notes: Sequence[Placed], known: dict[Query, Where]
) -> Where | None:
    """Where hits may be; None where they may be anywhere."""
    if not asked.is_conditioned:
        return None
    conditions = asked.conditions()
    if conditions in known and not asked.has_note:
        return known[conditions]
    turns = [one for one in index.transcript.turns if _fits(index, one, asked, notes)]
    found = where_in(index, turns)
    if len(known) > 20:
        known.clear()
    known[conditions] = found
    return found


def possible(index: Index, asked: Query, notes: Sequence[Placed]) -> Query:
    """`asked` without conditions that no turn can meet, which are told in its `problem`."""
    transcript = index.transcript
    problems = [asked.problem] if asked.problem else []
    if asked.who:
        meant = [one.id for one in transcript.speakers if _is_by(index, one.id, asked.who)]
        if not meant:
            names = ", ".join(f"{one.id} ({one.name})" for one in transcript.speakers)
            problems.append(f"who: nobody here is {asked.who}; here are {names or 'no speakers'}")
        # By the one id, so that each letter typed of a name asks for the same turns.
        one = f"={meant[0]}" if len(meant) == 1 else asked.who
        asked = asked._replace(who=one if meant else "")
    if asked.topic and not any(_is_on(one, asked.topic) for one in transcript.turns):
        problems.append(f"topic: no turn is on {asked.topic}")
        asked = asked._replace(topic="")
    last = transcript.turns[-1].time.end if transcript.turns else 0.0
    if asked.after is not None and asked.after > last:
        problems.append("after: is later than the end")
        asked = asked._replace(after=None)
    if asked.has_note and not notes:
        problems.append("has:note finds nothing while there are no notes")
    return asked._replace(problem="; ".join(problems))


def where_in(index: Index, turns: Sequence[Turn]) -> Where:
    """The ids of `turns`, and the windows that hold their words."""
    starts = index.tables.starts
    buckets: list[int] = []
    for turn in turns:
        low = bisect_left(starts, turn.start) // BUCKET
        high = max(low, (bisect_left(starts, turn.end) - 1) // BUCKET)
        buckets += range(max(0, low - 1), min(high + 1, index.size))
    return Where(bitmap(buckets, index.size), frozenset(one.id for one in turns))


def holds(index: Index, start: int, end: int, asked: Query, notes: Sequence[Placed]) -> bool:
    """Whether the passage `text[start:end]` is what the conditions ask."""
    if asked.excluded:
        said = index.plain_text[start:end]
        if any(word in said for word in asked.excluded):
            return False
    return not asked.is_conditioned or _fits(index, index.turn_at(start), asked, notes)


def _fits(index: Index, turn: Turn, asked: Query, notes: Sequence[Placed]) -> bool:
    if asked.who and not _is_by(index, turn.speaker, asked.who):
        return False
    if asked.topic and not _is_on(turn, asked.topic):
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


def _is_on(turn: Turn, topic: str) -> bool:
    return any(plain(topic) in plain(name) for name in turn.topics)


def _is_by(index: Index, speaker: str | None, who: str) -> bool:
    """Whether `who` is a role or the beginning of one, part of a name, or `=` and the very id."""
    if who.startswith("="):
        return who[1:] == speaker
    role = index.transcript.role_of(speaker) or ""
    name = plain(index.transcript.name_of(speaker))
    return who == speaker or role.startswith(who) or plain(who) in name
