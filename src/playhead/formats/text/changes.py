"""Marks that another speaker comes in: `>>`, or a dash where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

_CHANGE = re.compile(
    r"(?:^|(?<=\s))>>+\s*|(?:^|(?<=[.?!…]\s)|(?<=[.?!…-][\"”’)\]]\s)|(?<=[\]-]\s)(?=-))(?:-|[–—](?!\s+[a-z]))\s+(?=[\w\"“'‘\[(])|(?:^|(?<=\s))&gt;&gt;\s*"
)
_ANGLES = re.compile(r"(?:^|(?<=\s))(?:>>+|(?:&gt;){2,})\s*")
_SURE = re.compile(r"(?:^|(?<=[.?!…*)\]]\s))(?:>>+|(?:&gt;){2,})\s", re.MULTILINE)
SHARE = 0.02
"""Marks mean a change of speaker where at least this share of the lines, and two, have one."""


def uses_changes(lines: Sequence[str]) -> bool:
    """Whether marks of a change are the habit of this text; `>>` at a begin is never words."""
    marked = [
        line
        for line in lines
        if (">>" in line or "- " in line or "— " in line or "– " in line) and _CHANGE.search(line)
    ]
    if len(marked) >= max(2, SHARE * sum(1 for line in lines if line)):
        return True
    return any(_SURE.search(line) for line in marked)


def split_changes(text: str) -> list[str]:
    """`text` cut at its marks; what stands before the first comes first, perhaps empty."""
    if ">>" not in text and "- " not in text and "— " not in text and "– " not in text:
        return [text]
    return _CHANGE.split(text)


def uses_angles(text: str) -> bool:
    """Whether `text` has `>>` twice, be it in one line as scraped captions come, or at a begin."""
    if ">>" not in text and "&gt;&gt;" not in text:
        return False
    return len(list(islice(_ANGLES.finditer(text), 2))) == 2 or _SURE.search(text) is not None


def split_angles(text: str) -> list[str]:
    """`text` cut at each `>>`; what stands before the first comes first, perhaps empty."""
    return _ANGLES.split(text)
