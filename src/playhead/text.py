"""The one door through which outside text passes before any screen.

Control characters are made visible, invisible ones that change what is seen are dropped. Nothing
else in Playhead decides which characters a terminal may get.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# C1 controls but next line; soft hyphen; zero-width space; bidi marks, embeddings, overrides and
# isolates (CVE-2021-42574); invisible operators; byte order mark; interlinear marks; tags.
_DROPPED = (
    "\x80-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_SURROGATES = "\ud800-\udfff"
# Nothing of this is printable to Python, which asks faster than a pattern does.
_ODD = re.compile(f"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029{_DROPPED}{_SURROGATES}]")

# Joiners mean something after Arabic and Indic letters and inside emoji, and hide words elsewhere.
_JOINERS = re.compile("(?<![\u0600-\u0dff\ufe0f\u2600-\u27bf\U0001f000-\U0001faff])[\u200c\u200d]+")

# A letter carries at most a handful of marks in any living script; more is a prank.
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u0816-\u082d\u08ca-\u0902\u093a\u093c\u0941-\u0948\u094d\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
_MARKS = re.compile(f"({_MARK}{{6}}){_MARK}+")
# With these bytes every such mark begins in UTF-8, and next to nothing in Latin letters.
_MARK_BYTES = bytes(
    (0xCC, 0xCD, 0xD2, *range(0xD6, 0xDE), 0xE0, 0xE1, 0xE3, 0xEF, *range(0xF0, 0xF5))
)
# Begins with a set of characters, not with a repeat of one: those are looked for twice as fast.
_STACK = re.compile(f"{_MARK}{_MARK}{{6}}")

_SPACES = {
    "\t": " ",
    "\v": " ",
    "\f": " ",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\r": "\n",
}


def safe(text: str) -> str:
    """Return `text` with nothing in it that a terminal would obey; line breaks become `\\n`."""
    if not text.isprintable():
        text = _ODD.sub(_visible, text.replace("\r\n", "\n"))
        text = text if text.isascii() else _JOINERS.sub("", text)
    return _unstacked(text)


def one_line(text: str) -> str:
    """Return `text` safe and on one line, runs of white space folded into single spaces."""
    # No white space but the space is printable, and most lines are fit as they stand.
    if text.isprintable() and "  " not in text:
        return _unstacked(text.strip(" "))
    return " ".join(safe(text).split())


def counted(count: int, thing: str) -> str:
    """So many of a thing: `1 line`, `1,200 lines`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def each_one_line(texts: Sequence[str]) -> Sequence[str]:
    """`one_line` of each; where all are fit as they stand, which is seen at once, the same."""
    whole = " ".join(texts)
    is_fit = whole.isprintable() and "  " not in whole and whole[:1] != " " != whole[-1:]
    return texts if is_fit and _unstacked(whole) == whole else list(map(one_line, texts))


def _unstacked(text: str) -> str:
    """`text` without the marks that pile up on one letter."""
    if text.isascii() or not (_may_stack(text) and _STACK.search(text)):
        return text
    return _MARKS.sub(r"\1", text)


def _may_stack(text: str) -> bool:
    """Whether there may be marks in `text`: ten times as fast as to look for them."""
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded.translate(None, _MARK_BYTES)) < len(encoded) or b"\xe2\x83" in encoded


def count_unsafe(text: str) -> int:
    """How many characters `safe` makes visible or drops; tabs and line ends do not count."""
    if text.isprintable():
        return 0
    odd = sum(1 for match in _ODD.finditer(text) if match.group() not in _SPACES)
    return (
        odd
        if text.isascii()
        else odd + sum(len(match.group()) for match in _JOINERS.finditer(text))
    )


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _SPACES:
        return _SPACES[character]
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else ""
