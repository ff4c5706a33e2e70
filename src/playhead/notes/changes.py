"""What a person does to their notes, made on what is in the file now, and taken back."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from playhead.notes.file.document import Document
from playhead.notes.file.entry import as_read
from playhead.notes.file.pieces import Piece
from playhead.notes.merge import Values, merge_values

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NAMED = 40
"""Characters of the quote by which a note is named."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is wanted: an entry of a list before and after; None where there was or is none."""

    list: str
    id: str
    before: Values | None
    after: Values | None


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to one entry, to the byte.

    `behind` is the id of the entry before it, `above` the text between that one and this.
    """

    list: str
    id: str
    before: Piece | None
    after: Piece | None
    behind: str = ""
    above: str = ""

    def reversed(self) -> Step:
        """The step that takes this one back."""
        return Step(self.list, self.id, self.after, self.before, self.behind, self.above)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The steps that a change took, and what is to be said where others had changed it too."""

    steps: tuple[Step, ...] = ()
    said: tuple[str, ...] = ()


def new_id() -> str:
    """A ULID: 48 bits of time and 80 of chance, 26 letters that sort by age."""
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def now() -> str:
    """The time in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def apply_change(document: Document, change: Change) -> Outcome:
    """Make a change on what is in the file now; what others changed meanwhile is kept."""
    piece = document.find(change.list, change.id)
    there = as_read(piece.values) if piece is not None and piece.values else None
    before = as_read(change.before) if change.before is not None else None
    if change.after is None:
        return _remove(document, change, there, before)
    if there is None or before is None or there == before:
        return Outcome((_put(document, change.list, change.id, change.after),))
    merged, conflict = merge_values(before, as_read(change.after), there)
    steps = [_put(document, change.list, change.id, merged)]
    if not conflict:
        return Outcome(tuple(steps))
    copy = {**change.after, "id": new_id()}
    steps.append(_put(document, change.list, copy["id"], copy))
    said = f"{_called(change.after)} was changed elsewhere too; both versions are kept"
    return Outcome(tuple(steps), (said,))


def take_back(document: Document, steps: Sequence[Step]) -> Outcome:
    """Undo steps, the last first; what others changed since is kept."""
    done: list[Step] = []
    said: list[str] = []
    for step in reversed(steps):
        if _is_same(document.find(step.list, step.id), step.after):
            if step.before is None:
                document.remove(step.list, step.id)
            else:
                document.put(step.before, step.behind, step.above)
            done.append(step.reversed())
        else:
            before, after = (one.values if one else None for one in (step.after, step.before))
            outcome = apply_change(document, Change(step.list, step.id, before, after))
            done += outcome.steps
            said += outcome.said
    return Outcome(tuple(done), tuple(said))


def _remove(
    document: Document, change: Change, there: Values | None, before: Values | None
) -> Outcome:
    if there is None:
        return Outcome()
    if before is not None and there != before:
        said = f"{_called(there)} was changed elsewhere and is not deleted"
        return Outcome(said=(said,))
    where = document.behind(change.list, change.id)
    piece = document.find(change.list, change.id)
    document.remove(change.list, change.id)
    return Outcome((Step(change.list, change.id, piece, None, *where),))


def _put(document: Document, name: str, id: str, values: Values) -> Step:
    before = document.find(name, id)
    after = document.replace(name, id, values) if before else document.add(name, values)
    return Step(name, id, before, after, *document.behind(name, id))


def _is_same(one: Piece | None, other: Piece | None) -> bool:
    return (one and one.bare) == (other and other.bare)


def _called(values: Values) -> str:
    """An entry in words that its writer knows it by."""
    quote = " ".join(str(values.get("quote", "")).split())
    short = quote if len(quote) <= NAMED else quote[:NAMED].rsplit(" ", 1)[0] + " …"
    return f"the note on “{short}”" if quote else f"entry {values.get('id', '')}"
