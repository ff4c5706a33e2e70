"""Names of host and guest from the title, the channel and how they are introduced and addressed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playhead.formats.source import Source
from playhead.transcript.topics.common_words import is_common

_LAST = r"(?: (?:[A-Z]\.|van|von|de|der|bin|al))*(?: [A-Z][\w’'-]+)"
_FULL = rf"[A-Z][\w’'-]+{_LAST}{{1,2}}"
_NAME = rf"(?:Dr\.? |Professor )?(?P<name>(?!Dr\b|Hey\b|Hi\b|Hello\b)[A-Z][\w’-]+{_LAST}{{0,2}})"
_IN_TITLE = (
    re.compile(rf"(?:\||[-–—:])\s*(?P<name>{_FULL})\s*$"),
    re.compile(rf"\b(?:with|interview(?:s|ing)?|ft\.?|feat\.?|featuring)\s+(?P<name>{_FULL})"),
    re.compile(rf"^(?P<name>{_FULL})\s*(?:\||[:–—]|\bon\b)"),
)
_OF_THE_GUEST = (
    (3, re.compile(rf"\b[Gg]uests? (?:today |this week )?(?:is|are) {_NAME}")),
    (3, re.compile(rf"\b(?:joined (?:today )?by|I bring you|learn together with) {_NAME}")),
    (
        2,
        re.compile(rf"\bI(?:['’]m| am) (?:here|talking|speaking|sitting down) (?:to|with) {_NAME}"),
    ),
    (2, re.compile(rf"\b(?:conversation|interview|talk|speak|chat) with {_NAME}")),
    (3, re.compile(rf"\b[Ww]elcome(?: back| aboard)?(?: to (?:the|my|our) \w+)?,? {_NAME}[.,!]")),
    (1, re.compile(rf"(?:^|[.?!] )(?:Hi|Hey|Hello),? {_NAME}[.,!]")),
    (3, re.compile(rf"\b{_NAME}, (?:welcome|thank you|thanks)\b")),
    (2, re.compile(rf"\bfor (?:joining|being|coming|doing)\b[^.?!]{{0,20}}, {_NAME}[.!]")),
)
_OF_THE_HOST = (
    (4, re.compile(rf"\bI(?:['’]m| am) your host,? {_NAME}")),
    (3, re.compile(rf"\b(?:podcast|show|episode)\b[^.?!]{{0,60}}[.!] I(?:['’]m| am) {_NAME}")),
    (
        3,
        re.compile(
            rf"\b[Ww]elcome to {_NAME}['’]s (?:\w+ )?(?:[Pp]odcast|[Ss]how|[Nn]ewsletter)\b"
        ),
    ),
    (3, re.compile(rf"\b(?:having me(?: on)?|to be here),? {_NAME}[.!]")),
    (3, re.compile(rf"\b{_NAME}, [^.?!]{{0,30}}\b(?:to be here|for having me)\b")),
)
_THANKED = (2, re.compile(rf"\b(?:Thank you|Thanks)(?: so much| a lot)?,? {_NAME}[.!]"))
"""At the start a guest thanks the host so for the introduction; at the end anyone thanks anyone."""

_NO_PERSON = re.compile(
    r"\b(?:Podcast|Show|Listeners|Welcome|Likewise|Dude|Buddy|Guys|Folks|Man)\b"
)
_SELF = re.compile(rf"\b(?:[Mm]y name is|[Mm]y name['’]s|I(?:['’]m| am)) (?P<name>{_FULL})")
_ASKED = re.compile(r"\?\s|\byour (?:full )?name\b|\bintroduce yourself\b", re.IGNORECASE)
_SHOW = re.compile(r"\b(?:podcast|show|episode|host|interview(?:ing|er)?)\b", re.IGNORECASE)
NEAR = 160
"""Characters before a name said of oneself that tell who is speaking."""

OPENING, CLOSING = 9000, 2500
"""Characters at the start in which people are introduced, and at the end in which they are thanked."""

ENOUGH = 2
"""Least evidence for a name; a single wrong one is worse than none."""


def find_names(source: Source, text: str) -> tuple[str, str]:
    """Host and guest, each a name as it should be shown; `Host` and `Guest` where none is found."""
    opening = text[:OPENING]
    ends = opening + text[max(OPENING, len(text) - CLOSING) :]
    selves = tuple(_SELF.finditer(opening))
    asked = [match for match in selves if _ASKED.search(_before(opening, match))]
    guests = _evidence(ends, _OF_THE_GUEST)
    guests.update({match["name"]: 3 for match in asked})
    hosts = _evidence(ends, _OF_THE_HOST) + _evidence(opening, (_THANKED,))
    hosts.update(
        {m["name"]: 3 for m in selves if m not in asked and _SHOW.search(_before(opening, m))}
    )
    guest = _from_title(source.title) or _best(guests, source.channel) or "Guest"
    host = source.channel or _best(hosts, guest) or "Host"
    return host, guest


def _before(opening: str, match: re.Match[str]) -> str:
    return opening[max(0, match.start() - NEAR) : match.start()]


def _from_title(title: str) -> str:
    for pattern in _IN_TITLE:
        if match := pattern.search(title):
            return match["name"]
    return ""


def _evidence(opening: str, patterns: tuple[tuple[int, re.Pattern[str]], ...]) -> Counter[str]:
    """How much speaks for each name."""
    found: Counter[str] = Counter()
    for weight, pattern in patterns:
        for match in pattern.finditer(opening):
            name = " ".join(_kept(match["name"]))
            if name and not _NO_PERSON.search(name):
                found[name] += weight
    return found


def _kept(name: str) -> Iterator[str]:
    """The words of a name, up to the first that is an everyday word."""
    for word in name.split():
        plain = word.removesuffix("’s").removesuffix("'s")
        if is_common(plain.lower()):
            return
        yield plain


def _best(evidence: Counter[str], other: str) -> str:
    """The name with most evidence, joined with that of its first name; not that of the `other`."""
    total: Counter[str] = Counter()
    for name, weight in evidence.items():
        total[name.split()[0]] += weight
    for first, weight in total.most_common():
        if weight >= ENOUGH and first not in other.split():
            return max((name for name in evidence if name.split()[0] == first), key=len)
    return ""
