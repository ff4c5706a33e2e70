"""Words of like meaning: found where letters find nothing, never before what letters find."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.search import Index
from playhead.search.likeness.meaning import COSINES, Meanings, meanings

TALK = """Ann: What did the doctors say about the child?

Bob: They told us to stay home. The physician gave my son some medicine and he slept well.

Ann: And then you bought a new car?

Bob: We sold the old truck and purchased an automobile in the spring. The dog loved it.

Ann: Does the dog bark at strangers when they come to the door?

Bob: He barks at the postman every single morning.
"""


@pytest.fixture
def index(tmp_path: Path) -> Index:
    file = tmp_path / "talk.txt"
    file.write_text(TALK, "utf-8")
    return Index(open_transcript(file))


def _cosine(one: str, other: str) -> float:
    first, second = meanings().signs(one), meanings().signs(other)
    assert first is not None
    assert second is not None
    return COSINES[(first ^ second).bit_count()]


def test_like_words_are_near_and_others_are_not() -> None:
    assert _cosine("doctor", "physician") > 0.5
    assert _cosine("car", "automobile") > 0.5
    assert _cosine("doctor", "truck") < 0.3
    assert meanings().signs("qzxv") is None


def test_a_paraphrase_is_found_as_a_guess(index: Index) -> None:
    hits = index.search("our surgeon prescribed pills so the kid rested").hits
    text = index.transcript.text
    assert any("physician" in text[hit.start : hit.end] for hit in hits[:2])
    assert all(hit.weak for hit in hits)


def test_a_guess_never_stands_before_a_true_match(index: Index) -> None:
    hits = index.search("the dog loved vehicles").hits
    assert "dog loved" in index.transcript.text[hits[0].start : hits[0].end]
    order = [hit.weak for hit in hits]
    assert order == sorted(order)


@pytest.mark.parametrize(
    "data", [b"", b"meaning2", b"another\n" * 10, b"meaning2" + bytes(8) + b"x"]
)
def test_another_file_means_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "meaning.bin"
    file.write_bytes(data)
    assert Meanings(file).signs("doctor") is None
    assert Meanings(tmp_path / "none").signs("doctor") is None
