"""Whether the one label of a text is somebody's name: no other stands beside it to tell."""

from __future__ import annotations

from playhead.formats.text.lines import Opening, is_proper, is_role
from playhead.transcript.topics.background import document_counts

LONGEST = 3
"""Lines of a text that one label may open; a longer one would have another."""
SAID_OFTEN = 40
"""In so many interviews of the background, of some four hundred, a word of talk is said."""


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
    return first.sure or is_role(first.name) or _is_person(first.name)


def is_said(name: str, often: int = SAID_OFTEN) -> bool:
    """Whether a word of `name` with a capital is said in `often` of the interviews at least."""
    _, counts = document_counts()
    words = [word.strip(".,()").lower() for word in name.split() if word[0].isupper()]
    return any(counts.get(word, 0) >= often for word in words)


def _is_person(name: str) -> bool:
    return len(name.split()) > 1 and is_proper(name) and not is_said(name)
