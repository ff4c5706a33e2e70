"""Whether words ask: by their marks, or by how questions begin where a recogniser set no marks."""

from __future__ import annotations

import re

from playhead.transcript.sentences import BARE_WORDS

MARKS = ("?", "？", "؟")
_STOP = re.compile(r"[.!…](?:\s|$)")
_BEGINS = re.compile(
    r"\b(?:(?:do|did|are|were|have|can|could|would|will|should|had) you\b(?! know\b)"
    r"|(?:what|how|why|where|when)(?:['’]s| is| are| do| did| would| have) you\b"
    r"|(?:what|how)(?:['’]s| is| are) your\b|tell (?:me|us)\b)",
    re.IGNORECASE,
)
"""How people ask one another: of twelve shows of talks, each says it three times in 2,000 words."""


def asks(words: str) -> bool:
    """Whether there is a question in `words`."""
    if "?" in words or (not words.isascii() and any(mark in words for mark in MARKS)):
        return True
    return not ("." in words or "!" in words) and _BEGINS.search(words) is not None


def count_questions(text: str) -> int:
    """How many questions there are in `text`."""
    marks = sum(text.count(mark) for mark in MARKS)
    if marks or sum(1 for _ in _STOP.finditer(text)) * BARE_WORDS > len(text.split()):
        return marks
    return sum(1 for _ in _BEGINS.finditer(text))
