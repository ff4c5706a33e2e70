"""What kinds of turns there are."""

from __future__ import annotations

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
