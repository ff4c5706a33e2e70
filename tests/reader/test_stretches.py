"""The parts of a text that were read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playhead.reader.stretches import AS_ONE, Stretches

OFFSET = st.integers(0, 5000)


@given(st.lists(st.tuples(OFFSET, OFFSET)))
def test_stretches_rise_apart_from_each_other_and_hold_all_that_was_read(
    spans: list[tuple[int, int]],
) -> None:
    read = Stretches(spans)
    edges = [edge for span in read.spans for edge in span]
    assert edges == sorted(edges)
    assert all(b - a > AS_ONE for a, b in zip(edges[1::2], edges[2::2], strict=False))
    for start, end in spans:
        assert start >= end or any(a <= start and end <= b for a, b in read.spans)
    assert read.length >= len({at for start, end in spans for at in range(start, end)})
