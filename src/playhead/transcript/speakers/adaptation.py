"""The same voice has the same words all through: odds re-estimated from the talk itself.

A naive Bayes model of host and guest, words and pairs of words, is fitted to the talk as the
network heard it, each unit counting by its probability and not for itself; its log-odds are added
and the talk heard again, a few times over (expectation maximisation, Dempster et al. 1977).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from playhead.transcript.speakers.chain import Heard, host_probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUNDS = 3
STRENGTH = 1.5
"""Weight of the mean evidence of a unit's words; with ROUNDS chosen on shows kept back."""

HOST_PRIOR = 0.3
"""Added log-odds for the host, whose share the network underrates on shows it has not heard."""

TALK = 8000
"""Units listened to together, about ten hours; a longer text is heard in parts, and once only."""

LEAST = 1.5
"""Times a word must be said elsewhere in the talk to tell anything."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?!.,]")


@dataclass(frozen=True, slots=True)
class _Bags:
    """The words and pairs of all units in one row, as numbers; the unit of each; a figure a unit."""

    tokens: NDArray[np.intp]
    units: NDArray[np.intp]
    roots: NDArray[np.float64]


def adapt(said: list[str], heard: Heard) -> Heard:
    """What is heard of the units `said` after listening to the talk's own voices."""
    odds: list[float] = []
    rounds = ROUNDS if len(said) <= TALK else 1
    for start in range(0, len(said), TALK):
        part = range(start, min(start + TALK, len(said)))
        odds += _adapt([said[i] for i in part], heard.part(part), rounds)
    return heard.with_odds(odds)


def _adapt(said: list[str], heard: Heard, rounds: int) -> list[float]:
    bags = _bags(said)
    base = [one + HOST_PRIOR for one in heard.odds]
    odds = base
    for _ in range(rounds):
        odds = _again(bags, base, host_probabilities(heard.with_odds(odds)))
    return odds


def _bag(words: str) -> tuple[str, ...]:
    """The words and pairs of words of a unit, each once, in an order that sums do not vary with."""
    tokens = [token.lower() for token in _TOKEN.findall(words)]
    return tuple(dict.fromkeys([*tokens, *(f"{a} {b}" for a, b in pairwise(tokens))]))


def _bags(said: list[str]) -> _Bags:
    import numpy as np

    numbers: dict[str, int] = {}
    bags = [[numbers.setdefault(token, len(numbers)) for token in _bag(words)] for words in said]
    sizes = np.array([len(bag) for bag in bags], dtype=np.intp)
    return _Bags(
        np.fromiter(chain.from_iterable(bags), dtype=np.intp, count=int(sizes.sum())),
        np.repeat(np.arange(len(bags)), sizes),
        np.sqrt(np.maximum(1, sizes)),
    )


def _again(bags: _Bags, base: list[float], by_host: list[float]) -> list[float]:
    """The log-odds after what the words of all others say of each unit."""
    import numpy as np

    p = np.array(by_host)[bags.units]
    host, guest = np.bincount(bags.tokens, p), np.bincount(bags.tokens, 1 - p)
    all_host, all_guest = host.sum() + 1, guest.sum() + 1
    share = all_host / (all_host + all_guest)
    h, g = host[bags.tokens] - p, guest[bags.tokens] - (1 - p)
    told = np.log((h + 0.5 * share) / all_host) - np.log((g + 0.5 * (1 - share)) / all_guest)
    told[h + g < LEAST] = 0.0
    evidence = np.bincount(bags.units, told, minlength=len(base))
    heard: list[float] = (np.array(base) + STRENGTH * evidence / bags.roots).tolist()
    return heard
