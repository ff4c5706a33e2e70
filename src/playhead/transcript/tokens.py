"""A text -> its tokens between white space, read once for all stages that count words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, count


class Tokens:
    """The tokens of a text whose white space is single: token n begins at character `starts[n]`.

    `forms` are the tokens that differ; token n is `forms[ids[n]]`. `begins` are the tokens that
    begin a line.
    """

    def __init__(self, text: str) -> None:
        """Split `text`, as `clean` makes it."""
        self.text = text
        self.ids: list[int] = []
        self.begins: list[int] = []
        # Numbers of forms find what is known of a token in a list: no word is hashed again.
        known: defaultdict[str, int] = defaultdict(count().__next__)
        for line in text.split("\n"):
            if line:
                self.begins.append(len(self.ids))
                self.ids += map(known.__getitem__, line.split())
        self.forms = tuple(known)
        widths = [len(form) + 1 for form in self.forms]
        self.starts = array("Q", accumulate(map(widths.__getitem__, self.ids), initial=0))

    def number(self, offset: int) -> int:
        """The number of the first token that begins at a character or after it."""
        return bisect_left(self.starts, offset)

    def flags(self, table: Sequence[int]) -> bytes:
        """For each token what `table` has for its form, below 256: searched and counted at once."""
        return bytes(map(table.__getitem__, self.ids))
