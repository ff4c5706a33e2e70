"""The chain gives the same chances and the same path as trying every path."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.transcript.speakers.chain import Heard, best_path, host_probabilities

SCORE = st.floats(-6, 6)
HEARD = st.lists(st.tuples(SCORE, SCORE, SCORE), min_size=1, max_size=6).map(
    lambda rows: Heard(*map(list, zip(*rows, strict=True)))
)


def score(heard: Heard, path: tuple[bool, ...]) -> float:
    total = sum(
        odds / 2 if host else -odds / 2 for odds, host in zip(heard.odds, path, strict=True)
    )
    for i in range(1, len(path)):
        if path[i - 1] != path[i]:
            total += heard.to_host[i] if path[i] else heard.to_guest[i]
    return total


@given(HEARD)
def test_the_best_path_is_the_best_of_all(heard: Heard) -> None:
    paths = list(product((True, False), repeat=len(heard.odds)))
    best = max(score(heard, path) for path in paths)
    assert score(heard, tuple(best_path(heard))) == pytest.approx(best)


@given(HEARD, st.sampled_from([1.0, 3.0]))
def test_chances_add_up_all_paths(heard: Heard, temperature: float) -> None:
    paths = list(product((True, False), repeat=len(heard.odds)))
    weights = [math.exp(score(heard, path) / temperature) for path in paths]
    for i, found in enumerate(host_probabilities(heard, temperature)):
        by_host = sum(weight for weight, path in zip(weights, paths, strict=True) if path[i])
        assert found == pytest.approx(by_host / sum(weights), abs=1e-6)


def test_nothing_heard_is_nobody() -> None:
    assert best_path(Heard([], [], [])) == []
    assert host_probabilities(Heard([], [], [])) == []
