"""Encodings from before Unicode that are no Latin: told by what their letters would be."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections import Counter
from typing import NamedTuple

HEAD = 65536
"""Bytes of a file that are looked at."""

FEWEST = 6
"""Letters beyond ASCII at least; of fewer nothing can be told."""

_BROKEN_SHARE = 0.2
"""Broken sequences for each whole one above which a text is not UTF-8 with some damage."""

_WRITTEN = re.compile(r"[^\W\d_]")


class _Encoding(NamedTuple):
    """How an encoding is called, and which of its letters stand in how great a share of any text."""

    codec: str
    name: str
    letters: re.Pattern[str]
    share: float


_KANA = re.compile("[\u3041-\u309f\u30a1-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SIMPLIFIED = re.compile(
    "[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得着下自之年过么吗啊吧没好很想去做]"
)
_TRADITIONAL = re.compile(
    "[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得著下自之年過麼嗎啊吧沒好很想去做]"
)
_CYRILLIC = re.compile("[оеаинтсрвлк]")

_ENCODINGS = (
    _Encoding("cp932", "Shift-JIS", _KANA, 0.3),
    _Encoding("euc_jp", "EUC-JP", _KANA, 0.3),
    _Encoding("cp949", "EUC-KR", _HANGUL, 0.9),
    _Encoding("gb18030", "GB18030", _SIMPLIFIED, 0.15),
    _Encoding("big5", "Big5", _TRADITIONAL, 0.15),
    _Encoding("cp1251", "Windows-1251", _CYRILLIC, 0.5),
    _Encoding("koi8_r", "KOI8-R", _CYRILLIC, 0.5),
)


def legacy_encoding(data: bytes) -> tuple[str, str] | None:
    """The codec of `data`, which is not UTF-8, and its name; None where nothing speaks for one."""
    head = data[:HEAD]
    if _is_utf8(head):
        return None
    found = Counter({one: _fit(head, one) for one in _ENCODINGS})
    best, fit = found.most_common(1)[0]
    return (best.codec, best.name) if fit >= 1 else None


def _is_utf8(head: bytes) -> bool:
    """Whether `head` is UTF-8 with some bytes broken."""
    text = head.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for one in text if one > "\x7f") - broken
    return broken < _BROKEN_SHARE * whole


def _fit(head: bytes, encoding: _Encoding) -> float:
    """How many times the share of its common letters is reached; 0 where it cannot be."""
    try:
        # The last letter of a long file's head may be cut through.
        text = getincrementaldecoder(encoding.codec)().decode(head, len(head) < HEAD)
    except UnicodeDecodeError:
        return 0.0
    letters = [one for one in _WRITTEN.findall(text) if one > "\x7f"]
    latin = sum(1 for one in text if one.isascii() and one.isalpha())
    # Words of Latin letters with an accent here and there are of the West.
    if len(letters) < FEWEST or (encoding.letters is _CYRILLIC and len(letters) < latin):
        return 0.0
    common = sum(1 for one in letters if encoding.letters.match(one))
    return common / len(letters) / encoding.share
