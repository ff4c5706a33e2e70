"""Acronyms and the terms they stand for: RL and reinforcement learning are one topic."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container

from playhead.transcript.topics.terms import Terms

NEAR = 60
"""Tokens at most between a short acronym and what it stands for, somewhere in the text."""


def long_forms(terms: Terms, worth: Container[str], chosen: Collection[str]) -> dict[str, str]:
    """Acronyms of a text -> the term each stands for; those where either is `chosen`.

    The term has a word for each letter. It is said twice at least, or close to the acronym.
    """
    likely = (*chosen, *map(_initials, chosen))
    acronyms = {key for key in likely if key in terms.known and terms.known[key].name}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for some in terms.keys[1:] if acronyms else ():
        for key in dict.fromkeys(some):
            if (short := _initials(key)) in acronyms and key in worth:
                longer[short].append(key)
    found: dict[str, str] = {}
    for short, several in longer.items():
        sure = [key for key in several if terms.said[key] > 1 or _near(terms, short, key)]
        if sure:
            best = max(sure, key=lambda key: terms.said[key])
            if short in chosen or best in chosen:
                found[short] = best
    return found


def _initials(key: str) -> str:
    return "".join(part[0] for part in key.split())


def _near(terms: Terms, some: str, other: str) -> bool:
    """Whether one term is said somewhere close to the other."""
    there = _ends(terms, other)
    for end in _ends(terms, some):
        at = bisect_left(there, end - NEAR)
        if at < len(there) and there[at] <= end + NEAR:
            return True
    return False


def _ends(terms: Terms, key: str) -> list[int]:
    size = key.count(" ")
    return [end for end, one in zip(terms.ends[size], terms.keys[size], strict=True) if one == key]
