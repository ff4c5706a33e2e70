"""What can be typed to go somewhere."""

from __future__ import annotations

import pytest

from playhead.reader.dialogs.place_words import read_place, read_seconds
from playhead.reader.panes.places import offset_at
from playhead.transcript.model import Transcript
from playhead.transcript.times import seconds_at


@pytest.mark.parametrize(
    ("words", "turn"),
    [("1", 0), (" :8 ", 7), ("t3", 2), ("q2", 2), ("0:30", 3), ("30s", 3), ("0%", 0), ("50 %", 4)],
)
def test_places(talk: Transcript, words: str, turn: int) -> None:
    place = read_place(words, talk)
    assert place.offset == talk.turns[turn].start
    assert place.hint.startswith(f"turn {turn + 1} · ")


@pytest.mark.parametrize(
    ("words", "turn"),
    [("+2", 5), ("-1", 2), ("+99", 7), ("-99", 0), ("+20s", 5), ("-0:10", 2), ("-5:00", 0)],
)
def test_places_counted_from_here(talk: Transcript, words: str, turn: int) -> None:
    assert read_place(words, talk, talk.turns[3].start).offset == talk.turns[turn].start


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("9", "turns 1 to 8"),
        ("0", "turns 1 to 8"),
        ("q5", "questions 1 to 4"),
        ("1:21", "ends at 1:20"),
        ("101%", "0% and 100%"),
        ("x%", "0% and 100%"),
        ("+x", "+5 or -5"),
        ("[/b]", "“[/b]” is no turn"),
        ("²", "is no turn"),
        ("9" * 5000, "turns 1 to 8"),
        ("", "time"),
    ],
)
def test_what_leads_nowhere_says_why(talk: Transcript, words: str, why: str) -> None:
    place = read_place(words, talk)
    assert place.offset is None
    assert why in place.hint


def test_seconds_and_offsets_go_both_ways(talk: Transcript) -> None:
    assert read_seconds("1:02:33") == 3753
    assert read_seconds("12m30s") == 750
    assert read_seconds("soon") is None
    for turn in talk.turns:
        assert offset_at(talk, seconds_at(talk, turn.start)) == turn.start
