"""Units: another voice that comes in gets a unit of its own, and no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playhead.transcript.model import Sentence
from playhead.transcript.speakers.units import split_units


def units(text: str) -> list[str]:
    found = split_units(text, (Sentence(0, len(text)),))
    return [text[one.start : one.end] for one in found]


def test_an_acknowledgement_in_mid_sentence_is_cut_out() -> None:
    assert units("There was a 3% difference Mhm. in tough benchmarks.") == [
        "There was a 3% difference",
        "Mhm. in tough benchmarks.",
    ]


def test_an_answer_that_breaks_in_is_cut_off() -> None:
    assert units("if you look at the derivatives Yeah, I mean, I would say") == [
        "if you look at the derivatives",
        "Yeah, I mean, I would say",
    ]


def test_a_plain_sentence_is_one() -> None:
    assert units("We planted pears by the river.") == ["We planted pears by the river."]


@given(st.lists(st.sampled_from("Yeah, pears Mhm. Right. grow Okay. here".split()), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(units(text)).split() == words
