"""Conditions choose before ranking; one that nothing can meet is told and dropped."""

from __future__ import annotations

import pytest

from playhead.library import open_transcript, shipped_interview
from playhead.search import Index


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(open_transcript(shipped_interview()))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("training data who:nobody", "who:"),
        ("training data topic:knitting", "topic:"),
        ("training data after:9:59:59", "after:"),
        ("training data after:soon", "after:"),
        ("training data speaker:guest", "speaker:"),
        ('training "training data', "quotation"),
    ],
)
def test_a_mistake_is_told_and_empties_nothing(index: Index, query: str, told: str) -> None:
    result = index.search(query)
    assert told in result.problem
    assert result.hits


def test_a_condition_half_typed_is_no_mistake(index: Index) -> None:
    for query in ("training who:", "training who:g", "training who:jef", "training after:"):
        result = index.search(query)
        assert result.problem == ""
        assert result.hits


def test_a_rare_speaker_is_found_behind_many_better_hits(index: Index) -> None:
    hits = index.search("the who:host", limit=5).hits
    assert len(hits) == 5
    assert {hit.speaker for hit in hits} == {"host"}


def test_only_conditions_give_whole_turns(index: Index) -> None:
    hits = index.search("who:host before:10:00").hits
    assert hits
    for hit in hits:
        turn = index.turn_at(hit.start)
        assert (hit.start, hit.end) == (turn.start, turn.end)


def test_has_note_without_notes_says_so(index: Index) -> None:
    result = index.search("training has:note")
    assert not result.hits
    assert "note" in result.problem


def test_alternatives_are_both_found(index: Index) -> None:
    text = index.transcript.text.lower()
    said = [text[hit.start : hit.end] for hit in index.search("emacs | mapreduce").hits[:6]]
    assert any("emacs" in one for one in said)
    assert any("mapreduce" in one for one in said)
