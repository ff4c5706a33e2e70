"""Wrapping: no line too wide, no word lost, whatever the characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from playhead.reader.view.wrap import column_of, cut, index_at, wrap

TEXTS = st.text(st.sampled_from("ab c, éß日本👍\u0301\n—’"), max_size=200)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(8, 40), st.integers(0, 3))
def test_lines_fit_and_hold_every_word(text: str, width: int, indent: int) -> None:
    lines = wrap(text, 0, len(text), width, indent)
    for number, (start, end) in enumerate(lines):
        room = width - (indent if number == 0 else 0)
        assert cell_len(text[start:end]) <= room
        assert "\n" not in text[start:end]
    kept = "".join(text[start:end] for start, end in lines)
    assert "".join(kept.split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    text = "one two three four"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 9)] == ["one two", "three", "four"]


def test_cells_and_characters_agree_with_wide_letters() -> None:
    line = "a日b"
    assert [column_of(line, index) for index in range(4)] == [0, 1, 3, 4]
    assert [index_at(line, column) for column in range(5)] == [0, 1, 1, 2, 3]


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(1, 30))
def test_what_is_cut_fits_and_says_that_it_is_cut(text: str, cells: int) -> None:
    shown = cut(text, cells)
    assert cell_len(shown) <= cells
    assert shown == text or shown.endswith("…")
    assert text.startswith(shown.removesuffix("…"))
