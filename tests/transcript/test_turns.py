"""Turns: what a host's words ask for without a question mark."""

from __future__ import annotations

import pytest

from playhead.transcript.model import Section, Speaker
from playhead.transcript.speakers import Voice
from playhead.transcript.times import Clock
from playhead.transcript.turns import build_turns


def kind_of(words: str) -> str:
    """What a turn of the host's is."""
    voices = (Voice(0, len(words), "host", 1.0),)
    speakers = (Speaker("host", "Ann Asker", "host"),)
    sections = (Section("interview", 0, len(words)),)
    (turn,) = build_turns(words, voices, speakers, sections, Clock(()))
    return turn.kind


@pytest.mark.parametrize(
    "asking",
    [
        "One big thing",
        "The one problem",
        "This is my last one",
        "Your favourite",
        "Now the next question",
        "Please tell us",
        "Let us talk about",
        "Talk me through",
        "Walk us through",
        "Do describe",
        "Would you explain",
        "I’d love to hear",
        "I'd like to know",
        "I'm curious",
        "I am wondering",
        "And do you",
    ],
)
def test_a_host_asks_without_a_question_mark(asking: str) -> None:
    assert kind_of(f"{asking} the pears that grow on the wall behind the house.") == "question"


def test_other_words_of_a_host_are_a_remark() -> None:
    assert kind_of("Something grows on the wall behind the house, I see.") == "remark"
