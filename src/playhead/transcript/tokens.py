"""A text -> its tokens between white space, read once for all stages that count words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, count
from operator import add


class Tokens:
    """The tokens of a text whose white space is single: token n begins at character `starts[n]`.

    `forms` are the tokens that differ.
    """

    def __init__(self, text: str) -> None:
        """Split `text`, as `clean` makes it."""
        self.text = text
        self.tokens = text.split()
        ends = accumulate(map(len, self.tokens), initial=0)
        self.starts = list(map(add, ends, count()))
        self.forms = tuple(dict.fromkeys(self.tokens))

    def number(self, offset: int) -> int:
        """The number of the first token that begins at a character or after it."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> list[str]:
        """The tokens that begin between two characters."""
        return self.tokens[self.number(start) : self.number(end)]
