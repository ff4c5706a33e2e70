"""Sentences of talk without punctuation, guessed from pauses and from words that begin sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from playhead.transcript.model import Sentence, Span

if TYPE_CHECKING:
    from playhead.transcript.model import Mark

_WORD = re.compile(r"\S+")
_STRONG = frozenset(
    "yeah yes yep no okay ok well right so what how why where when who thank thanks hello hi hey "
    "now oh mhm sure exactly absolutely welcome".split()
)
_PAIRS = frozenset(
    f"{first} {second}"
    for first in "do does did is are was were can could would should have has will".split()
    for second in "you we they he she it i that there this".split()
)
_WEAK = frozenset(
    "and but because i i'm i've i'd we we're he she they they're it it's that's there there's "
    "this you then if maybe also".split()
)
# A sentence does not end after these, however long it has grown.
_OPEN = frozenset(
    "the a an of to and is are was in for with that but so or my your his her our their its i he "
    "she we they you it on at by from as if not be this very just who what how when which than "
    "because do does did can could would will i'm you're we're they're it's that's".split()
)
PAUSE = 0.7
"""Seconds of silence that end a sentence, as in speech to text of Kaldi and its kin."""

WEIGHTS = ((40, 0), (18, 1), (8, 2), (3, 3))
"""Words so far, and the least weight of a place at which a sentence so long ends there."""


def guess_sentences(text: str, paragraph: Span, marks: Sequence[Mark]) -> Iterator[Sentence]:
    """Cut `paragraph` at places that weigh more the shorter the sentence before them is."""
    words = list(_WORD.finditer(text, paragraph.start, paragraph.end))
    pauses = _pauses(paragraph, marks)
    begin = 0
    for number in range(1, len(words)):
        length = number - begin
        if length < WEIGHTS[-1][0]:
            continue
        before = words[number - 1].group().lower()
        if before in _OPEN and words[number].start() not in pauses:
            continue
        needed = next(weight for count, weight in WEIGHTS if length >= count)
        after = words[number + 1].group().lower() if number + 1 < len(words) else ""
        word = words[number].group().lower().strip(",.?!")
        if before[-1] in ".?!" or _weight(word, after, words[number].start() in pauses) >= needed:
            yield Sentence(words[begin].start(), words[number - 1].end(), guessed=True)
            begin = number
    if words:
        yield Sentence(words[begin].start(), words[-1].end(), guessed=True)


def _weight(word: str, after: str, pause: bool) -> int:
    if pause:
        return 3
    if word in _STRONG or f"{word} {after}" in _PAIRS:
        return 2
    return 1 if word in _WEAK else 0


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
