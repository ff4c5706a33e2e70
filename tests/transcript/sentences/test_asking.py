"""What asks, with marks and without, and how much of it makes a conversation."""

from __future__ import annotations

import pytest

from playhead.transcript.sentences.asking import asks, is_conversation

TALK = (
    "so how did you come to grow pears well my grandmother had an orchard and i learned it there "
)
LECTURE = "the pear is a patient tree and it grows where the river floods the meadow in the spring "


@pytest.mark.parametrize(
    ("words", "asking"),
    [
        ("Who grows pears?", True),
        ("誰が育てますか？", True),
        ("so how did you come to grow pears", True),
        ("tell us about the frost", True),
        ("did you see the river", True),
        ("do you know i never saw it", False),
        ("They asked me how did you come here. I laughed.", False),
        ("the pears were late", False),
    ],
)
def test_questions_are_known_by_their_marks_or_how_they_begin(words: str, asking: bool) -> None:
    assert asks(words) is asking


def test_a_talk_without_marks_is_a_conversation_where_people_ask_one_another() -> None:
    assert is_conversation(TALK * 40)
    assert not is_conversation(LECTURE * 40)
    assert not is_conversation(LECTURE * 800 + TALK * 2)


def test_with_marks_only_the_marks_count() -> None:
    assert is_conversation("How did you do it? I did it. " * 40)
    assert not is_conversation("I asked how did you do it. I did it. " * 40)
