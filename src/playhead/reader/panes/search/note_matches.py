"""Notes that hold the words of a query, typing slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.reader.reading import PlacedNote

CLOSE = 80.0
"""Least likeness (rapidfuzz ratio, 0 to 100) of two words taken for the same; one slip in five."""
_WORD = re.compile(r"\w+")


def notes_matching(notes: Sequence[PlacedNote], query: str) -> tuple[PlacedNote, ...]:
    """The notes in which every plain word of `query` begins a word or is nearly one."""
    plain = [part for part in query.split() if ":" not in part and part[:1] not in "!|"]
    wanted = _WORD.findall(" ".join(plain).casefold())
    if not wanted:
        return ()
    return tuple(note for note in notes if _holds(note, wanted))


def _holds(note: PlacedNote, wanted: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    said = set(_WORD.findall(" ".join((note.words, *note.tags)).casefold()))
    return all(
        any(one.startswith(word) or ratio(word, one, score_cutoff=CLOSE) for one in said)
        for word in wanted
    )
