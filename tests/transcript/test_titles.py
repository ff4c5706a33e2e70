"""Chapter titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.transcript.outline.titles import TITLE_LENGTH, section_title, title_of


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("So, um, what do you do about late frost?", "What do you do about late frost?"),
        ("Nice. [laughter] I like that. What about late late frost?", "What about late frost?"),
        ("So what's a good orchard ?", "What's a good orchard?"),
        ("What do you do about late frost right now?", "What do you do about late frost?"),
        ("What is an orchard? What is a good one?", "What is an orchard?"),
    ],
)
def test_a_short_question_is_its_own_title(words: str, title: str) -> None:
    assert title_of(words) == title


@pytest.mark.parametrize(
    "words",
    ["Is that so?", "We’ll see. What about that one?", "", "…", "Oh?", "Pears are dying out."],
)
def test_what_tells_nothing_is_no_title(words: str) -> None:
    assert title_of(words) == ""


def likely(*terms: str, apart: float = 0.5) -> list[tuple[str, float]]:
    return [(term, 5.0 - apart * place) for place, term in enumerate(terms)]


def test_terms_make_a_title_where_the_question_does_not() -> None:
    assert section_title(likely("grafting wax", "pear trees", "frost")) == (
        "Grafting wax and pear trees"
    )
    assert section_title(likely("pruning " * 6 + "shears", "x" * 30)) == (
        "Pruning " + "pruning " * 5 + "shears"
    )
    assert section_title(likely("grafting wax", "sealing wax", "frost")) == "Grafting wax and frost"
    assert section_title(likely("iOS", "frost")) == "iOS and frost"
    assert section_title(()) == ""


def test_a_second_term_that_is_much_less_likely_is_left_out() -> None:
    assert section_title(likely("grafting wax", "frost", apart=2.0)) == "Grafting wax"


@given(st.text(max_size=300))
def test_titles_are_short(words: str) -> None:
    assert len(title_of(words)) <= TITLE_LENGTH
