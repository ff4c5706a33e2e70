"""Names of host and guest from the title, the channel and how the guest is introduced."""

from __future__ import annotations

import re
from collections import Counter

from playhead.formats.source import Source

_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|van|von|de|der|bin|al))*(?: [A-Z][\w’'-]+){1,2}"
_IN_TITLE = (
    re.compile(rf"(?:\||[-–—:])\s*(?P<name>{_NAME})\s*$"),
    re.compile(rf"\b(?:with|interview(?:s|ing)?|ft\.?|feat\.?|featuring)\s+(?P<name>{_NAME})"),
    re.compile(rf"^(?P<name>{_NAME})\s*(?:\||[:–—]|\bon\b)"),
)
_INTRODUCED = re.compile(
    r"(?:[Mm]y guest (?:today )?is|joined (?:today )?by|I(?:’|')m here with|talk(?:ing)? (?:to|with)"
    r"|speak(?:ing)? (?:to|with)|[Ww]elcome,?|learn together with|conversation with|introduce)\s+"
    rf"(?:Dr\. |Professor )?(?P<name>{_NAME})"
)
_HOST = re.compile(
    rf"\b(?:I(?:’|')m your host,?|[Tt]his is|[Mm]y name is|I(?:’|')m)\s+(?P<name>{_NAME})"
)
OPENING = 6000
"""Characters from the start in which guests are introduced."""


def find_names(source: Source, text: str) -> tuple[str, str]:
    """Host and guest, each a name as it should be shown; `Host` and `Guest` where none is found."""
    opening = text[:OPENING]
    guest = _from_title(source.title) or _most_introduced(opening) or "Guest"
    match = _HOST.search(opening)
    host = source.channel or (match["name"] if match and match["name"] != guest else "") or "Host"
    return host, guest


def _from_title(title: str) -> str:
    for pattern in _IN_TITLE:
        if match := pattern.search(title):
            return match["name"]
    return ""


def _most_introduced(opening: str) -> str:
    counts = Counter(match["name"] for match in _INTRODUCED.finditer(opening))
    return counts.most_common(1)[0][0] if counts else ""
