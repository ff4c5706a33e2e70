"""Where a word begins and ends, and where a line may, in scripts with spaces and without."""

from __future__ import annotations

import re
from functools import cache

from playhead.transcript.scripts import HAN, HIRAGANA, KATAKANA, SOUTHEAST

PUNCTUATION = (
    "!-&(-/:-@\\[-\\^`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    "\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    "\u2010-\u2018\u201a-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff\u3001-\u3004\u3008-\u303f"
    "\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
"""What is no part of a word; apostrophes are one."""
OPENING = "(\\[{“‘«（［｛〔〈《「『【"
CLOSING = (
    ")\\]}”’»）］｝〕〉》」』】、。，．：；？！・…‥,.:;?!々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""What ends no line, and what begins none: the ground rules of setting Chinese and Japanese."""

LONGEST = 64
"""Characters looked back for the beginning of a word; a longer one is taken from there."""

SPACED = "\u3005"
"""Text all of whose characters come before this one has a space between any two stretches."""


@cache
def _words() -> re.Pattern[str]:
    """A word. Of scripts without spaces: a character of Han, a run of kana, a letter with its marks."""
    return re.compile(
        f"[{HAN}]|[{HIRAGANA}]+|[{KATAKANA}]+|[{SOUTHEAST}](?:(?!\\w)[{SOUTHEAST}])*"
        f"|[^\\s{PUNCTUATION}{HAN}{HIRAGANA}{KATAKANA}{SOUTHEAST}]+|[{PUNCTUATION}]+"
    )


@cache
def unbroken() -> re.Pattern[str]:
    """What a line is not broken in, white space, or a line break of the text.

    Made when it is first asked for: the first screen of most talks does without.
    """
    return re.compile(
        f"[{OPENING}]{{0,4}}[{HAN}{HIRAGANA}{KATAKANA}][{CLOSING}]*"
        f"|(?:(?![{OPENING}]{{0,4}}[{HAN}{HIRAGANA}{KATAKANA}])\\S)+|[^\\S\\n]+|\\n"
    )


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word at `offset`; of the nearest one before it where there is none."""
    begin = max(0, text.rfind(" ", 0, offset) - 1, text.rfind("\n", 0, offset) - 1)
    best = (offset, offset)
    for match in _words().finditer(text, max(begin, offset - LONGEST)):
        if match.start() > offset:
            break
        best = match.span()
    return best


def step_word(text: str, offset: int, by: int) -> int:
    """The start of the next word, or of the one before."""
    if by > 0:
        _, end = word_at(text, offset)
        match = _words().search(text, max(end, offset + 1))
        return match.start() if match else offset
    start, _ = word_at(text, offset)
    if start < offset:
        return start
    return word_at(text, max(0, len(text[:start].rstrip()) - 1))[0]


def count_words(text: str) -> int:
    """How many words `text` has; a character of a script without spaces counts as one."""
    if max(text, default="") < SPACED:
        return len(text.split())
    return sum(not match.group().isspace() for match in unbroken().finditer(text))


def stretch_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of what is heard at `offset`: a word with its punctuation, or the next one."""
    begin = max(0, text.rfind(" ", 0, offset) + 1, text.rfind("\n", 0, offset) + 1)
    for match in unbroken().finditer(text, max(begin, offset - LONGEST)):
        if match.end() > offset and not match.group().isspace():
            return match.span()
    return offset, offset


def step_stretch(text: str, offset: int, by: int) -> int:
    """The start of the next stretch, or of the one before."""
    if by > 0:
        return stretch_at(text, stretch_at(text, offset)[1])[0]
    return stretch_at(text, max(0, len(text[:offset].rstrip()) - 1))[0]
