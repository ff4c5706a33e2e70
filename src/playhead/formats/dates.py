"""Dates as files write them -> 2026-06-01."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december"
_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
_ISO = re.compile(r"(?P<year>\d{4})[-/.]?(?P<month>\d\d)[-/.]?(?P<day>\d\d)(?!\d)")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[ ,]+(?:of +)?(?P<month>[A-Za-z]{3,9})\.?"
    r"|(?P<month2>[A-Za-z]{3,9})\.? +(?P<day2>\d{1,2})(?:st|nd|rd|th)?)[ ,]+(?P<year>\d{4})\b"
)


def iso_date(text: str) -> str:
    """`text` as an ISO date, where it names a day in one way only; else as it stands."""
    if match := _ISO.match(text):
        return _checked(text, match["year"], int(match["month"]), match["day"])
    if match := _WORDS.search(text):
        month = _NUMBERS.get((match["month"] or match["month2"])[:3].lower(), 0)
        return _checked(text, match["year"], month, match["day"] or match["day2"])
    return text


def _checked(text: str, year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return text
