"""Acronyms and the terms they stand for: RL and reinforcement learning are one topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import numpy as np

from playhead.transcript.tokens import Numbers
from playhead.transcript.topics.headings import initials
from playhead.transcript.topics.terms import Terms

NEAR = 60
"""Tokens at most between a short acronym and what it stands for, somewhere in the text."""


def long_forms(terms: Terms, chosen: Collection[str]) -> dict[str, str]:
    """Acronyms of a text -> the term each stands for; those where either is `chosen`.

    The term is a heading that is known by them, or it has a word for each letter and is said twice
    at least, or close to the acronym.
    """
    wanted = frozenset(chosen)
    found = {
        short: long
        for short, long in terms.spellings.items()
        if long in terms.number and not wanted.isdisjoint((short, long))
    }
    likely = (*chosen, *map(initials, chosen))
    acronyms = set(filter(terms.is_name, likely)) - {*found, *found.values()}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for key in terms.keys if acronyms else ():
        if " " in key and (short := initials(key)) in acronyms:
            longer[short].append(key)
    for short, several in longer.items():
        sure = [key for key in several if terms.said(key) > 1 or _near(terms, short, key)]
        if sure:
            best = max(sure, key=lambda key: terms.said(key))
            if short in chosen or best in chosen:
                found[short] = found.get(best, best)
    return found


def _near(terms: Terms, some: str, other: str) -> bool:
    """Whether one term is said somewhere close to the other."""
    here, there = _ends(terms, some), _ends(terms, other)
    return any(np.searchsorted(there, here - NEAR) < np.searchsorted(there, here + NEAR, "right"))


def _ends(terms: Terms, key: str) -> Numbers:
    size = key.count(" ")
    ends: Numbers = terms.ends[size][terms.numbers[size] == terms.number.get(key, -1)]
    return ends
