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
        ("Okay. I wanted to ask you about pear trees.", "Pear trees"),
        ("Nice. [laughter] Everyone says that pear orchards are dying out.", "Pear orchards"),
        (
            "And what do you see as some of the biggest obstacles for fruit growers who have only just"
            " begun and who live far from any town?",
            "Biggest obstacles for fruit growers",
        ),
        ("Could you tell us a little bit about grafting wax, and why you like it?", "Grafting wax"),
        ("What about ECC?", "ECC"),
    ],
)
def test_the_object_of_the_question(words: str, title: str) -> None:
    assert title_of(words) == title


@pytest.mark.parametrize(
    "words", ["Is that so?", "We’ll see. What about that one?", "", "…", "Oh?"]
)
def test_what_tells_nothing_is_no_title(words: str) -> None:
    assert title_of(words) == ""


def test_topics_make_a_title_where_the_question_does_not() -> None:
    assert section_title(("grafting wax", "pear trees", "frost")) == "Grafting wax and pear trees"
    assert (
        section_title(("pruning " * 6 + "shears", "x" * 30))
        == "Pruning " + "pruning " * 5 + "shears"
    )
    assert section_title(("grafting wax", "sealing wax", "frost")) == "Grafting wax and frost"
    assert section_title(("iOS", "frost")) == "iOS and frost"
    assert section_title(()) == ""


@given(st.text(max_size=300))
def test_titles_are_short(words: str) -> None:
    assert len(title_of(words)) <= TITLE_LENGTH


@given(
    st.lists(
        st.sampled_from("growing pears by the river takes patience and water".split()), min_size=9
    )
)
def test_words_are_not_cut(words: list[str]) -> None:
    title = title_of("What about " + " ".join(words) + "?")
    assert {word.lower() for word in title.rstrip("?").split()} <= {*words, "what", "about"}


def test_a_long_question_is_not_cut_in_a_word() -> None:
    for more in range(12):
        title = title_of("privacy constraints are " * 60 + "so " * more + "hard to see.")
        assert title in ("Privacy constraints", "")
