"""Chapter titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.transcript.outline.titles import TITLE_LENGTH, title_of


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("So, um, what do you do about frost?", "What do you do about frost?"),
        ("Okay. I wanted to ask you about pear trees.", "Pear trees"),
        ("Nice. [laughter] Everyone says that pears are dying out.", "Pears are dying out"),
    ],
)
def test_the_object_of_the_question(words: str, title: str) -> None:
    assert title_of(words) == title


@given(st.text(max_size=300))
def test_titles_are_short_and_never_empty(words: str) -> None:
    title = title_of(words)
    assert 0 < len(title) <= TITLE_LENGTH


@given(
    st.lists(
        st.sampled_from("growing pears by the river takes patience and water".split()), min_size=9
    )
)
def test_words_are_not_cut(words: list[str]) -> None:
    title = title_of(" ".join(words) + ".")
    assert {word.lower() for word in title.rstrip("…").split()} <= set(words)
