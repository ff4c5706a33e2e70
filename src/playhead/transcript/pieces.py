"""What tokens are taken apart into: words without marks, and marks, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import numpy as np

from playhead.transcript.said import SOUND
from playhead.transcript.tokens import Numbers, Tokens, ranges, starts_of


class Pieces:
    """The pieces of each form that differs; `names` are the pieces that differ."""

    def __init__(self, forms: Sequence[str], apart: Callable[[str], Iterable[str]]) -> None:
        """Take each of `forms` apart once."""
        names: dict[str, int] = {}
        found = [[names.setdefault(one, len(names)) for one in apart(form)] for form in forms]
        self.names = list(names)
        self._flat = np.array(list(chain.from_iterable(found)), dtype=np.intp)
        self._sizes = np.array(list(map(len, found)), dtype=np.intp)
        self._firsts = starts_of(self._sizes)

    def of(self, ids: Numbers) -> tuple[Numbers, Numbers]:
        """The pieces of tokens of these forms, one after the other, and which token each is of."""
        places, owners = ranges(self._firsts[ids], self._sizes[ids])
        return self._flat[places], owners


def with_whole_sounds(tokens: Tokens, firsts: Numbers) -> tuple[Numbers, list[str]]:
    """The form of each token and the forms, where what is in brackets is one, spaces or not.

    Nothing is left of the other tokens of such a sound. None goes on over the token at which a
    stretch of the text begins, of which there is one at each of `firsts`.
    """
    ids, forms = tokens.ids, [*tokens.forms, ""]
    nothing = len(tokens.forms)
    for match in SOUND.finditer(tokens.text):
        if " " in match.group():
            begin, end = tokens.numbers((match.start() + 1, match.end())) - (1, 0)
            one, other = np.searchsorted(firsts, (begin, end - 1), "right")
            if one == other:
                ids = ids.copy() if ids is tokens.ids else ids
                ids[begin], ids[begin + 1 : end] = len(forms), nothing
                forms.append(tokens.text[tokens.starts[begin] : tokens.starts[end] - 1])
    return ids, forms
