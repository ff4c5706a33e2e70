"""Which terms of a chapter it is filed under: the likeliest that do not say the same twice."""

from __future__ import annotations

import math
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from operator import mul

from playhead.transcript.model import Chapter
from playhead.transcript.topics.terms import Terms

EACH = 5
"""Topics of a chapter at most."""

LEAST = 1.4
"""A term is a topic of a chapter if it scores this much: below, one in twelve is a tag."""

CONSIDERED = 16
"""Terms of a chapter, the best by termhood and tf, that are looked at closely."""

CHAPTER_MEASURES = ("said here", "asked", "early")
CHAPTER_WEIGHTS = (
    1.03,  # said here
    -0.32,  # asked
    0.18,  # early
)
"""Weights of how often a term is said in the chapter (natural logarithm), whether in a question
and how early, fitted with those of `terms`."""

TITLE_WEIGHTS = (
    0.91,  # three words
    0.14,  # mean rarity
    0.32,  # most rarity
    1.04,  # nouns before
    1.40,  # interviews return
    0.63,  # pairs return
    0.24,  # pairs heard
    0.27,  # name
    -0.81,  # said once
    -1.07,  # chapters
    1.19,  # said here
    0.63,  # asked
    0.68,  # early
)
"""Weights of the measures of `terms` and of these for words of titles, fitted in the same run."""

EARLY_SCALE = 300
"""Characters after which a term's first place in the chapter counts half as early."""

LATE = 3000
"""Characters after which a term is not early at all."""

INSIDE = 0.6
"""Share of a term's uses inside one longer term from which it is only a part of that."""

SHARED = 0.8
"""What a term loses whose words all stand in topics chosen before it."""


class Said:
    """What is said in a chapter: its terms, how often, and where first."""

    def __init__(self, terms: Terms, chapter: Chapter) -> None:
        """Count the terms in `chapter`."""
        self.terms, self.chapter = terms, chapter
        self.keys, self.ends = terms.between(chapter.start, chapter.end)
        self.counts = Counter(self.keys)
        self._firsts = dict(zip(reversed(self.keys), range(len(self.keys))[::-1], strict=True))

    def scores(self, termhoods: dict[str, float], asked: list[tuple[int, int]]) -> dict[str, float]:
        """The likeliest terms with their scores; `asked` are the characters of what hosts say."""
        logs = {count: CHAPTER_WEIGHTS[0] * math.log(count) for count in set(self.counts.values())}
        found = {key: termhoods[key] + logs[count] for key, count in self.counts.items()}
        likely = sorted(found, key=found.__getitem__, reverse=True)[:CONSIDERED]
        inside = self._inside(likely)
        return {
            key: found[key] + sum(map(mul, CHAPTER_WEIGHTS[1:], self.measures(key, asked)[1:]))
            for key in likely
            if inside.get(key, 0) < INSIDE * self.terms.said[key]
        }

    def likely_titles(self, keys: Iterable[str], asked: list[tuple[int, int]]) -> dict[str, float]:
        """How likely each of some terms is to stand in the chapter's title, the likeliest first."""
        found = {
            key: math.fsum(
                map(mul, TITLE_WEIGHTS, (*self.terms.measures(key), *self.measures(key, asked)))
            )
            for key in keys
        }
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def _inside(self, likely: list[str]) -> dict[str, int]:
        """Parts of longer terms -> how often the longer one is said: teaming in red teaming."""
        inside: dict[str, int] = {}
        for key in likely:
            said = self.terms.said[key]
            if said > 1 and " " in key:
                for part in _parts(key):
                    inside[part] = max(said, inside.get(part, 0))
        return inside

    def measures(self, key: str, asked: list[tuple[int, int]]) -> tuple[float, float, float]:
        """The values of CHAPTER_MEASURES for a term."""
        start = self.terms.words.tokens.starts[self._begin(key)]
        turn = bisect_right(asked, (start, sys.maxsize)) - 1
        return (
            math.log(self.counts[key]),
            float(turn >= 0 and start < asked[turn][1]),
            -math.log(1 + min(start - self.chapter.start, LATE) / EARLY_SCALE),
        )

    def _begin(self, key: str) -> int:
        """The token at which a term is first said here."""
        at = self._firsts[key]
        size = key.count(" ")
        return self.ends[size][at - sum(map(len, self.ends[:size]))] - size


def best_terms(scores: dict[str, float], least: float = LEAST) -> dict[str, float]:
    """The terms that file a chapter best, with their scores, the best first.

    None holds another, and none scores below `least`.
    """
    likely = list(scores)
    parts = {key: _words(key) for key in likely}
    chosen: list[str] = []
    taken: frozenset[str] = frozenset()
    while likely and len(chosen) < EACH:
        left, key = max(
            (scores[key] - SHARED * len(parts[key] & taken) / len(parts[key]), key)
            for key in likely
        )
        if left < least:
            break
        chosen.append(key)
        taken |= parts[key]
        likely = [
            one for one in likely if not (parts[one] <= parts[key] or parts[key] <= parts[one])
        ]
    return {key: scores[key] for key in sorted(chosen, key=lambda key: -scores[key])}


@lru_cache(maxsize=65536)
def _words(key: str) -> frozenset[str]:
    """The words of a term: chapters have many terms in common."""
    return frozenset(key.split())


@lru_cache(maxsize=65536)
def _parts(key: str) -> tuple[str, ...]:
    """The shorter runs of words in a term."""
    words = key.split()
    return tuple(
        " ".join(words[first : first + size])
        for size in range(1, len(words))
        for first in range(len(words) - size + 1)
    )
