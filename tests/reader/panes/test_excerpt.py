"""Words around what matters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from playhead.reader.panes.excerpt import Marked, excerpt

TEXT = "one two three four five six seven eight nine ten eleven twelve thirteen"


@settings(max_examples=60)
@given(st.integers(0, len(TEXT.split()) - 1), st.integers(24, 90))
def test_what_matters_is_always_there_whole_and_marked(number: int, room: int) -> None:
    word = TEXT.split()[number]
    start = TEXT.index(f" {word}") + 1 if number else 0
    shown = excerpt(TEXT, [Marked(start, start + len(word), "bold")], room, 0, len(TEXT))
    (span,) = shown.spans
    assert shown.plain[span.start : span.end] == word
    assert len(shown.plain) <= room
    assert set(shown.plain.strip("…").split()) <= set(TEXT.split())
