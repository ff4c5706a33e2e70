"""Windows with the most weight, found by bits, against adding weights one by one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from playhead.search.storage.bitmaps import STEPS, bitmap, bits_of, heaviest, widened

PLACES = st.sets(st.integers(0, 150), max_size=40)


@given(PLACES)
def test_bits_come_back_in_order(places: set[int]) -> None:
    assert list(bits_of(bitmap(places, 151))) == sorted(places)


@given(PLACES, st.integers(1, 4))
def test_a_window_holds_its_buckets(places: set[int], width: int) -> None:
    windows = set(bits_of(widened(bitmap(places, 151), width)))
    expected = {place - step for place in places for step in range(width) if place >= step}
    assert windows == expected


@settings(max_examples=80)
@given(st.lists(st.tuples(PLACES, st.integers(1, STEPS)), max_size=6), st.integers(1, 30))
def test_no_window_left_out_weighs_more(words: list[tuple[set[int], int]], most: int) -> None:
    # The heaviest weighs STEPS, so that rounding keeps the others as they are.
    words = [*words, (set(), STEPS), ({150}, STEPS)]
    totals: Counter[int] = Counter()
    for places, weight in words:
        totals.update(dict.fromkeys(places, weight))
    found = set(bits_of(heaviest([(bitmap(p, 151), float(w)) for p, w in words], most)))
    assert len(found) == min(most, len(totals))
    left = [total for place, total in totals.items() if place not in found]
    assert not left or max(left) <= min(totals[place] for place in found)


def test_nothing_asked_is_nothing_found() -> None:
    assert heaviest([], 5) == 0
    assert heaviest([(0, 1.0)], 5) == 0
