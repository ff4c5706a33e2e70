"""The one door: what passes it can be shown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.text import _MARK, count_unsafe, counted, each_one_line, one_line, safe

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_no_control_survives_but_the_line_break(text: str) -> None:
    for character in safe(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")


@given(ANYTHING)
def test_safe_text_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x1b\\",
        "\x9d52;c;aGk=\x9c",
        "\x1bP+q\x1b\\",
        "\x9b31m",
        "\x1b_apc",
        "\x1b[2J",
        "\x00",
    ],
)
def test_sequences_lose_what_makes_them_work(sequence: str) -> None:
    shown = safe(f"before {sequence} after")
    assert not set(shown) & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}
    assert shown.startswith("before ")
    assert shown.endswith(" after")


def test_bidi_and_zero_width_are_dropped() -> None:
    assert safe("a\u202eb\u2066c\u200bd\u200de\ufefff") == "abcdef"


def test_joiners_stay_where_scripts_need_them() -> None:
    assert safe("می\u200cخواهم 👩\u200d💻") == "می\u200cخواهم 👩\u200d💻"


def test_marks_are_kept_within_reason() -> None:
    assert safe("e\u0301") == "e\u0301"
    assert len(safe("e" + "\u0301" * 10_000)) < 10


def test_line_ends_of_all_kinds_become_one() -> None:
    assert safe("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert one_line(" a\r\n\tb ") == "a b"


def test_markup_is_only_text() -> None:
    for text in ("[laughter]", "[/b]", "[TODO]", "[link=http://x]y[/link]", "[[note]]"):
        assert safe(text) == text


def test_count_leaves_out_spaces() -> None:
    assert count_unsafe("a\tb\r\nc\x1b\u202e\u200d") == 3


def test_every_mark_that_can_pile_up_is_looked_for() -> None:
    marks = [chr(code) for code in range(0x110000) if re.fullmatch(_MARK, chr(code))]
    assert len(marks) > 800
    assert [mark for mark in marks if one_line("a" + mark * 9) != "a" + mark * 6] == []


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["plain words", "and more"],
        ["plain words", " and more"],
        [" plain words", "and more"],
        ["plain words", "and more "],
        ["plain  words", "and more"],
        ["plain words", "", "and more"],
        ["a\x1b[2Jb", "and\tmore"],
        ["a" + "\u0301" * 60, "and more"],
    ],
)
def test_many_lines_are_mended_as_each_is(texts: list[str]) -> None:
    assert list(each_one_line(texts)) == list(map(one_line, texts))


def test_one_of_a_thing_is_told_without_an_s() -> None:
    assert [counted(count, "line") for count in (0, 1, 2, 1200)] == [
        "0 lines",
        "1 line",
        "2 lines",
        "1,200 lines",
    ]
