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
    "piece",
    [
        b"<!--",
        b"<!-- a --><!--",
        b"<![CDATA[",
        b"<![if ",
        b"<a ",
        b"</a ",
        b"<!a",
        b"<?",
        b"<a href='",
    ],
)
def test_what_begins_again_and_again_and_never_ends_is_read_to_the_end(piece: bytes) -> None:
    """The parser looks for the end of each to the last, which took minutes."""
    words = _spoken(HEAD + TALK + b"<p>" + piece * (1_000_000 // len(piece)))
    assert words.startswith("Who grows pears?")


def test_bold_words_in_one_line_are_read_to_the_end() -> None:
    """The line so far was looked through at every piece."""
    words = _spoken(HEAD + TALK + b"<p>" + b"<b>pear</b> " * 40_000 + b"</p>")
    assert words.count("pear") == 40_001


def test_a_sign_at_the_end_that_is_no_tag_is_read() -> None:
    assert _spoken(HEAD + TALK + b"Two < three").endswith("Two < three")


def test_bold_type_far_into_a_line_is_no_name() -> None:
    page = (
        HEAD + TALK * 3 + b"<p><b>Ann:</b> " + b"so " * 300 + b"<b>Bob:</b> no.</p></body></html>"
    )
    speakers = [one.speaker for one in read_source(page, "page.html").segments]
    assert speakers == ["Ann", "Bob"] * 3 + ["Ann"]


def test_what_a_page_has_below_the_talk_is_told_and_not_spoken() -> None:
    related = b"<h2>Related episodes</h2><ul><li>Apples with Carl</li></ul>"
    source = read_source(HEAD + TALK * 3 + related, "page.html")
    assert "Apples" not in " ".join(one.text for one in source.segments)
    assert any("Related episodes" in notice for notice in source.notices)
    above = b"<h2>Related work</h2><p><b>Ann:</b> And now?</p>"
    assert "And now?" in _spoken(HEAD + above + TALK * 3)
