"""Two versions of the same words: what both have is found in order, however long they are."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.transcript.corrections import matching
from playhead.transcript.corrections.matching import Run, matches

WORDS = st.lists(st.sampled_from("we grow pears and the the the quince".split()), max_size=40)


def talk(words: int, known: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [f"w{int(known * draw.random() ** 3)}" for _ in range(words)]


def are_in_order(runs: list[Run], ours: list[str], theirs: list[str]) -> bool:
    same = all(ours[a : a + size] == theirs[b : b + size] and size for a, b, size in runs)
    return same and all(
        a + size <= c and b + size <= d for (a, b, size), (c, d, _) in pairwise(runs)
    )


@given(WORDS, WORDS, st.sampled_from([0, 4, 100]))
def test_runs_are_the_same_words_in_one_order(
    ours: list[str], theirs: list[str], short: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "SHORT", short)
        assert are_in_order(matches(ours, theirs), ours, theirs)


def test_long_versions_of_one_talk_match_but_for_what_differs() -> None:
    ours = talk(6000, 900, 1)
    theirs = [word for number, word in enumerate(ours) if number % 11] + ["more", "words"]
    theirs[2000:2000] = talk(1500, 900, 2)
    runs = matches(ours, theirs)
    assert are_in_order(runs, ours, theirs)
    assert sum(size for _, _, size in runs) > 0.99 * (6000 - 6000 // 11)


def test_a_version_of_the_first_part_matches_that() -> None:
    ours = talk(6000, 900, 1)
    assert matches(ours, ours[:3000]) == [(0, 0, 3000)]


def test_long_texts_of_the_same_few_words_are_left_alone() -> None:
    ours, theirs = talk(20_000, 2, 3), talk(20_000, 2, 4)
    assert are_in_order(matches(ours, theirs), ours, theirs)
