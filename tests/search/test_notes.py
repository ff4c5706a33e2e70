"""Notes are found by the same words as passages."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.search.notes import search_notes


@dataclass(frozen=True)
class Note:
    id: str
    quote: str
    note: str
    tags: tuple[str, ...] = ()


NOTES = (
    Note("a", "reliable systems out of unreliable parts", "Ask about disks.", ("hardware",)),
    Note("b", "my favorite episode", "The best moment\nof the talk", ("fun",)),
    Note("c", "a very long context", "Compare with books on memory."),
)


def test_in_what_was_written_in_the_quote_and_in_the_tags() -> None:
    assert search_notes(NOTES, "best moment talk")[0].id == "b"
    assert search_notes(NOTES, "relable sistems")[0].id == "a"
    assert search_notes(NOTES, "hardware")[0].id == "a"
    assert [one.id for one in search_notes(NOTES, '"books on memory"')] == ["c"]


def test_each_once_and_no_more_than_asked() -> None:
    found = search_notes(NOTES, "the of a", limit=2)
    assert len(found) <= 2
    assert len({one.id for one in found}) == len(found)


def test_nothing_to_search() -> None:
    assert search_notes((), "words") == ()
    assert search_notes(NOTES, "") == ()
