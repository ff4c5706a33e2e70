"""Acronyms and the terms they stand for: RL and reinforcement learning are one topic."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection

from playhead.transcript.topics.terms import LONGEST, Terms

NEAR = 60
"""Tokens at most between a short acronym and what it stands for, somewhere in the text."""


def long_forms(terms: Terms, chosen: Collection[str]) -> dict[str, str]:
    """Acronyms of a text -> the term each stands for; those where either is `chosen`.

    The term has a word for each letter. It is said twice at least, or close to the acronym.
    """
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for key in terms.termhood:
        if 2 <= key.count(" ") + 1 <= LONGEST:
            letters["".join(part[0] for part in key.split())].append(key)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for first, key in zip(terms.firsts, terms.keys, strict=True):
        places[key].append(first)
    found: dict[str, str] = {}
    for key in [key for key in terms.termhood if key in letters and terms.known[key].name]:
        longer = [
            one for one in letters[key] if len(places[one]) > 1 or _near(places[key], places[one])
        ]
        if longer:
            best = max(longer, key=lambda one: len(places[one]))
            if key in chosen or best in chosen:
                found[key] = best
    return found


def _near(some: list[int], others: list[int]) -> bool:
    """Whether one of `some` tokens stands close to one of the `others`; both are in order."""
    at = [bisect_left(others, one - NEAR) for one in some]
    return any(i < len(others) and others[i] <= one + NEAR for i, one in zip(at, some, strict=True))
