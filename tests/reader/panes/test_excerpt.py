"""Words around what matters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from playhead.reader.panes.excerpt import Marked, excerpt, folded

TEXT = "one two three four five six seven eight nine ten eleven twelve thirteen"


@settings(max_examples=60)
@given(st.integers(0, len(TEXT.split()) - 1), st.integers(24, 90))
def test_what_matters_is_always_there_whole_and_marked(number: int, room: int) -> None:
    word = TEXT.split()[number]
    start = TEXT.index(f" {word}") + 1 if number else 0
    shown = excerpt(TEXT, [Marked(start, start + len(word), "bold")], room, 0, len(TEXT))
    (span,) = shown.spans
    assert shown.plain[span.start : span.end] == word
    assert len(shown.plain) <= room
    assert set(shown.plain.strip("…").split()) <= set(TEXT.split())


def test_wide_letters_take_two_columns_and_no_break_comes_first() -> None:
    text = (
        "ようこそ、今日は。" * 9 + "\n木を乾かすのに時間がかかるんです。" + "ようこそ、今日は。" * 9
    )
    start = text.index("木")
    shown = excerpt(text, [Marked(start, start + 5, "bold")], 30, 0, len(text))
    assert "木を乾かす" in shown.plain
    assert shown.cell_length <= 40
    cut = excerpt(text, [Marked(start, start + 5, "bold")], 12, start - 1, len(text))
    assert cut.plain.startswith("…木を")


def test_lines_are_broken_where_scripts_without_spaces_may_be() -> None:
    words = Content.assemble("…😀 ok? 我们今天要谈的是人工", ("智能", "bold"), "的未来。")
    lines = folded(words, 20)
    assert [line.plain for line in lines] == ["…😀 ok? 我们今天要谈", "的是人工智能的未来。"]
    (span,) = lines[1].spans
    assert lines[1].plain[span.start : span.end] == "智能"
