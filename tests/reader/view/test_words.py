"""Words: one step at a time in scripts with spaces and in scripts without."""

from __future__ import annotations

import pytest

from playhead.reader.view.words import count_words, step_word, word_at
from playhead.reader.view.wrap import wrap


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t stop, it’s 3.", ["Don’t", "stop", ",", "it’s", "3", "."]),
        ("内存 ECC 重要。", ["内", "存", "ECC", "重", "要", "。"]),
        ("人のメモリを。", ["人", "の", "メモリ", "を", "。"]),
        ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया", "।"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("שלום, עולם", ["שלום", ",", "עולם"]),
        ("e\u0301te\u0301 oui", ["e\u0301te\u0301", "oui"]),
    ],
)
def test_stepping_on_and_back_visits_every_word(text: str, words: list[str]) -> None:
    starts = [0]
    while (there := step_word(text, starts[-1], 1)) != starts[-1]:
        starts.append(there)
    assert [text[slice(*word_at(text, start))] for start in starts] == words
    back = [starts[-1]]
    while (there := step_word(text, back[-1], -1)) != back[-1]:
        back.append(there)
    assert back == starts[::-1]


def test_a_very_long_word_is_looked_back_for_no_further_than_need_be() -> None:
    text = "x" * 100_000
    start, end = word_at(text, 90_000)
    assert start <= 90_000 < end


def test_lines_of_chinese_are_full_and_none_begins_with_a_closing_mark() -> None:
    text = "系统必须准备好应对这种情况。" * 20 + "内存（memory）带宽「重要」吗？" * 20
    lines = [text[a:b] for a, b in wrap(text, 0, len(text), 20)]
    assert not [line for line in lines if line[0] in "。，？」）"]
    assert not [line for line in lines if line[-1] in "「（"]
    assert all(len(line.encode("gbk")) >= 12 for line in lines[:-1])


def test_chinese_after_latin_fills_the_line() -> None:
    text = "ECC 内存带宽比什么都重要而且非常好"
    assert text[slice(*wrap(text, 0, len(text), 14)[0])] == "ECC 内存带宽比"


def test_words_are_counted_in_scripts_with_spaces_and_without() -> None:
    assert count_words("Don’t re-do it, please.") == 4
    assert count_words("内存带宽。ECC 重要") == 7
