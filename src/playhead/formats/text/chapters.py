"""Titles of chapters between lines of captions, as the panel of a player shows and copies them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playhead.formats.text.lines import Opening

FEWEST = 4
"""Times alone on their lines at least, so that the habit shows:"""

ONE_LINE = 0.8
"""most of them have one line of words below, and a second line is then a title."""

LONGEST = 12
"""Words of a title at most."""

_NUMBERED = re.compile(r"Chapter \d+: +")
_CLOSED = re.compile(r"[.,;!…-]$")


def chapter_titles(lines: Sequence[str], openings: Sequence[Opening | None]) -> dict[int, str]:
    """Numbers of lines that are titles of chapters -> the titles."""
    times = [n for n, one in enumerate(openings) if one and _is_time(lines[n], one)]
    if len(times) < FEWEST:
        return {}
    below = [
        [n for n in range(at + 1, after) if lines[n]]
        for at, after in zip(times, [*times[1:], len(lines)], strict=True)
    ]
    if sum(len(one) == 1 for one in below) < ONE_LINE * len(times):
        return {}
    found = [one[1] for one in below[:-1] if len(one) == 2 and _is_title(lines[one[1]])]
    first = times[0] - 1
    if first >= 0 and (found or _NUMBERED.match(lines[first])) and _is_title(lines[first]):
        found.append(first)
    return {number: _NUMBERED.sub("", lines[number]) for number in found}


def _is_time(line: str, opening: Opening) -> bool:
    return opening.shape == "time" and opening.end == len(line)


def _is_title(line: str) -> bool:
    words = line.split()
    return (
        bool(words) and not line[0].islower() and len(words) <= LONGEST and not _CLOSED.search(line)
    )
