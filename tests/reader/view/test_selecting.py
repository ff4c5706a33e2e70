"""Selections drawn on by sentences and turns."""

from __future__ import annotations

from dataclasses import replace

from playhead.reader.view.selecting import (
    LONGEST_QUOTE,
    Selection,
    passage_at,
    sentence_at,
    step_unit,
)
from playhead.transcript.model import Sentence, Transcript


def words(talk: Transcript, selection: Selection) -> str:
    start, end = selection.span(talk)
    return talk.text[start:end]


def test_a_selection_grows_and_shrinks_by_whole_sentences(talk: Transcript) -> None:
    start, end = sentence_at(talk, talk.turns[3].start)
    one = Selection(start, end - 1)
    assert words(talk, one) == "You check everything twice."
    two = Selection(start, step_unit(talk.sentences, one, 1))
    assert words(talk, two) == "You check everything twice. Memory has error correction."
    back = Selection(start, step_unit(talk.sentences, two, -1))
    assert back == one


def test_before_its_anchor_it_begins_with_a_unit(talk: Transcript) -> None:
    start = talk.text.index("Memory has")
    before = Selection(start, step_unit(talk.sentences, Selection(start, start + 5), -1))
    assert words(talk, before) == "You check everything twice. Memory"


def test_by_turns_it_ends_with_the_turn_and_stops_at_the_last(talk: Transcript) -> None:
    turns = talk.turns
    selection = Selection(turns[6].start, turns[6].start + 3)
    for end in (turns[6].end, turns[7].end, turns[7].end):
        selection = Selection(selection.anchor, step_unit(turns, selection, 1))
        assert selection.span(talk) == (turns[6].start, end)


def test_a_sentence_ends_with_its_turn(talk: Transcript) -> None:
    first, second = talk.turns[0], talk.turns[1]
    across = replace(talk, sentences=(Sentence(0, second.end),))
    assert sentence_at(across, 3) == (first.start, first.end)
    assert sentence_at(across, second.start + 3) == (second.start, second.end)


def test_a_turn_is_quoted_whole_unless_it_is_a_talk_of_its_own(talk: Transcript) -> None:
    turn = talk.turns[1]
    assert passage_at(talk, turn.start + 1) == (turn.start, turn.end)
    long = "And so on. " * (LONGEST_QUOTE // 11 + 1)
    alone = replace(
        talk,
        text=long,
        turns=(replace(turn, start=0, end=len(long)),),
        sentences=tuple(Sentence(at, at + 10) for at in range(0, len(long), 11)),
    )
    assert passage_at(alone, 14) == (11, 21)
