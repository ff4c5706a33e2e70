"""What kinds of turns there are."""

from __future__ import annotations

import pytest

from playhead.transcript.model import Section, Speaker, TurnKind
from playhead.transcript.speakers import Voice
from playhead.transcript.times import Clock
from playhead.transcript.turns import build_turns

SPEAKERS = (Speaker("host", "Ann", "host"), Speaker("guest", "Bob", "guest"))


def kinds(*said: tuple[str, str]) -> list[TurnKind]:
    """The kinds of turns of speakers and words, said one after the other."""
    text, voices = "", []
    for speaker, words in said:
        voices.append(Voice(len(text), len(text) + len(words), speaker, 1.0))
        text += words + " "
    section = Section("interview", 0, len(text))
    turns = build_turns(text, tuple(voices), SPEAKERS, (section,), Clock(()))
    return [turn.kind for turn in turns]


def test_a_word_right_after_a_question_answers_it() -> None:
    assert kinds(("host", "How long does it take?"), ("guest", "Three months.")) == [
        "question",
        "answer",
    ]
    assert kinds(("host", "一年中要多久？"), ("guest", "三个月。")) == ["question", "answer"]


def test_a_word_after_anything_else_is_a_backchannel() -> None:
    assert kinds(("host", "It takes long. Is it? There was a time"), ("guest", "Mhm.")) == [
        "question",
        "backchannel",
    ]
    assert kinds(("guest", "It takes three months or so."), ("host", "Right.")) == [
        "answer",
        "backchannel",
    ]


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
    words = f"{asking} the pears that grow on the wall behind the house."
    assert kinds(("host", words)) == ["question"]


def test_other_words_of_a_host_are_a_remark() -> None:
    assert kinds(("host", "Something grows on the wall behind the house, I see.")) == ["remark"]
