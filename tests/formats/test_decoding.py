"""Encodings are found and told; what is no text is refused."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.formats.decoding import decode, unpacked
from playhead.formats.reading import read_source
from playhead.formats.unreadable import UnreadableError

WORDS = "Fräulein Müller’s “naïve” question, asked in a café by the river."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert decode(WORDS.encode(encoding))[0] == WORDS


def test_an_unusual_encoding_is_told() -> None:
    assert decode(WORDS.encode("cp1252"))[1] == ("read as Windows-1252",)
    assert decode(WORDS.encode())[1] == ()


def test_broken_bytes_are_shown_and_counted() -> None:
    text, notices = decode("Ünly a fœw bytes of this are bröken: ".encode() + b"\xff and \xc3.")
    assert text.count("\ufffd") == 2
    assert any(notice.startswith("2 bytes") for notice in notices)


@pytest.mark.parametrize(
    "data", [b"We sat in a caf\xc3", b"It costs \xff nothing", b"No\x80thing", b"So caf\xc3( it is"]
)
def test_a_stray_byte_in_plain_words_is_no_letter(data: bytes) -> None:
    text, notices = decode(data)
    assert text.count("\ufffd") == 1
    assert notices == ("1 bytes did not decode and are shown as \ufffd",)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 text", bytes(range(20)) * 9])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decode(data)
    except UnreadableError as error:
        assert "\n" not in str(error)


def test_gzip_is_unpacked_and_broken_gzip_told() -> None:
    packed = gzip.compress(b"Ann: Hello.\n\nBob: Hi.\n")
    assert unpacked(packed) == b"Ann: Hello.\n\nBob: Hi.\n"
    with pytest.raises(UnreadableError):
        unpacked(packed[:-9])


def test_names_and_what_stands_in_the_head_are_fit_for_a_screen() -> None:
    row = {"speaker": "Ann\x1b]0;x\x07", "start": 1, "text": "Who grows pears?"}
    data = json.dumps({"title": "Pears\ud800\x9b", "segments": [row]}).encode()
    source = read_source(data, "a.json")
    assert source.segments[0].speaker == "Ann␛]0;x␇"
    assert source.title == "Pears\ufffd"
