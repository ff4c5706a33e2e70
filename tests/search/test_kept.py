"""Indexes kept on disk: the same as new ones, made again when damaged, done without if need be."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript, shipped_interview
from playhead.search import open_index
from playhead.search.storage.kept import load, tables_for
from playhead.search.storage.tables import Tables, make_tables
from playhead.storage import cache_folder

TEXT = "Pears need frost.\nPears, she said, “need” 1,000 frosts.\n" * 30


def _lists(tables: Tables) -> list[list[object]]:
    return [list(one) for one in tables]


def _file() -> Path:
    (file,) = (cache_folder() / "indexes").iterdir()
    return file


def test_kept_tables_are_those_made() -> None:
    made = tables_for(TEXT)
    kept = load(_file())
    assert kept is not None
    assert _lists(kept) == _lists(made) == _lists(make_tables(TEXT))


def test_every_token_is_in_its_bucket() -> None:
    tables = make_tables(TEXT)
    for place, word in enumerate(tables.ids):
        held = tables.buckets[tables.firsts[word] : tables.firsts[word + 1]]
        assert place // 16 in held
    assert sum(tables.counts) == len(tables.ids)


@pytest.mark.parametrize("at", [0, 12, 30, 200, -1])
def test_a_damaged_file_is_made_again(at: int) -> None:
    made = tables_for(TEXT)
    data = bytearray(_file().read_bytes())
    data[at] ^= 0x55
    _file().write_bytes(data)
    assert load(_file()) is None
    assert _lists(tables_for(TEXT)) == _lists(made)
    assert load(_file()) is not None


@pytest.mark.parametrize("size", [0, 1, 40, 300])
def test_a_torn_file_is_made_again(size: int) -> None:
    tables_for(TEXT)
    _file().write_bytes(_file().read_bytes()[:size])
    assert load(_file()) is None
    assert tables_for(TEXT).words


def test_a_cache_that_cannot_be_written_is_done_without() -> None:
    folder = cache_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    assert tables_for(TEXT).words


def test_empty_texts_have_an_index() -> None:
    assert list(tables_for("").words) == []
    assert list(tables_for("").words) == []


def test_an_index_from_disk_finds_the_same() -> None:
    transcript = open_transcript(shipped_interview())
    first = open_index(transcript).search("relable systems from parts").hits
    assert first == open_index(transcript).search("relable systems from parts").hits
    assert first
