"""A text -> its tokens between white space, read once for all stages that count words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, count

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.model import Span

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Figures = NDArray[np.float64]

PART = 1 << 18
"""Characters that are split at once."""


class Tokens:
    """The tokens of a text whose white space is single: token n begins at character `starts[n]`.

    `forms` are the tokens that differ; token n is `forms[ids[n]]`. `begins` are the tokens that
    begin a line.
    """

    def __init__(self, text: str) -> None:
        """Split `text`, as `clean` makes it."""
        self.text = text
        known: defaultdict[str, int] = defaultdict(count().__next__)
        # Numbers of forms find what is known of a token in a table: no word is hashed again.
        parts = [
            np.fromiter(map(known.__getitem__, some), np.intp, len(some)) for some in _words(text)
        ]
        self.ids: Numbers = np.concatenate(parts)
        self.forms = tuple(known)
        widths = np.fromiter(map(len, self.forms), np.intp, len(known)) + 1
        self.starts: Numbers = np.concatenate(([0], np.cumsum(widths[self.ids])))
        lines = accumulate(map(len, text.split("\n")), lambda at, size: at + size + 1, initial=0)
        begins = distinct(self.numbers(list(lines)))
        self.begins: Numbers = begins[begins < len(self.ids)]

    def numbers(self, offsets: Sequence[int] | Numbers) -> Numbers:
        """The numbers of the first tokens that begin at these characters or after them."""
        return np.searchsorted(self.starts, offsets)

    def inside(self, spans: Sequence[Span]) -> tuple[Numbers, Numbers]:
        """The first token of each span, and how many there are in it."""
        bounds = self.numbers(np.array(spans, dtype=np.intp).reshape(-1, 2))
        return bounds[:, 0], bounds[:, 1] - bounds[:, 0]


def _words(text: str) -> Iterator[list[str]]:
    """The words of `text`, part after part: all of them would take five times its memory."""
    at = 0
    while (end := text.find(" ", at + PART)) >= 0:
        yield text[at:end].split()
        at = end
    yield text[at:].split()


def ranges(firsts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers of several ranges, one range after the other, and which range each is of."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(owners)) + (firsts - starts_of(sizes))[owners], owners


def starts_of(sizes: Numbers) -> Numbers:
    """Where each of several ranges begins that lie one after the other."""
    return np.cumsum(sizes) - sizes


def distinct(numbers: Numbers) -> Numbers:
    """The numbers in order, each once."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), dtype=bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]
