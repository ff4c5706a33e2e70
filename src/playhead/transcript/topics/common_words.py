"""Words of spoken English that name nothing, from a list kept beside the code."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "common-words.txt"


def is_common(word: str) -> bool:
    """Whether `word`, in lower case, is one of the list."""
    return word.replace("’", "'") in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
