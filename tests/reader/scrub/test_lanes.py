"""The lanes of the scrub bar: shares of cells, and the way between seconds and characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playhead.reader.scrub.lanes import Lanes, cells_of, loudest
from playhead.transcript.model import Speaker, Transcript
from playhead.transcript.times import seconds_at


def test_each_voice_fills_the_cells_in_which_it_speaks(talk: Transcript) -> None:
    lanes = Lanes(talk)
    assert lanes.length == 80.0
    assert lanes.voices["host"].shares(80.0, 8) == [1, 0, 1, 0, 1, 0, 1, 0]
    assert lanes.voices["guest"].shares(80.0, 4) == [0.5] * 4


def test_the_shares_of_any_width_add_up_to_what_was_said(talk: Transcript) -> None:
    lanes = Lanes(talk)
    for cells in (1, 3, 7, 80, 333):
        said = sum(lanes.voices["guest"].shares(80.0, cells)) * 80.0 / cells
        assert said == pytest.approx(40.0)


def test_seconds_lead_to_the_word_heard_then(talk: Transcript) -> None:
    lanes = Lanes(talk)
    for seconds in range(0, 80, 3):
        offset = lanes.offset_at(seconds)
        assert offset == 0 or talk.text[offset - 1] == " "
        assert seconds_at(talk, offset) <= seconds + 1


def test_signs_fall_into_the_same_cells_however_many_there_are(talk: Transcript) -> None:
    few = [turn.start for turn in talk.turns]
    assert cells_of(talk, few, 80.0, 8) == set(range(8))
    many = list(range(len(talk.text)))
    assert cells_of(talk, many, 80.0, 8) == set(range(8))


def test_whoever_asks_has_the_first_lane_and_all_others_share_the_second(talk: Transcript) -> None:
    speakers = (Speaker("guest", "Ben", "guest"), *talk.speakers[:1], Speaker("guest2", "Cy", None))
    turns = (*talk.turns[:5], replace(talk.turns[5], speaker="guest2"), *talk.turns[6:])
    lanes = Lanes(replace(talk, speakers=speakers, turns=turns))
    assert lanes.rows == [["host"], ["guest", "guest2"]]
    heard = loudest(lanes, lanes.rows[1], 4)
    assert heard == [(0.5, "guest"), (0.5, "guest"), (0.5, "guest2"), (0.5, "guest")]


def test_seconds_lead_into_a_turn_without_spaces(talk: Transcript) -> None:
    text = "内存带宽比什么都重要"
    turn = replace(talk.turns[0], start=0, end=len(text))
    lanes = Lanes(replace(talk, text=text, turns=(turn,)))
    assert [lanes.offset_at(seconds) for seconds in (0, 5, 9.9)] == [0, 4, 8]
