"""Which openings begin a chapter: likelihoods, and the best way to cut the talk by them."""

from __future__ import annotations

import math
from operator import sub

import numpy as np

from playhead.transcript.outline.openings import Opening, measures
from playhead.transcript.tokens import Tokens, ranges

EVENNESS = 0.5
"""Cost of a chapter that is e times longer or shorter than the mean, in natural log odds."""

FARTHEST = 3.0
"""A chapter is at most this many times as long as the mean, where there is any opening in it."""

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
    bounds = [start, *places, end]
    oldest, costs = _costs(bounds, mean)
    best = [0.0] * len(bounds)
    back = [0] * len(bounds)
    used = 0
    for this in range(1, len(bounds)):
        last = oldest[this - 1]
        values = list(map(sub, best[last:this], costs[used : used + this - last]))
        used += len(values)
        top = max(values)
        back[this] = last + values.index(top)
        best[this] = top + (odds[this - 1] - least if this <= len(odds) else 0.0)
    cuts: list[int] = []
    at = back[-1]
    while at:
        cuts.append(at - 1)
        at = back[at]
    return cuts[::-1]


def _costs(bounds: list[int], mean: float) -> tuple[list[int], list[float]]:
    """For each of `bounds` but the first: the oldest at which a chapter that ends there may begin.

    And what unevenness costs the chapters that begin there or later, of one after the other.
    """
    places = np.array(bounds, dtype=np.intp)
    numbers = np.arange(1, len(bounds))
    oldest = np.minimum(np.searchsorted(places, places[1:] - FARTHEST * mean), numbers - 1)
    lasts, owners = ranges(oldest, numbers - oldest)
    uneven = np.log((places[1:][owners] - places[lasts] + 1) / mean)
    return oldest.tolist(), (EVENNESS * uneven * uneven).tolist()
