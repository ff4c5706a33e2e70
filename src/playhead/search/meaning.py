"""Words of like meaning, from a list that ships with Playhead (see `data/meaning.md`).

The file: `meaning1`, then the number of words, the bytes of all words and the number of pairs as
32-bit numbers; the words in order, one a line; for each word where its pairs begin (32 bits); the
other word of each pair (16 bits); its cosine in 255ths (8 bits). All little-endian.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "data" / "meaning.bin"
_HEAD = struct.Struct("<8sIII")


class Thesaurus:
    """Words and their neighbours; an empty one where the file is missing or is another."""

    def __init__(self, file: Path = FILE) -> None:
        """Read `file`, about two megabytes."""
        self._words: list[str] = []
        try:
            data = file.read_bytes()
            name, count, size, pairs = _HEAD.unpack_from(data)
        except (OSError, struct.error):
            return
        expected = _HEAD.size + size + 4 * (count + 1) + 3 * pairs
        if name != b"meaning1" or len(data) != expected:
            return
        at = _HEAD.size + size
        self._words = data[_HEAD.size : at].decode("ascii").split("\n")
        self._data = data
        self._starts = at
        self._others = at + 4 * (count + 1)
        self._cosines = self._others + 2 * pairs

    def near(self, word: str) -> list[tuple[str, float]]:
        """Words that mean nearly the same with their cosines, the nearest first."""
        place = bisect_left(self._words, word)
        if place == len(self._words) or self._words[place] != word:
            return []
        low, high = struct.unpack_from("<II", self._data, self._starts + 4 * place)
        others = struct.unpack_from(f"<{high - low}H", self._data, self._others + 2 * low)
        cosines = self._data[self._cosines + low : self._cosines + high]
        return [
            (self._words[other], cosine / 255)
            for other, cosine in zip(others, cosines, strict=True)
        ]


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """The list that ships with Playhead, read once."""
    return Thesaurus()
