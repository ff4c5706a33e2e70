"""Whether words ask: by their marks, or by how questions begin where a recogniser set no marks."""

from __future__ import annotations

import re

from playhead.transcript.scripts import QUESTION_MARKS
from playhead.transcript.sentences.splitting import BARE_WORDS

_STOP = re.compile(r"[.!…](?:\s|$)")
_BEGINS = re.compile(
    r"\b(?:(?:do|did|are|were|have|can|could|would|will|should|had) you\b(?! know\b)"
    r"|(?:what|how|why|where|when)(?:['’]s| is| are| do| did| would| have) you\b"
    r"|(?:what|how)(?:['’]s| is| are) your\b|tell (?:me|us)\b)",
    re.IGNORECASE,
)
"""How people ask one another; half of their questions begin otherwise, or in the middle."""

FEWEST = 2
"""Questions of a conversation at least;"""

EVERY, EVERY_BEGINNING = 1500, 2500
"""one in so many words where they have marks, and where they are only known by how they begin."""


def asks(words: str) -> bool:
    """Whether there is a question in `words`."""
    if "?" in words or (not words.isascii() and any(mark in words for mark in QUESTION_MARKS)):
        return True
    return not ("." in words or "!" in words) and _BEGINS.search(words) is not None


def is_conversation(text: str) -> bool:
    """Whether so much is asked in `text` that two people must be talking."""
    words = len(text.split())
    marks = sum(text.count(mark) for mark in QUESTION_MARKS)
    if marks or sum(1 for _ in _STOP.finditer(text)) * BARE_WORDS > words:
        return marks >= max(FEWEST, words // EVERY)
    begun = sum(1 for _ in _BEGINS.finditer(text))
    return begun >= max(FEWEST, words // EVERY_BEGINNING)
