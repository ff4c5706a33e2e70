"""Sentences -> units: the shortest stretches that are given to one speaker whole."""

from __future__ import annotations

import re
from bisect import bisect_right

from playhead.transcript.model import Sentence, Span

_ACKNOWLEDGEMENT = r"(?:Mhm|Mm-hmm|Uh-huh|Yeah|Yes|Right|Okay|Sure|Exactly|Wow|Crazy|Interesting)"
_INSIDE = re.compile(
    # A capital where no sentence begins: another voice comes in, as in `3% difference Mhm. in in`.
    rf"(?<=[\w,’'])\s+(?={_ACKNOWLEDGEMENT}\b[.,])"
)


def split_units(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Split sentences where another voice seems to come in; units cover the sentences' words."""
    starts = [one.start for one in sentences]
    ends = [one.end for one in sentences]
    begun: list[int] = []
    ended: list[int] = []
    # All are found at once; some stand between sentences.
    for match in _INSIDE.finditer(text):
        number = bisect_right(starts, match.start()) - 1
        inside = number >= 0 and starts[number] < match.start() and match.end() < ends[number]
        if inside and text[match.start() - 1] != ",":
            ended.append(match.start())
            begun.append(match.end())
    return tuple(map(Span, sorted([*starts, *begun]), sorted([*ends, *ended])))
