"""Plain text, and the shipped page as it really is."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.formats.dates import iso_date
from playhead.formats.reading import read_source
from playhead.formats.text.header import read_header
from playhead.formats.text.plain import mend_list_markers
from playhead.formats.unreadable import UnreadableError


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


@pytest.mark.parametrize(
    "data",
    [
        "Things to buy:\n\n  1. So many apples\n",
        "Things to buy\n\n  1. So many apples\n  2. Pears\n",
        "This was it.\n\n  1. So many apples\n",
    ],
)
def test_other_lists_stay_as_they_are(data: str) -> None:
    assert mend_list_markers(data) == (data, ())


def test_any_number_that_ends_a_sentence_is_no_list() -> None:
    data, notices = mend_list_markers("It was in\n\n   1998. So we left.\n")
    assert data == "It was in 1998. So we left.\n"
    assert notices == (
        "line 3: list marker '1998.' read as '1998.', the end of the sentence before it",
    )


def test_a_text_without_header_keeps_every_line() -> None:
    assert read_header("Hello there.\n\nAnd more.").data == "Hello there.\n\nAnd more."


@pytest.mark.parametrize(
    ("data", "title", "date"),
    [
        ("Title: Pears\nDate: 2024-03-05\n\nHello there.", "Pears", "2024-03-05"),
        ("**Title:** Pears\n**Recorded:** 2024-03-05\n\nHello there.", "Pears", "2024-03-05"),
        (
            "about\nTITLE: Pears DATE: 2024-03-05 ---TRANSCRIPT--- Hello there.",
            "Pears",
            "2024-03-05",
        ),
        ("Episode: Pears\n\n=== TRANSCRIPT ===\n\nHello there.", "Pears", ""),
    ],
)
def test_headers_of_common_shapes_are_read(data: str, title: str, date: str) -> None:
    header = read_header(data)
    assert (header.title, header.date, header.data.strip()) == (title, date, "Hello there.")
    assert any(notice.startswith("header read") for notice in header.notices)


def test_talk_that_begins_like_a_header_is_kept() -> None:
    data = "Host: Welcome to the show.\nGuest: Thanks.\n"
    assert read_header(data).data == data


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("March 5, 2024", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05"),
        ("9-6-89", "9-6-89"),
        ("2024-13-40", "2024-13-40"),
    ],
)
def test_dates_become_iso_where_they_are_sure(written: str, day: str) -> None:
    assert iso_date(written) == day


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


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", "\ufeff".encode(), "\u202e\u200b".encode()])
def test_nothing_to_read_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_source(data, "a.txt")


def test_front_matter_too_long_for_yaml_is_read_a_line_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(text: str) -> object:
        raise AssertionError("a megabyte of YAML takes half a minute")

    monkeypatch.setattr("yaml.safe_load", never)
    more = "".join(f"key {number}: value\n" for number in range(10_000))
    data = f"---\ntitle: Pears\n{more}---\nAnn: Who?\n\nBob: Me.\n"
    assert read_source(data.encode(), "talk.txt").title == "Pears"


def test_one_mark_of_a_change_at_a_begin_is_not_spoken() -> None:
    source = read_source(b"Welcome to the show. >> Thanks. It is good.", "a.txt")
    assert [one.text for one in source.segments] == ["Welcome to the show.", "Thanks. It is good."]
    (segment,) = read_source(b"You shift it: a >> b, and so on.", "a.txt").segments
    assert ">>" in segment.text
