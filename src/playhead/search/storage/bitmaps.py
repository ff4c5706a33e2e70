"""Which windows of a talk hold most of a query's weight, a bit a bucket of sixteen words.

A whole number of Python's is the bitmap: `and`, `or` and shifts run over a long talk in a few
microseconds, where a loop over the places of a common word would take a frame. Weights are added
in bit slices (O'Neil and Quass, Improved Query Performance with Variant Indexes, 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

BUCKET = 16
"""Words in a bucket: a power of two, about a sentence."""

STEPS = 15
"""The heaviest word of a query weighs this much in the count, the others in proportion."""

_HELD = re.compile(rb"[^\0]")


def bitmap(buckets: Iterable[int], size: int) -> int:
    """The number whose bits are `buckets`, each below `size`."""
    held = bytearray(size + 7 >> 3)
    for one in buckets:
        held[one >> 3] |= 1 << (one & 7)
    return int.from_bytes(held, "little")


def widened(bits: int, width: int) -> int:
    """A bit for every window of `width` buckets that holds one of `bits`; a window is its first."""
    found = bits
    for step in range(1, width):
        found |= bits >> step
    return found


def bits_of(bits: int) -> Iterator[int]:
    """The places of the bits of a number, the lowest first."""
    for match in _HELD.finditer(bits.to_bytes(bits.bit_length() + 7 >> 3, "little")):
        place, byte = match.start() * 8, match.group()[0]
        for bit in range(8):
            if byte >> bit & 1:
                yield place + bit


def heaviest(weighted: Iterable[tuple[int, float]], most: int) -> int:
    """The windows, `most` or fewer, in which the weights of bitmaps add up highest."""
    pairs = [(bits, weight) for bits, weight in weighted if bits]
    if not pairs:
        return 0
    unit = max(weight for _, weight in pairs) / STEPS
    slices: list[int] = []
    for bits, weight in pairs:
        _add(slices, bits, max(1, round(weight / unit)))
    return _top(slices, most)


def _add(slices: list[int], bits: int, weight: int) -> None:
    """Add `weight` in every place of `bits` to the numbers that lie across `slices`."""
    level = 0
    while weight:
        if weight & 1:
            carry, at = bits, level
            while carry:
                if at == len(slices):
                    slices.append(0)
                slices[at], carry = slices[at] ^ carry, slices[at] & carry
                at += 1
        elif level == len(slices):
            slices.append(0)
        weight >>= 1
        level += 1


def _top(slices: list[int], most: int) -> int:
    """Places with the highest numbers; of equals at the edge those that come first."""
    held = 0
    for one in slices:
        held |= one
    sure, open_ = 0, held
    for one in reversed(slices):
        reached = sure | (open_ & one)
        if reached.bit_count() > most:
            open_ &= one
        else:
            sure = reached
            open_ &= ~one
    return sure | _first(open_, most - sure.bit_count())


def _first(bits: int, most: int) -> int:
    """The lowest `most` bits of a number."""
    if bits.bit_count() <= most:
        return bits
    last = next(islice(bits_of(bits), most - 1, None)) if most > 0 else -1
    return bits & ((1 << last + 1) - 1)
