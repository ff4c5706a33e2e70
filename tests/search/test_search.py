"""Finding passages of the shipped interview from what people half remember."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playhead.library import open_transcript, shipped_interview
from playhead.search import Index
from playhead.search.likeness.tokens import tokens_of

HALF_REMEMBERED = [
    ("reliable systems out of unreliable parts", "reliable systems out of unreliable parts"),
    ("unreliable parts, build reliable systems", "reliable systems out of unreliable parts"),
    ("relable sytems out of unrelible parts", "reliable systems out of unreliable parts"),
    ("reliable systems unreliable pa", "reliable systems out of unreliable parts"),
    ("fellow scholars papers hold on", "I could barely hold on to my papers"),
    ("flash models workhorse", "the flash models are really the workhorse"),
    ("compute grew one million times in ten years", "compute capabilities advanced 1 million X"),
    ("e max was that it", "Emacs. [laughter] Was that it?"),
    ("dee queue end replay", "with DQN this experience replay"),
    ("favorite episode I assume the transformer", "Yeah, I mean, I assume the the Transformer"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(open_transcript(shipped_interview()))


@pytest.mark.parametrize(("query", "said"), HALF_REMEMBERED)
def test_the_passage_is_first(index: Index, query: str, said: str) -> None:
    start = index.transcript.text.index(said)
    best = index.search(query).hits[0]
    assert best.start < start + len(said)
    assert start < best.end
    assert not best.weak


@pytest.mark.parametrize("query", ["nuclear reactors by the sea", "zebra pigeons", "AGI by 2030"])
def test_what_nobody_said_is_refused_or_weak(index: Index, query: str) -> None:
    assert all(hit.weak for hit in index.search(query).hits)


def test_hits_tell_what_matched_and_how(index: Index) -> None:
    best = index.search("relable systems").hits[0]
    words = {index.transcript.text[one.start : one.end]: one.exact for one in best.marks}
    assert words == {"reliable": False, "systems": True}


def test_hits_do_not_overlap_and_are_ranked(index: Index) -> None:
    hits = index.search("training data").hits
    assert [one.rank for one in hits] == list(range(1, len(hits) + 1))
    assert [one.score for one in hits] == sorted((one.score for one in hits), reverse=True)
    places = sorted((one.start, one.end) for one in hits)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    reading = index.search("training data").in_reading_order()
    assert [one.start for one in reading] == sorted(one.start for one in hits)


def test_conditions(index: Index) -> None:
    assert {one.speaker for one in index.search("training data who:host").hits} == {"host"}
    assert {one.speaker for one in index.search('data who:"jeff dean"').hits} == {"guest"}
    late = index.search("data after:20:00").hits
    assert late
    assert all(index.turn_at(one.start).time.end >= 1200 for one in late)
    assert all("training" not in _said(index, one) for one in index.search("data !training").hits)
    exact = index.search("'Mhm").hits
    assert exact
    assert all("mhm" in _said(index, one) for one in exact)
    noted = index.search("has:note training data", notes=[index.transcript.turns[20]])
    assert {one.turn for one in noted.hits} <= {index.transcript.turns[20].id}


def test_a_stopped_search_ends(index: Index) -> None:
    assert index.search("training data", stop=lambda: True).hits == ()


def test_stage_directions_are_no_words(index: Index) -> None:
    assert all(hit.weak for hit in index.search("clears throat").hits)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_query_is_answered(query: str) -> None:
    index = Index(open_transcript(shipped_interview()))
    for hit in index.search(query).hits:
        assert 0 <= hit.start < hit.end <= len(index.transcript.text)


def _said(index: Index, hit: object) -> str:
    start, end = hit.start, hit.end  # type: ignore[attr-defined]
    return index.transcript.text[start:end].lower()


def test_the_index_of_another_text_is_its_own(tmp_path: Path) -> None:
    file = tmp_path / "pears.txt"
    file.write_text("Ann: Who grows pears?\n\nBob: I do, by the river.\n", "utf-8")
    index = Index(open_transcript(file))
    assert index.search("river pears").hits[0].turn in ("t1", "t2")


@pytest.mark.parametrize(
    ("spelt", "words"),
    [
        ("six hundred seventy one billion", ["671000000000"]),
        ("a hundred and seventeen", ["117"]),
        ("two thousand twenty six", ["2026"]),
        ("two thousand and nine", ["2009"]),
        ("two thousand five hundred", ["2000", "500"]),
        ("twenty one", ["21"]),
        ("twenty and one", ["20", "and", "1"]),
        ("a hundred people and 5 dogs", ["100", "people", "and", "5", "dogs"]),
    ],
)
def test_spelt_numbers_are_read(spelt: str, words: list[str]) -> None:
    assert [token.word for token in tokens_of(spelt)] == words


def test_a_number_is_no_beginning_of_another(index: Index) -> None:
    assert index.search("six hundred seventy one billion").hits[0].score > 0.8
    assert all(hit.weak for hit in index.search("10,000").hits)
    assert all(hit.weak for hit in index.search("ten thousand").hits)
