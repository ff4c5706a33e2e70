"""Host and guest as a linear chain: what the network hears of each unit, made into who speaks.

Scores of a path add up half the log-odds of each unit, for or against, and the scores of the changes
on it (a conditional random field, Lafferty et al. 2001; forward-backward and Viterbi as in
Rabiner 1989).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

MARKED = 8.0
"""Score of a change where the file marks one, and against one where it does not."""

LARGEST = 300.0
"""Scores beyond this say no more; two of them together are still numbers when exponentiated."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A list each, one number a unit: log-odds of the host; scores of a change before the unit."""

    odds: list[float]
    to_guest: list[float]
    to_host: list[float]

    def with_odds(self, odds: list[float]) -> Heard:
        """The same changes, other odds."""
        return Heard(odds, self.to_guest, self.to_host)

    def with_changes(self, changes: list[bool], whole: bool) -> Heard:
        """Sure of the units before which a mark says that the speaker changes.

        Where the marks are `whole`, sure of the others too: there the same voice goes on.
        """

        def marked(scores: list[float]) -> list[float]:
            others = [-MARKED] * len(scores) if whole else scores
            return [MARKED if is_ else other for is_, other in zip(changes, others, strict=True)]

        return Heard(self.odds, marked(self.to_guest), marked(self.to_host))

    def part(self, numbers: range | list[int]) -> Heard:
        """Of these units only."""
        return Heard(
            [self.odds[i] for i in numbers],
            [self.to_guest[i] for i in numbers],
            [self.to_host[i] for i in numbers],
        )


def host_probabilities(heard: Heard, temperature: float = 1.0) -> list[float]:
    """The probability of the host for each unit, over all paths; `temperature` divides scores."""
    # What the host's paths weigh against the guest's is all that counts, and takes no logarithm.
    odds, to_guest, to_host = (
        [math.exp(max(-LARGEST, min(LARGEST, one / temperature))) for one in scores]
        for scores in (heard.odds, heard.to_guest, heard.to_host)
    )
    ahead: list[float] = []
    weight = 1.0
    for i, odd in enumerate(odds):
        if i:
            weight = (weight + to_host[i]) / (1 + weight * to_guest[i])
        weight *= odd
        ahead.append(weight)
    found = [0.0] * len(odds)
    weight = 1.0
    for i in range(len(odds) - 1, -1, -1):
        found[i] = probability(math.log(ahead[i]) + math.log(weight))
        weight *= odds[i]
        weight = (weight + to_guest[i]) / (1 + weight * to_host[i])
    return found


def best_path(heard: Heard) -> list[bool]:
    """Host (True) or guest for each unit, on the likeliest path."""
    if not heard.odds:
        return []
    host, guest = heard.odds[0] / 2, -heard.odds[0] / 2
    back: list[tuple[bool, bool]] = []
    for odds, to_guest, to_host in list(
        zip(heard.odds, heard.to_guest, heard.to_host, strict=True)
    )[1:]:
        back.append((host >= guest + to_host, host + to_guest > guest))
        host, guest = max(host, guest + to_host) + odds / 2, max(guest, host + to_guest) - odds / 2
    path = [host > guest]
    for from_host in reversed(back):
        path.append(from_host[0] if path[-1] else from_host[1])
    return path[::-1]


def probability(odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, odds))))
