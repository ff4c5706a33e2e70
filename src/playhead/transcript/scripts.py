"""Scripts that need care of their own, as ranges for a class of a regular expression."""

from __future__ import annotations

import re
from functools import cache

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
SOUTHEAST = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1780-\u17d3"
"""Thai, Lao, Burmese and Khmer letters: only a dictionary knows where a word of theirs ends."""
SPACELESS = f"{HAN}{HIRAGANA}{KATAKANA}{SOUTHEAST}"
QUESTION_MARKS = ("?", "？", "؟")

SIGNS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84"
    "\u102b-\u103e\u1056-\u109d\u17b4-\u17d3\u200c\u200d\u3099\u309a"
)
"""Signs within words that are no letters to an expression: accents set apart, vowels of India and
of the Southeast, points, joiners."""


def unwrapped(text: str) -> str:
    """`text` without the line breaks inside sentences of scripts that put no spaces there."""
    return text if text.isascii() or "\n" not in text else _wrapped().sub("", text)


def space_between(before: str, after: str) -> str:
    """What parts two stretches of words on one line: a space, but none between such letters."""
    joint = before[-1:] + after[:1]
    return "" if not joint.isascii() and _joint().match(joint) else " "


@cache
def _wrapped() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{SPACELESS}、。，！？])[ \t]*\n[ \t]*(?=[{SPACELESS}])")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(f"[{SPACELESS}、。，！？][{SPACELESS}]")
