"""The one door through which outside text passes before any screen.

Control characters are made visible, invisible ones that change what is seen are dropped. Nothing
else in Playhead decides which characters a terminal may get.
"""

from __future__ import annotations

import re

_VISIBLE = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
_VISIBLE[0x7F] = "␡"

# Bidi embeddings, overrides and isolates (CVE-2021-42574), zero-width space and joiners that hide
# words, the byte order mark, line and paragraph separators, interlinear marks, tag characters.
_DROPPED = [
    *range(0x80, 0x85),
    *range(0x86, 0xA0),
    0xAD,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
]

_TABLE: dict[int, str | None] = {
    **_VISIBLE,
    **dict.fromkeys(_DROPPED),
    0x09: " ",
    0x0B: " ",
    0x0C: " ",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
    **{code: "\ufffd" for code in range(0xD800, 0xE000)},
}

_ODD = re.compile(
    "[" + "".join(re.escape(chr(code)) for code in sorted({*_TABLE} - set(range(0xD800, 0xE000))))
    + "\ud800-\udfff\r]"
)
# A letter carries at most a handful of marks in any living script; more is a prank.
_MARKS = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
                    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")


def safe(text: str) -> str:
    """Return `text` with nothing in it that a terminal would obey; line breaks stay as `\\n`."""
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return _MARKS.sub(r"\1", text)


def one_line(text: str) -> str:
    """Return `text` safe and on one line, runs of white space folded into single spaces."""
    return " ".join(safe(text).split())


def count_unsafe(text: str) -> int:
    """How many characters `safe` changes, not counting tabs and line ends."""
    return sum(1 for match in _ODD.finditer(text) if match.group() not in "\t\r\n\v\f")
