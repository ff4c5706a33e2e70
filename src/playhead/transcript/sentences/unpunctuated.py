"""Sentences of talk without punctuation, guessed from pauses and from the words around their ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from playhead.transcript.model import Sentence, Span
from playhead.transcript.sentences.ends import end_odds

if TYPE_CHECKING:
    from playhead.transcript.model import Mark

_WORD = re.compile(r"\S+")
_ENDED = re.compile(r"[.?!…][\"'”’)\]]*$")
ENDS = -0.8
"""Log-odds above which a sentence ends: a few too many are better than too few, for a unit that two
people share cannot be given to both."""

PAUSE = 0.7
"""Seconds of silence that end a sentence, as in speech to text of Kaldi and its kin."""

SILENT, MARKED = 4.0, 100.0
"""What a pause adds to the log-odds, and a mark of the text that ends sentences."""

LONGEST = 40
"""Words of a sentence above which it is cut where an end is likeliest, if not likely."""

FEWEST = 3
"""Words on either side of such a cut."""


def guess_sentences(text: str, paragraph: Span, marks: Sequence[Mark]) -> Iterator[Sentence]:
    """Cut `paragraph` after the words that end sentences, told by the words around and by pauses."""
    words = list(_WORD.finditer(text, paragraph.start, paragraph.end))
    if not words:
        return
    odds = end_odds([word.group() for word in words]).tolist()
    pauses = _pauses(paragraph, marks)
    for number, (word, following) in enumerate(pairwise(words)):
        odds[number] += SILENT * (following.start() in pauses)
        odds[number] += MARKED * bool(_ENDED.search(word.group()))
    ends = [number for number, odd in enumerate(odds[:-1]) if odd > ENDS]
    for first, last in pairwise([-1, *ends, len(words) - 1]):
        for begin, end in _short(odds, first + 1, last):
            yield Sentence(words[begin].start(), words[end].end(), guessed=True)


def _short(odds: Sequence[float], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words from `first` to `last` in stretches of no more than LONGEST, cut where it is likeliest."""
    while last - first >= LONGEST:
        places = range(first + FEWEST - 1, first + LONGEST)
        cut = max(places, key=odds.__getitem__)
        yield first, cut
        first = cut + 1
    yield first, last


def _pauses(paragraph: Span, marks: Sequence[Mark]) -> set[int]:
    """Characters at which words begin after a silence."""
    first = bisect_left(marks, paragraph.start, key=lambda mark: mark.offset)
    last = bisect_left(marks, paragraph.end, key=lambda mark: mark.offset)
    return {
        marks[number].offset
        for number in range(max(1, first), last)
        if marks[number].offset - marks[number - 1].offset <= 1
        and marks[number].seconds - marks[number - 1].seconds >= PAUSE
    }
