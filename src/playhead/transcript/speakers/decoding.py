"""Log-odds of units -> who says each: short acknowledgements set apart, flicker smoothed."""

from __future__ import annotations

import re

from playhead.transcript.model import Span
from playhead.transcript.speakers.adaptation import probability

_ACKNOWLEDGEMENT = re.compile(
    r"^(?:mhm|mm-hmm|mm|uh-huh|yeah|yes|right|okay|wow|crazy|sure|exactly|interesting|cool)[.!,]?$",
    re.IGNORECASE,
)
CHANGE = 0.5
"""Log-odds against a change of speaker between two units, on top of what the network knows."""

ASKED = 0.7
"""How much cheaper a change is after a question mark."""

BROKEN = 0.5
"""How much cheaper it is where a unit ends without punctuation: another voice came in."""

TEMPERATURE = 2.3
"""Divides the log-odds so that 0.9 means right nine times in ten on shows kept back."""

ACKNOWLEDGED = 0.8
"""Confidence that an acknowledgement in the middle of a turn is the other person's."""


def decide(
    units: tuple[Span, ...], said: list[str], odds: list[float]
) -> dict[Span, tuple[str, float]]:
    """Speaker id and confidence of each unit, from the log-odds that the host says it.

    `said` are the words of the units.
    """
    short = [bool(_ACKNOWLEDGEMENT.match(words)) for words in said]
    host = [probability(one / TEMPERATURE) for one in odds]
    kept = [number for number in range(len(units)) if not short[number]]
    path = _viterbi([odds[i] for i in kept], [_cost(said, i) for i in kept])
    by_host = dict(zip(kept, path, strict=True))
    decided: dict[Span, tuple[str, float]] = {}
    for number, unit in enumerate(units):
        if number in by_host:
            choice = by_host[number]
            sure = host[number] if choice else 1 - host[number]
        else:
            choice, sure = _acknowledging(number, by_host, said, host)
        decided[unit] = ("host" if choice else "guest", round(max(0.5, sure), 3))
    return decided


def _acknowledging(
    number: int, by_host: dict[int, bool], said: list[str], host: list[float]
) -> tuple[bool, float]:
    """An acknowledgement in the middle of a turn is the listener's; at an edge, the likelier's."""
    before = next((by_host[i] for i in range(number - 1, -1, -1) if i in by_host), None)
    after = next((by_host[i] for i in range(number + 1, len(said)) if i in by_host), None)
    asked = number > 0 and said[number - 1].endswith("?")
    if before is not None and before == after and not asked:
        return not before, ACKNOWLEDGED
    choice = host[number] >= 0.5
    return choice, host[number] if choice else 1 - host[number]


def _cost(said: list[str], number: int) -> float:
    """Log-odds against a change of speaker before a unit."""
    if number == 0:
        return 0.0
    before = said[number - 1]
    if before.rstrip('"”’)').endswith("?"):
        return CHANGE - ASKED
    return CHANGE - BROKEN if before[-1:].isalnum() else CHANGE


def _viterbi(odds: list[float], costs: list[float]) -> list[bool]:
    """The best path of host (True) and guest through the units."""
    if not odds:
        return []
    best = (odds[0] / 2, -odds[0] / 2)
    back: list[tuple[int, int]] = []
    for score, cost in zip(odds[1:], costs[1:], strict=True):
        host = (best[0], best[1] - cost)
        guest = (best[0] - cost, best[1])
        back.append((int(host[1] > host[0]), int(guest[1] > guest[0])))
        best = (max(host) + score / 2, max(guest) - score / 2)
    state = int(best[1] > best[0])
    path = [state]
    for choice in reversed(back):
        state = choice[state]
        path.append(state)
    return [one == 0 for one in reversed(path)]
