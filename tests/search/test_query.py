"""The query language; mistakes in it are told and empty nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playhead.search.query import LONGEST, parse_query


def test_words_phrases_and_exclusions() -> None:
    query = parse_query('pears \'frost "by the river" !wasps')
    assert query.alternatives == ("pears",)
    assert query.phrases == ("frost", "by the river")
    assert query.excluded == ("wasps",)


def test_alternatives_and_fields() -> None:
    query = parse_query('pears | quinces who:guest after:12:30 before:1:00:00 topic:"cold frost"')
    assert query.alternatives == ("pears", "quinces")
    assert (query.who, query.topic) == ("guest", "cold frost")
    assert (query.after, query.before) == (750.0, 3600.0)


def test_curly_quotation_marks_are_the_same() -> None:
    assert parse_query("“by the river”").phrases == ("by the river",)


def test_mistakes_are_told_and_the_rest_holds() -> None:
    query = parse_query('pears after:noon "open')
    assert query.alternatives == ("pears",)
    assert "after:" in query.problem
    assert "quotation mark" in query.problem


@given(st.text(max_size=60))
def test_any_query_is_read(query: str) -> None:
    parse_query(query)


def test_a_query_without_end_is_cut_and_that_is_told() -> None:
    query = parse_query("pears " * 10_000)
    assert len(query.alternatives[0]) <= LONGEST
    assert str(LONGEST) in query.problem
