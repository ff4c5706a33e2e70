"""What tokens are taken apart into: words without marks, and marks, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import numpy as np

from playhead.transcript.tokens import Numbers, ranges


class Pieces:
    """The pieces of each form that differs; `names` are the pieces that differ."""

    def __init__(self, forms: Sequence[str], apart: Callable[[str], Iterable[str]]) -> None:
        """Take each of `forms` apart once."""
        names: dict[str, int] = {}
        found = [[names.setdefault(one, len(names)) for one in apart(form)] for form in forms]
        self.names = list(names)
        self._flat = np.array(list(chain.from_iterable(found)), dtype=np.intp)
        self._sizes = np.array(list(map(len, found)), dtype=np.intp)
        self._firsts = np.cumsum(self._sizes) - self._sizes

    def of(self, ids: Numbers) -> tuple[Numbers, Numbers]:
        """The pieces of tokens of these forms, one after the other, and which token each is of."""
        places, owners = ranges(self._firsts[ids], self._sizes[ids])
        return self._flat[places], owners
