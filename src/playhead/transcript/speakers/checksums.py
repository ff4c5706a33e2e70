"""Checksums of many strings at once: CRC-32, carried on over what follows."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.tokens import Numbers, starts_of

Sums = NDArray[np.uint32]

_ONES = np.uint32(0xFFFFFFFF)


def checksums(strings: Sequence[str]) -> Sums:
    """The checksum of each of `strings` in UTF-8."""
    return np.array([crc32(one.encode()) for one in strings], dtype=np.uint32)


class Endings:
    """Strings that may follow others."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Keep the bytes of `strings` in UTF-8."""
        encoded = [one.encode() for one in strings]
        self._sizes = np.array(list(map(len, encoded)), dtype=np.intp)
        self._firsts = starts_of(self._sizes)
        self._bytes = np.frombuffer(b"".join(encoded), dtype=np.uint8)

    def after(self, sums: Sums, numbers: Numbers) -> Sums:
        """The checksums `sums` carried on over the strings of these numbers."""
        found = sums ^ _ONES
        sizes, firsts = self._sizes[numbers], self._firsts[numbers]
        left = np.flatnonzero(sizes)
        step = 0
        while len(left):
            now = found[left]
            found[left] = _TABLE[(now ^ self._bytes[firsts[left] + step]) & 0xFF] ^ (now >> 8)
            step += 1
            left = left[sizes[left] > step]
        return found ^ _ONES


def _table() -> Sums:
    """What each byte does to a checksum."""
    sums = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        sums = np.where(sums & 1, (sums >> 1) ^ np.uint32(0xEDB88320), sums >> 1)
    return sums


_TABLE = _table()
