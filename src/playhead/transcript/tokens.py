"""A text -> its tokens between white space, read once for all stages that count words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, count

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.model import Span

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Figures = NDArray[np.float64]


class Tokens:
    """The tokens of a text whose white space is single: token n begins at character `starts[n]`.

    `forms` are the tokens that differ; token n is `forms[ids[n]]`. `begins` are the tokens that
    begin a line.
    """

    def __init__(self, text: str) -> None:
        """Split `text`, as `clean` makes it."""
        self.text = text
        known: defaultdict[str, int] = defaultdict(count().__next__)
        words = text.split()
        # Numbers of forms find what is known of a token in a table: no word is hashed again.
        self.ids: Numbers = np.fromiter(map(known.__getitem__, words), np.intp, len(words))
        self.forms = tuple(known)
        widths = np.fromiter(map(len, self.forms), np.intp, len(known)) + 1
        self.starts: Numbers = np.concatenate(([0], np.cumsum(widths[self.ids])))
        lines = accumulate(map(len, text.split("\n")), lambda at, size: at + size + 1, initial=0)
        begins = distinct(self.numbers(list(lines)))
        self.begins: Numbers = begins[begins < len(words)]

    def numbers(self, offsets: Sequence[int] | Numbers) -> Numbers:
        """The numbers of the first tokens that begin at these characters or after them."""
        return np.searchsorted(self.starts, offsets)

    def inside(self, spans: Sequence[Span]) -> tuple[Numbers, Numbers]:
        """The first token of each span, and how many there are in it."""
        bounds = self.numbers(np.array(spans, dtype=np.intp).reshape(-1, 2))
        return bounds[:, 0], bounds[:, 1] - bounds[:, 0]


def ranges(firsts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers of several ranges, one range after the other, and which range each is of."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(owners)) + (firsts - (np.cumsum(sizes) - sizes))[owners], owners


def distinct(numbers: Numbers) -> Numbers:
    """The numbers in order, each once."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), dtype=bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]
