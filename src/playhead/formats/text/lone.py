"""Whether the one label of a text is somebody's name: no other stands beside it to tell."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from playhead.formats.text.lines import Opening, is_proper, is_role

LONGEST = 3
"""Lines of a text that one label may open; a longer one would have another."""
SAID_OFTEN = 40
"""In so many interviews of the background, of some four hundred, a word of talk is said."""
_SPOKEN = Path(__file__).parents[2] / "data" / "spoken-english.txt"


def is_lone_label(openings: list[Opening]) -> bool:
    """Whether the first of a few lines begins with a name, and no other line with anything.

    It is a role, in bold type, or two words and more with capitals that are seldom said: of
    `Breaking News: rain` nothing may be taken away.
    """
    if not openings or len(openings) > LONGEST or any(one.name for one in openings[1:]):
        return False
    first = openings[0]
    if first.shape != "label" or first.name is None or first.is_dashed:
        return False
    words = first.name.split()
    is_person = (
        len(words) > 1 and is_proper(first.name) and not _said_often() & set(_capitalised(words))
    )
    return first.sure or is_role(first.name) or is_person


def _capitalised(words: list[str]) -> list[str]:
    return [word.strip(".,()").lower() for word in words if word[0].isupper()]


@lru_cache(maxsize=1)
def _said_often() -> frozenset[str]:
    rows = (line.split("\t") for line in _SPOKEN.read_text("utf-8").splitlines())
    counts = ((row[0], int(row[1])) for row in rows if len(row) == 2)
    return frozenset(word for word, count in counts if word and count >= SAID_OFTEN)
