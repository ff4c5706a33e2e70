"""How like the letters of two phrases are, in the order they stand and with their words sorted."""

from __future__ import annotations

import sys
from collections.abc import Callable

Ratio = Callable[[str, str], float]
"""Two phrases -> their likeness, 0 to 1."""

SORTED = 0.95
"""Share of its likeness for a phrase whose words stand in another order."""


def likeness_to(words: str, *, quick: bool) -> Callable[[str], float]:
    """A function from another phrase to its likeness to `words`, 0 to 1.

    `quick` pays for the import of rapidfuzz, which a few dozen phrases do not earn back.
    """
    ratio = _quick_ratio() if quick or "rapidfuzz" in sys.modules else plain_ratio
    ordered = " ".join(sorted(words.split()))

    def likeness(said: str) -> float:
        return max(ratio(words, said), SORTED * ratio(ordered, " ".join(sorted(said.split()))))

    return likeness


def plain_ratio(one: str, other: str) -> float:
    """Twice the longest common subsequence over both lengths, as rapidfuzz's `ratio`.

    A bit a letter of `one` (Hyyrö, Bit-Parallel LCS-length Computation Revisited, 2004).
    """
    if not one or not other:
        return float(one == other)
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    every = (1 << len(one)) - 1
    row = every
    for letter in other:
        matched = row & places.get(letter, 0)
        row = ((row + matched) | (row - matched)) & every
    return 2 * (len(one) - row.bit_count()) / (len(one) + len(other))


def _quick_ratio() -> Ratio:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity
