"""A text -> its tokens between white space, read once for all stages that count words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate


class Tokens:
    """The tokens of a text whose white space is single: token n begins at character `starts[n]`.

    `forms` are the tokens that differ.
    """

    def __init__(self, text: str) -> None:
        """Split `text`, as `clean` makes it."""
        self.text = text
        self.tokens: list[str] = []
        # Equal tokens are one object: a talk says few words many times, and few fit a cache.
        known: dict[str, str] = {}
        for line in text.split("\n"):
            words = line.split()
            self.tokens += map(known.setdefault, words, words)
        self.forms = tuple(known)
        widths = {token: len(token) + 1 for token in known}
        self.starts = array("Q", accumulate(map(widths.__getitem__, self.tokens), initial=0))

    def number(self, offset: int) -> int:
        """The number of the first token that begins at a character or after it."""
        return bisect_left(self.starts, offset)
