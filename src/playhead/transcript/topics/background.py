"""How common words are in spoken English: what a topic must stand out against.

Counts are of documents: in how many of the background's interviews a word is said. They are made,
with the table of `usage`, by `python -m playhead.transcript.topics.background_making FOLDER`.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from pathlib import Path

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
FILE = Path(__file__).parents[2] / "data" / "spoken-english.txt"


@lru_cache(maxsize=1)
def document_counts() -> tuple[int, dict[str, int]]:
    """The number of background interviews, and in how many each word is said."""
    lines = FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    counts = {word: int(count) for word, count in rows}
    return counts.pop("", 1), counts


@lru_cache(maxsize=4)
def said_in(share: float) -> frozenset[str]:
    """The words that are said in at least this share, of 1, of the background interviews."""
    total, counts = document_counts()
    return frozenset(word for word, count in counts.items() if count >= share * total)


def rarity(word: str) -> float:
    """Natural logarithm of how much rarer a word is than one said in every interview."""
    total, counts = document_counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))
