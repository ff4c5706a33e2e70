"""Pages that no browser wrote: comments without end, lines without end."""

from __future__ import annotations

import pytest

from playhead.formats.reading import read_source

HEAD = b"<!DOCTYPE html><html><body>"
TALK = b"<p><b>Ann:</b> Who grows pears?</p><p><b>Bob:</b> I do.</p>"


def _spoken(page: bytes) -> str:
    return " ".join(one.text for one in read_source(page, "page.html").segments)


def test_words_behind_a_comment_that_never_ends_are_read() -> None:
    words = _spoken(HEAD + TALK + b"<!-- never ended <p><b>Ann:</b> Where?</p>" + TALK)
    assert words.count("Who grows pears?") == 2
    assert "Where?" in words


def test_a_comment_that_ends_is_no_part_of_the_words() -> None:
    words = _spoken(HEAD + TALK + b"<!-- <p>hidden</p> -->" + TALK + b"<!--")
    assert "hidden" not in words
    assert words.count("I do.") == 2


@pytest.mark.parametrize(
    ("piece", "count"), [(b"<!--", 300_000), (b"<b>pear</b> ", 40_000), (b"<!-- a --><!--", 50_000)]
)
def test_pages_of_one_line_are_read_to_the_end(piece: bytes, count: int) -> None:
    """Each of these took minutes when the line so far was looked through at every piece."""
    words = _spoken(HEAD + TALK + b"<p>" + piece * count + b"</p>")
    assert words.startswith("Who grows pears?")
    assert words.count("pear") == 1 + count * (b"pear" in piece)


def test_bold_type_far_into_a_line_is_no_name() -> None:
    page = (
        HEAD + TALK * 3 + b"<p><b>Ann:</b> " + b"so " * 300 + b"<b>Bob:</b> no.</p></body></html>"
    )
    speakers = [one.speaker for one in read_source(page, "page.html").segments]
    assert speakers == ["Ann", "Bob"] * 3 + ["Ann"]
