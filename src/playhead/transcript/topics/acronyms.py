"""Acronyms and the terms they stand for: RL and reinforcement learning are one topic."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    said = Counter(terms.keys)
    found: dict[str, str] = {}
    for key in [key for key in terms.termhood if key in letters and terms.known[key].name]:
        longer = [one for one in letters[key] if said[one] > 1 or _near(terms, key, one)]
        if longer:
            best = max(longer, key=lambda one: said[one])
            if key in chosen or best in chosen:
                found[key] = best
    return found


def _near(terms: Terms, short: str, long: str) -> bool:
    """Whether the two stand close to one another anywhere."""
    at = [number for number, key in zip(terms.firsts, terms.keys, strict=True) if key == short]
    places = [number for number, key in zip(terms.firsts, terms.keys, strict=True) if key == long]
    return any(abs(one - other) <= NEAR for one in at for other in places)
