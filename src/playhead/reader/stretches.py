"""Which parts of a text have been read."""

from __future__ import annotations

from collections.abc import Iterable

AS_ONE = 200
"""Characters between two stretches that are passed over: some three lines."""


class Stretches:
    """Stretches of a text, from one offset to another, rising and apart from each other."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """`spans` in any order."""
        self.spans: list[tuple[int, int]] = []
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Take in `start` to `end`."""
        if start >= end:
            return
        apart = [one for one in self.spans if one[1] + AS_ONE < start or one[0] > end + AS_ONE]
        joined = [one for one in self.spans if one not in apart]
        start = min([start, *(one for one, _ in joined)])
        end = max([end, *(one for _, one in joined)])
        self.spans = sorted([*apart, (start, end)])

    @property
    def length(self) -> int:
        """Characters of all of them."""
        return sum(end - start for start, end in self.spans)
