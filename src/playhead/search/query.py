"""The query language: words, 'exact, "phrase", !not, a | b, ^start and field:value filters."""

from __future__ import annotations

import re
from typing import NamedTuple

FIELDS = {
    "who": "host, guest or a name",
    "topic": "a topic",
    "after": "a time, as 12:30",
    "before": "a time, as 12:30",
    "has": "note",
}
HELP = (
    ("words", "in any order, also misspelt or half remembered"),
    ('\'exact  "a phrase"', "just these letters"),
    ("!not", "passages without the word"),
    ("a | b", "either"),
    ("^start", "at the start of a turn"),
    *((f"{name}:…", what) for name, what in FIELDS.items()),
)
_TERM = re.compile(
    r"""(?P<not>!)?(?P<start>\^)?(?:(?P<field>[a-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s|]*))"""
    r"""|"(?P<phrase>[^"]*)"?|'(?P<exact>[^\s|]+)|(?P<bar>\|)|(?P<word>[^\s|]+))"""
)
_TIME = r"^(?:(\d+):)?(\d+):(\d\d)$|^(\d+)s?$|^(\d+)m$"


LONGEST = 2000
"""Characters of a query that are looked for: four times the longest paragraph anyone quotes."""


class Query(NamedTuple):
    """What was asked: alternatives of free words, and conditions on every hit.

    `after` and `before` are seconds.
    """

    alternatives: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    opening: str = ""
    who: str = ""
    topic: str = ""
    after: float | None = None
    before: float | None = None
    has_note: bool = False
    problem: str = ""

    @property
    def is_conditioned(self) -> bool:
        """Whether not every passage may be a hit."""
        return self.conditions() != Query(())

    def conditions(self) -> Query:
        """The query without its words: what is asked of the turn of every hit."""
        return self._replace(alternatives=(), phrases=(), excluded=(), problem="")


def parse_query(query: str) -> Query:
    """Read `query`. A mistake is told in `problem`; the rest of the query still holds."""
    words: list[list[str]] = [[]]
    phrases: list[str] = []
    excluded: list[str] = []
    fields: dict[str, str] = {}
    problems: list[str] = []
    opening = ""
    if len(query) > LONGEST:
        problems.append(f"only its first {LONGEST} characters are looked for")
        query = query[:LONGEST]
    for match in _TERM.finditer(_straight(query)):
        if match["bar"]:
            words.append([])
        elif match["field"] in FIELDS:
            fields[match["field"]] = match["quoted"] or match["value"] or ""
        elif match["not"]:
            term = match["phrase"] or match["exact"] or match["word"] or ""
            excluded += [term] if term else []
        elif match["start"]:
            opening = match["phrase"] or match["word"] or match["exact"] or ""
        elif match["phrase"] is not None or match["exact"]:
            phrases += (
                [match["phrase"] or match["exact"]] if match["phrase"] or match["exact"] else []
            )
        else:
            words[-1].append(match.group().lstrip("!^"))
            if match["field"] and match["value"]:
                problems.append(f"{match['field']}: is no condition (known: {', '.join(FIELDS)})")
    after = _seconds(fields, "after", problems)
    before = _seconds(fields, "before", problems)
    if fields.get("has") not in (None, "note", "notes"):
        problems.append("has: knows only note")
    if query.count('"') % 2:
        problems.append("a quotation mark is open")
    # A space after the last word says that it is whole: no longer the beginning of another.
    if words[-1] and query[-1:].isspace():
        words[-1].append("")
    return Query(
        tuple(" ".join(one) for one in words if one),
        tuple(phrases),
        tuple(one.lower() for one in excluded),
        opening.lower(),
        fields.get("who", "").lower(),
        fields.get("topic", "").lower(),
        after,
        before,
        fields.get("has", "").startswith("note"),
        "; ".join(problems),
    )


def _straight(query: str) -> str:
    return query.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _seconds(fields: dict[str, str], name: str, problems: list[str]) -> float | None:
    value = fields.get(name)
    if not value:
        return None
    match = re.match(_TIME, value)
    if not match:
        problems.append(f"{name}: takes a time such as 12:30")
        return None
    hours, minutes, seconds, bare, only = match.groups()
    if only:
        return float(only) * 60
    if bare:
        return float(bare)
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
