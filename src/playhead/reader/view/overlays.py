"""Stretches of the text that look different: highlights, hits, what is spoken, the selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar


class Overlay(NamedTuple):
    """`look` names one of the looks of the palette."""

    start: int
    end: int
    look: str


class _Placed(Protocol):
    """What stands on a stretch of the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


One = TypeVar("One", bound=_Placed)


class Placed(Generic[One]):
    """Things that stand on stretches of the text, which may overlap, found by place."""

    def __init__(self, things: Sequence[One] = ()) -> None:
        """`things` rise by their beginnings. Of thousands nothing is made but what is looked up."""
        self.all = things
        self.starts = [one.start for one in things]
        self._longest = max((one.end - one.start for one in things), default=0)

    def touching(self, start: int, end: int) -> list[One]:
        """Those that touch `start` to `end`."""
        first = bisect_left(self.starts, start - self._longest)
        last = bisect_right(self.starts, end)
        return [one for one in self.all[first:last] if one.end > start and one.start < end]


class Looks(Protocol):
    """Says how words look."""

    def within(self, start: int, end: int) -> list[Overlay]:
        """The overlays that touch `start` to `end`."""


class Layer(Placed[Overlay]):
    """Overlays of one sort."""

    def __init__(self, overlays: Iterable[Overlay] = ()) -> None:
        """Overlays may come in any order."""
        super().__init__(sorted(overlays))

    def within(self, start: int, end: int) -> list[Overlay]:
        """The overlays that touch `start` to `end`."""
        return self.touching(start, end)


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
