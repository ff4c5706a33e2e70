"""The same voice has the same words all through: odds re-estimated from the talk itself.

A naive Bayes model of host and guest, words and pairs of words, is fitted to the talk as the
network heard it, each unit counting by its probability and not for itself; its log-odds are added
and the talk heard again, a few times over (expectation maximisation, Dempster et al. 1977).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

from playhead.transcript.speakers.chain import Heard, host_probabilities

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


def adapt(said: list[str], heard: Heard) -> Heard:
    """What is heard of the units `said` after listening to the talk's own voices."""
    odds: list[float] = []
    rounds = ROUNDS if len(said) <= TALK else 1
    for start in range(0, len(said), TALK):
        part = range(start, min(start + TALK, len(said)))
        odds += _adapt([said[i] for i in part], heard.part(part), rounds)
    return heard.with_odds(odds)


def _adapt(said: list[str], heard: Heard, rounds: int) -> list[float]:
    bags = [_bag(words) for words in said]
    base = [one + HOST_PRIOR for one in heard.odds]
    odds = base
    for _ in range(rounds):
        odds = _again(bags, base, host_probabilities(heard.with_odds(odds)))
    return odds


def _bag(words: str) -> tuple[str, ...]:
    """The words and pairs of words of a unit, each once, in an order that sums do not vary with."""
    tokens = [token.lower() for token in _TOKEN.findall(words)]
    return tuple(dict.fromkeys([*tokens, *(f"{a} {b}" for a, b in pairwise(tokens))]))


def _again(bags: list[tuple[str, ...]], base: list[float], by_host: list[float]) -> list[float]:
    host: Counter[str] = Counter()
    guest: Counter[str] = Counter()
    for bag, p in zip(bags, by_host, strict=True):
        for token in bag:
            host[token] += p  # type: ignore[assignment]
            guest[token] += 1 - p  # type: ignore[assignment]
    all_host, all_guest = sum(host.values()) + 1, sum(guest.values()) + 1
    share = all_host / (all_host + all_guest)
    heard: list[float] = []
    for bag, p, odds in zip(bags, by_host, base, strict=True):
        evidence = 0.0
        for token in bag:
            h, g = host[token] - p, guest[token] - (1 - p)
            if h + g >= LEAST:
                evidence += math.log((h + 0.5 * share) / all_host)
                evidence -= math.log((g + 0.5 * (1 - share)) / all_guest)
        heard.append(odds + STRENGTH * evidence / max(1, len(bag)) ** 0.5)
    return heard
