"""Plain text, and the shipped page as it really is."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.formats.reading import read_source
from playhead.formats.source import UnreadableError
from playhead.formats.text.plain import drop_furniture, mend_list_markers


def test_the_shipped_page_loses_its_furniture_and_keeps_its_first_words(interview: Path) -> None:
    source = read_source(interview.read_bytes(), str(interview))
    assert source.title == "What Happens After A 1,000,000x AI Compute Leap? | Jeff Dean"
    assert (source.channel, source.date) == ("Two Minute Papers", "2026-06-01")
    assert source.segments[0].text.startswith("There used to be a chat group")
    spoken = " ".join(segment.text for segment in source.segments)
    assert "read summary" not in spoken
    assert "TRANSCRIPT" not in spoken
    assert any("furniture" in notice and "read summary →" in notice for notice in source.notices)


def test_the_list_marker_is_ten_again_and_told(interview: Path) -> None:
    source = read_source(interview.read_bytes(), str(interview))
    spoken = " ".join(segment.text for segment in source.segments)
    assert "an an eight out of 10. So, my question is" in spoken
    assert any("line 13" in notice and "'10.'" in notice for notice in source.notices)


def test_other_lists_stay_as_they_are() -> None:
    data = "Things to buy:\n\n  1. So many apples\n"
    assert mend_list_markers(data) == (data, ())


def test_a_text_without_header_keeps_every_line() -> None:
    assert drop_furniture("Hello there.\n\nAnd more.")[0] == "Hello there.\n\nAnd more."


def test_hard_wrapped_lines_become_one_paragraph() -> None:
    source = read_source(b"These words are\nwrapped by hand.\n\nThese are not.", "a.txt")
    assert [one.text for one in source.segments] == [
        "These words are wrapped by hand.",
        "These are not.",
    ]


def test_line_ends_of_all_kinds_are_the_same() -> None:
    texts = [b"One two.\n\nThree.", b"One two.\r\n\r\nThree.", b"One two.\r\rThree."]
    read = {tuple(one.text for one in read_source(text, "a.txt").segments) for text in texts}
    assert read == {("One two.", "Three.")}


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", "\ufeff".encode()])
def test_nothing_to_read_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_source(data, "a.txt")
