"""Which openings begin a chapter: likelihoods, and the best way to cut the talk by them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from playhead.transcript.outline.openings import Opening, measures
from playhead.transcript.tokens import Figures, Numbers, Tokens, ranges

EVENNESS = 0.5
"""Cost of a chapter that is e times longer or shorter than the mean, in natural log odds."""

FARTHEST = 3.0
"""A chapter is at most this many times as long as the mean, where there is any opening in it."""

TOGETHER = 256
"""Openings for which the costs of all chapters that may end there are worked out at once."""

BIAS = -3.67
WEIGHTS = (
    0.70,  # turns the page
    0.26,  # asks broadly
    -0.66,  # points back
    0.46,  # opens
    0.07,  # addresses
    -0.56,  # thanks
    0.27,  # words asked
    0.39,  # words before
    0.75,  # words after
    0.25,  # new words
    -12.80,  # ties
    3.08,  # depth
    -0.39,  # words in all
)
"""Fitted by `python -m tests.training.chapters` to the chapters of 32 licensed interviews."""


def log_odds(tokens: Tokens, openings: list[Opening]) -> list[float]:
    """The natural logarithm of the odds that an editor begins a chapter at each opening."""
    odds: list[float] = (BIAS + measures(tokens, openings) @ WEIGHTS).tolist()
    return odds


def expected(odds: list[float]) -> float:
    """How many chapters an editor is likely to begin at openings of these log odds."""
    return sum(1 / (1 + math.exp(-one)) for one in odds)


def best_cuts(places: list[int], odds: list[float], start: int, end: int, count: int) -> list[int]:
    """Which of `places`, by number, to begin chapters at: about `count`, likely and even ones.

    `places` are characters between `start` and `end`, in order. The sum of log odds above that of
    the `count`-th likeliest, less the cost of unevenness, is the greatest there is (by dynamic
    programming over the openings before each opening).
    """
    if count < 1 or not places:
        return []
    least = sorted(odds, reverse=True)[min(count, len(odds)) - 1]
    mean = (end - start) / (count + 1)
    bounds = np.array([start, *places, end], dtype=np.intp)
    gains = [*(one - least for one in odds), 0.0]
    best = np.zeros(len(bounds))
    back = [0] * len(bounds)
    for this, (last, costs) in enumerate(_costs(bounds, mean), 1):
        values = best[last:this] - costs
        top = int(values.argmax())
        back[this] = last + top
        best[this] = values[top] + gains[this - 1]
    cuts: list[int] = []
    at = back[-1]
    while at:
        cuts.append(at - 1)
        at = back[at]
    return cuts[::-1]


def _costs(bounds: Numbers, mean: float) -> Iterator[tuple[int, Figures]]:
    """For each of `bounds` but the first: the oldest at which a chapter that ends there may begin.

    And what unevenness costs the chapters that begin there, or at each one after that.
    """
    numbers = np.arange(1, len(bounds))
    oldest = np.minimum(np.searchsorted(bounds, bounds[1:] - FARTHEST * mean), numbers - 1)
    for block in range(0, len(numbers), TOGETHER):
        here = slice(block, block + TOGETHER)
        lasts, owners = ranges(oldest[here], numbers[here] - oldest[here])
        uneven = np.log((bounds[1:][here][owners] - bounds[lasts] + 1) / mean)
        costs = EVENNESS * uneven * uneven
        stops = np.cumsum(numbers[here] - oldest[here]).tolist()
        for last, first, stop in zip(oldest[here].tolist(), [0, *stops], stops, strict=False):
            yield last, costs[first:stop]
