"""The words of a text, and words that are sought in it, one behind the other or nearly so."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MISSPELT = 0.6
"""Two words at least so alike (share of letters) may be the same, heard or spelt otherwise."""

# Scripts that leave no space between words are compared by the character.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, where each begins and ends, and where each word stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: dict[str, list[int]]

    def weight(self, word: str) -> float:
        """1 for a word that is not here, 0.5 for one that stands here nine times, and so on."""
        return 1 / (1 + math.log10(1 + len(self.places.get(word, ()))))


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words that are sought; `words[low:high]` are the quote, the others its context."""

    words: tuple[str, ...]
    low: int
    high: int


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of a text."""
    found = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
    words = tuple(_folded(word) for word, _, _ in found)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        places[word].append(number)
    starts, ends = tuple(one[1] for one in found), tuple(one[2] for one in found)
    return Words(words, starts, ends, dict(places))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def pattern_of(quote: str, prefix: str, suffix: str) -> Pattern:
    """The pattern of a quote; a word that the context cuts in two is left out."""
    before, inside, after = (
        [_folded(one) for one in _WORD.findall(part)] for part in (prefix, quote, suffix)
    )
    before = before[1:] if _WORD.match(prefix) else before
    after = after[:-1] if _WORD.match(suffix[-1:]) else after
    low = len(before)
    return Pattern((*before, *inside, *after), low, low + len(inside))


def runs(known: Words, sought: tuple[str, ...]) -> Iterator[int]:
    """Where some words stand as they are sought, one behind the other."""
    for place in known.places.get(sought[0], ()):
        if known.words[place : place + len(sought)] == sought:
            yield place


def aligned(
    sought: tuple[str, ...], there: tuple[str, ...] | list[str]
) -> Iterator[tuple[int, tuple[int, float]]]:
    """Which word there stands for which that was sought, and how like it is."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import ratio

    for step in Levenshtein.opcodes(sought, there):
        if step.tag not in ("equal", "replace"):
            continue
        pairs = zip(
            range(step.src_start, step.src_end),
            range(step.dest_start, step.dest_end),
            strict=False,
        )
        for one, other in pairs:
            same = 1.0 if step.tag == "equal" else ratio(sought[one], there[other]) / 100
            yield one, (other, same if same >= MISSPELT else 0.0)


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")
