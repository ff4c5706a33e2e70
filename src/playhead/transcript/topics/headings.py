"""Subject headings: what people of a field file things under, and the terms in which they say it.

A controlled vocabulary, as librarians index with, and as Medelyan (Human-competitive automatic
topic indexing, 2009) lets a program do: of two terms of a talk the one that is known as a heading
is likelier one that an editor would choose.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from playhead.transcript.topics.background import FILE as COUNTS
from playhead.transcript.topics.words import fold

FILE: Path = COUNTS.with_name("subject-headings.txt")


class Headings(NamedTuple):
    """The list that ships with Playhead; its keys are folded as terms are."""

    written: dict[str, str]
    """Headings by their keys, as an editor writes them."""
    subjects: dict[str, str]
    """Terms -> the key of the heading that they tell; its own name is one of them."""


@lru_cache(maxsize=1)
def headings() -> Headings:
    """The headings with their wordings, read once."""
    written: dict[str, str] = {}
    subjects: dict[str, str] = {}
    for line in FILE.read_text("utf-8").splitlines():
        if line[0] != "#":
            heading, *wordings = line.split(" | ")
            key = " ".join(map(fold, heading.lower().split()))
            written[key] = heading
            subjects[key] = key
            for wording in wordings:
                subjects[wording] = key
    return Headings(written, subjects)


def subject(term: str) -> str | None:
    """The key of the heading that a term, folded, tells of."""
    return headings().subjects.get(term)


def is_spelling(term: str, heading: str) -> bool:
    """Whether of a term and a heading one is an acronym of the other, or both have the same letters."""
    if term == heading:
        return False
    one, other = _letters(term), _letters(heading)
    return one == other or one == initials(heading) or other == initials(term)


def _letters(term: str) -> str:
    return term.replace(" ", "").removesuffix("s")


def initials(term: str) -> str:
    """The acronym of a term that is folded."""
    return "".join(word[0] for word in term.split())
