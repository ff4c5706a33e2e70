"""Rows of turns: found by offset, stepped through, folded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playhead.reader.reading import PlacedNote
from playhead.reader.view.layout import WORDS, At, Layout, Shape
from playhead.reader.view.margin import PlacedNotes
from playhead.transcript.model import Transcript


def noted(talk: Transcript) -> PlacedNotes:
    """A note on every turn and one in the middle of each."""
    notes = []
    for turn in talk.turns:
        middle = (turn.start + turn.end) // 2
        notes += [
            PlacedNote(f"{turn.id}a", turn.start, turn.end, "all", (), ""),
            PlacedNote(f"{turn.id}b", turn.start + 1, middle, "part", (), ""),
        ]
    return PlacedNotes(notes)


@pytest.mark.parametrize("has_notes", [False, True])
@pytest.mark.parametrize("folds", [False, True])
def test_every_offset_is_found_on_the_row_that_holds_it(
    talk: Transcript, has_notes: bool, folds: bool
) -> None:
    notes = noted(talk) if has_notes else None
    layout = Layout(talk, range(8), Shape(measure=20, folds_answers=folds), notes)
    for offset in range(len(talk.text)):
        at = layout.locate(offset)
        row = layout.row(at)
        assert row.kind in WORDS
        turn = layout.turn(at.place)
        if row.kind != "folded" and turn.start <= offset < turn.end:
            after = layout.row(layout.next_words(at, 1)).start
            assert row.start <= offset < max(after, row.end + 1)


def test_steps_there_and_back_end_where_they_began(talk: Transcript) -> None:
    layout = Layout(talk, range(8), Shape(measure=20), noted(talk))
    start = layout.locate(talk.turns[4].start)
    for by in range(-15, 16):
        there = layout.step(start, by)
        if there not in (At(0, 0), layout.step(start, 999)):
            assert layout.step(there, -by) == start
            assert layout.distance(start, there, 99) == by


def test_a_chapter_that_begins_in_what_is_left_out_is_told_at_the_next_turn(
    talk: Transcript,
) -> None:
    shown = [1, 7]
    layout = Layout(replace(talk, chapters=talk.chapters), shown, Shape())
    assert [row.kind for row in layout.block(1)][:2] == ["blank", "chapter"]
