"""Which terms of a chapter it is filed under: the likeliest that do not say the same twice."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import mul

import numpy as np

from playhead.transcript.model import Chapter, Turn
from playhead.transcript.tokens import Figures, Flags, Numbers
from playhead.transcript.topics.headings import subject
from playhead.transcript.topics.terms import Terms

EACH = 5
"""Topics of a chapter at most."""

LEAST = 1.8
"""A term is a topic of a chapter if it scores this much: below, one in four is a tag."""

CONSIDERED = 16
"""Terms of a chapter, the best by termhood and tf, that are looked at closely."""

CHAPTER_MEASURES = ("said here", "asked", "early")
CHAPTER_WEIGHTS = (
    0.89,  # said here
    -0.16,  # asked
    0.29,  # early
)
"""Weights of how often a term is said in the chapter (natural logarithm), whether in a question
and how early, fitted with those of `terms`."""

TITLE_WEIGHTS = (
    0.96,  # three words
    0.12,  # mean rarity
    0.32,  # most rarity
    1.09,  # nouns before
    1.39,  # interviews return
    0.26,  # pairs return
    0.18,  # pairs heard
    0.20,  # name
    0.47,  # heading
    0.28,  # tells of a heading
    -0.80,  # said once
    -1.21,  # chapters
    1.16,  # said here
    0.64,  # asked
    0.67,  # early
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


class Asked:
    """The characters at which what hosts say starts and ends, in order of the text."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        """Those of `turns` that ask, or lead to a question."""
        asked = [(turn.start, turn.end) for turn in turns if turn.kind in ("question", "remark")]
        self._starts, self._ends = np.array([(-1, -1), *asked], dtype=np.intp).T

    def holds(self, places: Numbers) -> Flags:
        """Whether each of the characters `places` is within."""
        inside: Flags = places < self._ends[np.searchsorted(self._starts, places, "right") - 1]
        return inside


class Said:
    """What is said in a chapter: its terms by number, how often, and where first."""

    def __init__(self, terms: Terms, chapter: Chapter) -> None:
        """Count the terms in `chapter`."""
        self.terms, self.chapter = terms, chapter
        numbers, begins = terms.between(chapter.start, chapter.end)
        found, firsts, counts = np.unique(numbers, return_index=True, return_counts=True)
        order = np.argsort(firsts)
        self.numbers, self.counts = found[order], counts[order]
        self._measured: dict[str, list[float]] = {}
        self._firsts = terms.words.tokens.starts[begins[firsts[order]]]

    def scores(self, termhoods: Figures, asked: Asked) -> dict[str, float]:
        """The likeliest terms with their scores."""
        found = termhoods[self.numbers] + CHAPTER_WEIGHTS[0] * np.log(self.counts)
        likely = np.argsort(-found, kind="stable")[:CONSIDERED]
        measured = self.measures(likely, asked)
        for weight, column in zip(CHAPTER_WEIGHTS[1:], measured[1:], strict=True):
            found[likely] += weight * column
        keys = [self.terms.keys[number] for number in self.numbers[likely].tolist()]
        self._measured = dict(zip(keys, np.array(measured).T.tolist(), strict=True))
        inside = self._inside(keys)
        return {
            key: score
            for key, score in zip(keys, found[likely].tolist(), strict=True)
            if subject(key) == key or inside.get(key, 0) < INSIDE * self.terms.said(key)
        }

    def likely_titles(self, keys: Iterable[str], titled: Mapping[str, float]) -> dict[str, float]:
        """How likely each of some of `scores` is to stand in the title, the likeliest first.

        `titled` is what TITLE_WEIGHTS make of what the talk and spoken English tell of each.
        """
        weights = TITLE_WEIGHTS[-len(CHAPTER_WEIGHTS) :]
        found = {
            key: titled[key] + math.fsum(map(mul, weights, self._measured[key])) for key in keys
        }
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def _inside(self, likely: list[str]) -> dict[str, int]:
        """Parts of longer terms -> how often the longer one is said: teaming in red teaming."""
        inside: dict[str, int] = {}
        for key in likely:
            if " " in key and (said := self.terms.said(key)) > 1:
                for part in _parts(key):
                    inside[part] = max(said, inside.get(part, 0))
        return inside

    def measures(self, places: Numbers, asked: Asked) -> list[Figures]:
        """The values of CHAPTER_MEASURES for the terms at `places` of `numbers`, a column each."""
        starts = self._firsts[places]
        return [
            np.log(self.counts[places]),
            asked.holds(starts).astype(float),
            -np.log(1 + np.minimum(starts - self.chapter.start, LATE) / EARLY_SCALE),
        ]


def titlehoods(terms: Terms, keys: Iterable[str]) -> dict[str, float]:
    """What the talk and spoken English make each of some terms worth as a title."""
    different = list(dict.fromkeys(keys))
    wanted = np.array([terms.number[key] for key in different], dtype=np.intp)
    worth = terms.weighed(wanted, TITLE_WEIGHTS[: -len(CHAPTER_WEIGHTS)])
    return dict(zip(different, worth.tolist(), strict=True))


def best_terms(scores: dict[str, float], least: float = LEAST) -> dict[str, float]:
    """The terms that file a chapter best, with their scores, the best first.

    None holds another, no two tell of one heading, and none scores below `least`.
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
            one
            for one in likely
            if not (parts[one] <= parts[key] or parts[key] <= parts[one] or _are_one(one, key))
        ]
    return {key: scores[key] for key in sorted(chosen, key=lambda key: -scores[key])}


def _are_one(one: str, other: str) -> bool:
    """Whether two terms tell of the same heading."""
    heading = subject(one)
    return heading is not None and heading == subject(other)


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
