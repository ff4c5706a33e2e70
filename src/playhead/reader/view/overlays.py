"""Stretches of the text that look different: highlights, hits, what is spoken, the selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Overlay(NamedTuple):
    """`look` names one of the looks of the palette."""

    start: int
    end: int
    look: str


class Layer:
    """Overlays of one sort, found by place."""

    def __init__(self, overlays: Iterable[Overlay] = ()) -> None:
        """Overlays may overlap."""
        self.overlays: Sequence[Overlay] = sorted(overlays)
        self._starts = [one.start for one in self.overlays]
        self._longest = max((one.end - one.start for one in self.overlays), default=0)

    def within(self, start: int, end: int) -> list[Overlay]:
        """The overlays that touch `start` to `end`."""
        if not self.overlays:
            return []
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, end)
        return [one for one in self.overlays[first:last] if one.end > start and one.start < end]


def pieces(start: int, end: int, overlays: Sequence[Overlay]) -> list[tuple[int, int, list[str]]]:
    """Cut `start` to `end` where a look changes; the looks of each piece, in the order given."""
    inside = [one for one in overlays if one.end > start and one.start < end]
    if not inside:
        return [(start, end, [])]
    cuts = {start, end}
    for one in inside:
        cuts.add(max(start, one.start))
        cuts.add(min(end, one.end))
    edges = sorted(cuts)
    return [
        (a, b, [one.look for one in inside if one.start <= a and one.end >= b])
        for a, b in pairwise(edges)
    ]
