"""How near words are in meaning, from a list that ships with Playhead (see `data/meaning.md`).

A word's vector is kept as the signs of 384 numbers: the share of signs in which two words differ
is the angle between them over pi (Charikar, Similarity Estimation Techniques, 2002), and counting
them needs no more than `^` and `bit_count`.

The file: `meaning2`, then the number of words and the bytes of all words as 32-bit numbers, little
end first; the words in order, one a line; 48 bytes of signs a word.
"""

from __future__ import annotations

import math
import struct
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "meaning.bin"
BITS = 384
_HEAD = struct.Struct("<8sII")

COSINES = tuple(math.cos(math.pi * differing / BITS) for differing in range(BITS + 1))
"""The cosine of two words whose signs differ in so many places; off by 0.08, one time in three."""


class Meanings:
    """The signs of words; of none where the file is missing or is another."""

    def __init__(self, file: Path = FILE) -> None:
        """Read `file`, about a megabyte and a half."""
        self._places: dict[str, int] = {}
        self._signs = b""
        try:
            data = file.read_bytes()
            name, count, size = _HEAD.unpack_from(data)
        except (OSError, struct.error):
            return
        at = _HEAD.size + size
        if name == b"meaning2" and len(data) == at + count * BITS // 8:
            words = data[_HEAD.size : at].decode("ascii", "replace").split("\n")
            self._places = {word: place for place, word in enumerate(words)}
            self._signs = data[at:]

    def signs(self, word: str) -> int | None:
        """The signs of a word as the bits of a number; None for a word that is not listed."""
        place = self._places.get(word)
        if place is None:
            return None
        low = place * BITS // 8
        return int.from_bytes(self._signs[low : low + BITS // 8], "little")


@lru_cache(maxsize=1)
def meanings() -> Meanings:
    """The list that ships with Playhead, read once."""
    return Meanings()
