"""Accents are folded, and words are found in scripts that have signs, or no spaces."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from playhead.library import open_transcript
from playhead.search import Index

TALK = {
    "de": "Die größte Schwierigkeit ist das Holz.",
    "fr": "Je fabrique des guitares à Québec, et mon cœur est là.",
    "es": "Unos tres meses, más o menos, en Málaga.",
    "nfd": normalize("NFD", "Ich heiße Björn und wohne in Malmö."),
    "ru": "Я делаю гитары в Ёлкино, дерево должно высохнуть.",
    "ar": "أصنع العود منذ عشرين سنة، حوالي ثلاثة أشهر.",
    "hi": "मेरा नाम राम है और मैं गिटार बनाता हूँ।",
    "ja": "ようこそ、今日は山本さんに来ていただきました。どんなお仕事をされていますか？",
    "zh": "我叫李明，我做吉他，已经二十年了。木头需要晾干。",
    "th": "ผมชื่อสมชาย ผมทำกีตาร์ประมาณสามเดือน",
    "ko": "저는 김민수입니다. 기타를 만듭니다.",
}
ASKED = [
    ("grosste schwierigkeit", "de"),
    ("GRÖSSTE", "de"),
    ("guitares quebec", "fr"),
    ("coeur", "fr"),
    ("mas o menos", "es"),
    ("Björn Malmö", "nfd"),
    ("heisse bjorn", "nfd"),
    ("елкино", "ru"),
    ("اشهر", "ar"),
    ("गिटार", "hi"),
    ("お仕事", "ja"),
    ("山本さんに来て", "ja"),
    ("仕", "ja"),
    ("吉他", "zh"),
    ("吉他 ", "zh"),
    ("木头 二十年", "zh"),
    ("กีตาร์", "th"),
    ("สามเดือน", "th"),
    ("기타를", "ko"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    file: Path = tmp_path_factory.mktemp("talk") / "talk.txt"
    file.write_text("\n\n".join(TALK.values()), "utf-8")
    return Index(open_transcript(file))


@pytest.mark.parametrize(("query", "language"), ASKED)
def test_words_are_found(index: Index, query: str, language: str) -> None:
    best = index.search(query).hits[0]
    assert not best.weak
    said = TALK[language]
    start = index.transcript.text.index(said)
    assert start <= best.start < best.end <= start + len(said)


@pytest.mark.parametrize(
    "query", ["量子物理学", "ありません", "квантовая физика", "क्वांटम भौतिकी", "ฟิสิกส์"]
)
def test_what_nobody_said_is_refused_or_weak(index: Index, query: str) -> None:
    assert all(hit.weak for hit in index.search(query).hits)
