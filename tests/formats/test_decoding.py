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


OTHER_SCRIPTS = {
    "Shift-JIS": ("cp932", "ようこそ。どなたですか？山本です。ギターを作っています。"),
    "EUC-JP": ("euc_jp", "ようこそ。どなたですか？山本です。ギターを作っています。"),
    "GB18030": ("gb18030", "主持人：请问您是做什么的？\n李明：我做吉他，已经二十年了。"),
    "Big5": ("big5", "主持人：請問您是做什麼的？\n李明：我做吉他，已經二十年了。"),
    "EUC-KR": ("cp949", "안녕하세요. 저는 김민수입니다. 기타를 만듭니다."),
    "Windows-1251": ("cp1251", "Ведущая: Здравствуйте. Кто вы?\nИван: Я делаю гитары."),
    "KOI8-R": ("koi8_r", "Ведущая: Здравствуйте. Кто вы?\nИван: Я делаю гитары."),
    "Windows-1252": ("cp1252", "¿Quién es usted? Soy Íñigo Núñez, de Málaga, señor."),
}


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_old_encodings_are_told_by_their_letters(name: str) -> None:
    codec, words = OTHER_SCRIPTS[name]
    timed = f"1\n00:00:01,000 --> 00:00:02,000\n{words}\n"
    for text in (words, timed, words * 4000):
        assert decode(text.encode(codec)) == (text, (f"read as {name}",))


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_broken_utf_8_stays_utf_8_in_every_script(name: str) -> None:
    data = (OTHER_SCRIPTS[name][1] * 4).encode()
    text, notices = decode(data[:-40] + b"\xff" + data[-40:])
    assert "\ufffd" in text
    assert "read as" not in " ".join(notices)
