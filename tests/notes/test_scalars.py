"""Scalars that every YAML reader gives back as the same text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from playhead.notes.file.events import read_tree
from playhead.notes.file.scalars import block, flow

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@given(TEXT)
@example("12:34")
@example("no")
@example("2024-01-02")
@example("\x85")
@example("x\n")
@example(" x")
@example("# x")
@example("a: b")
def test_a_scalar_on_one_line_reads_back(text: str) -> None:
    assert yaml.safe_load(f"- {flow(text)}\n") == [text]
    assert "\n" not in flow(text)


@given(TEXT)
@example("a\n\nb")
@example("a \nb")
@example("a\rb")
def test_a_block_reads_back(text: str) -> None:
    tree = read_tree(f"note: {block(text, '  ')}\n")
    assert tree is not None
    assert tree.value["note"].value == text


@pytest.mark.parametrize("text", ["yes", "12:34", "1e3", "~", "null", "0x1F", "2026-11-24"])
def test_what_yaml_would_retype_is_quoted(text: str) -> None:
    assert flow(text) == f'"{text}"'


def test_words_need_no_quotes() -> None:
    assert flow("how do you build reliable systems") == "how do you build reliable systems"
