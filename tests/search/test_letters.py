"""The likeness of letters is that of rapidfuzz, with and without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import ratio, token_sort_ratio

from playhead.search.likeness.letters import likeness_to, plain_ratio

PHRASES = st.text("abc é", max_size=40)


@given(PHRASES, PHRASES)
def test_plain_ratio_is_the_ratio_of_rapidfuzz(one: str, other: str) -> None:
    if one and other:
        assert plain_ratio(one, other) == pytest.approx(ratio(one, other) / 100)


@given(PHRASES, PHRASES)
def test_the_order_of_words_costs_little(one: str, other: str) -> None:
    if one.split() and other.split():
        expected = max(ratio(one, other), 0.95 * token_sort_ratio(one, other)) / 100
        assert likeness_to(one, quick=True)(other) == pytest.approx(expected)
