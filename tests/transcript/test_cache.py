"""The cache gives back what was parsed, and nothing when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.storage import cache_folder
from playhead.transcript import cache


def test_second_opening_is_equal_and_not_parsed(
    interview: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_transcript(interview)

    def never(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("playhead.transcript.parse.parse", never)
    assert open_transcript(interview) == first


def test_another_path_with_the_same_words_has_its_own_origin(
    interview: Path, tmp_path: Path
) -> None:
    open_transcript(interview)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(interview.read_bytes())
    assert open_transcript(copy).origin.path == str(copy)


@pytest.mark.parametrize("damage", [b"", b"playhead\n{}", b"\x00" * 100])
def test_damaged_entries_are_made_again(interview: Path, damage: bytes) -> None:
    first = open_transcript(interview)
    (entry,) = (cache_folder() / "transcripts").iterdir()
    entry.write_bytes(damage)
    assert open_transcript(interview) == first
    assert len(entry.read_bytes()) > 1000


def test_a_flipped_byte_is_noticed(interview: Path) -> None:
    open_transcript(interview)
    (entry,) = (cache_folder() / "transcripts").iterdir()
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(bytes(data))
    assert cache.load(entry.stem, "x") is None


def test_oldest_entries_go_when_the_limit_is_passed(
    interview: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_transcript(interview)
    monkeypatch.setattr(cache, "LIMIT", 1)
    file = tmp_path / "other.txt"
    file.write_text("Ann: Who is it?\n\nBob: It is me.\n", "utf-8")
    open_transcript(file)
    assert not list((cache_folder() / "transcripts").iterdir())


def test_what_a_full_disk_left_of_an_entry_goes_away(
    interview: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert open_transcript(interview).turns
    assert not list((cache_folder() / "transcripts").iterdir())


def test_a_cache_that_cannot_be_written_is_done_without(interview: Path) -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("a file where the folder should be", "utf-8")
    assert open_transcript(interview).turns


def test_an_entry_of_another_version_is_made_again(
    interview: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_transcript(interview)
    (entry,) = (cache_folder() / "transcripts").iterdir()
    monkeypatch.setattr(cache, "stamp", lambda: "00000000")
    assert cache.load(entry.stem, "x") is None
    assert open_transcript(interview) == first
    assert b" 00000000 " in entry.read_bytes()[:40]
