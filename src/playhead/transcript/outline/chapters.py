"""Stage 8. Exchanges and sections -> chapters: the table of contents that nobody made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from playhead.transcript.model import Chapter, Exchange, Section, Sentence, Turn
from playhead.transcript.outline.boundaries import best_cuts, expected, log_odds
from playhead.transcript.outline.openings import Opening, find_openings
from playhead.transcript.outline.titles import section_title, title_of
from playhead.transcript.tokens import Tokens

SECTION_TITLES = {
    "teaser": "Cold open",
    "introduction": "Introduction",
    "closing": "Thanks and goodbye",
    "sponsor": "Sponsor",
}
EAGERNESS = 1.4
"""Chapters made for each one expected: the best F1 needs more than the likely number."""

WELCOME_LENGTH = 150
"""Characters before the first question above which they are a chapter of their own."""

LONG = 1.6
"""A chapter this many times as long as the mean is cut into finer ones."""

SHORTEST_MEAN = 900
"""Characters of a chapter, about a minute, below which the mean does not fall."""

LONGEST_MEAN = 6000
"""Characters of a chapter, about seven minutes, above which the mean does not rise."""

_FAREWELL = re.compile(
    r"\b(?:thank(?:s| you)|goodbye|bye|take care|learned (?:a lot|so much)|a pleasure|an honou?r)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\b(?:welcome|thank(?:s| you)|pleasure|hello|hi|great to|good to|nice to|honou?r)\b",
    re.IGNORECASE,
)
_Place = tuple[int, str, int]
"""Where a chapter begins, its title, its level."""


def cut_chapters(
    tokens: Tokens,
    turns: tuple[Turn, ...],
    exchanges: tuple[Exchange, ...],
    sections: tuple[Section, ...],
    headings: tuple[tuple[int, str], ...] = (),
    sentences: tuple[Sentence, ...] = (),
) -> tuple[Chapter, ...]:
    """Begin a chapter at each heading of the file or, where it has none, at sections and openings.

    Titles are of the questions; where none would tell, they are empty until `name_chapters`.
    An opening is a question, a remark that leads to one or, in a long stretch without any, the
    begin of a sentence. Chapters of level 1 lie inside long ones of level 0.
    """
    text = tokens.text
    if headings:
        return _between(text, [(start, title, 0) for start, title in headings])
    openings = find_openings(text, turns, exchanges, sentences)
    odds = log_odds(tokens, openings)
    starts = [one.start for one in openings]
    goodbye = _goodbye(text, turns, sections)
    welcoming = next((one for one in sections if one.kind not in SECTION_TITLES), None)
    places: list[_Place] = []
    for section in sections:
        end = section.end
        if section.kind in SECTION_TITLES:
            places.append((section.start, SECTION_TITLES[section.kind], 0))
            continue
        if section.start < goodbye < section.end:
            end = goodbye
        first, last = bisect_left(starts, section.start), bisect_left(starts, end)
        here = openings[first:last], odds[first:last]
        places += _places(text, section.start, end, *here, section is welcoming)
        if end < section.end:
            places.append((end, SECTION_TITLES["closing"], 0))
    return _between(text, places)


def _goodbye(text: str, turns: tuple[Turn, ...], sections: tuple[Section, ...]) -> int:
    """Where the last words after the last answer begin, if they are words of farewell; or 0."""
    if any(section.kind == "closing" for section in sections):
        return 0
    end = max((one.end for one in sections if one.kind == "interview"), default=0)
    found = 0
    for turn in reversed(turns[-40:]):
        if turn.start >= end:
            continue
        if turn.kind == "question" or end - turn.start > max(1500, end // 20):
            break
        if turn.kind == "remark" and _FAREWELL.search(text, turn.start, turn.end):
            found = turn.start
    return found


def _places(
    text: str,
    start: int,
    end: int,
    openings: list[Opening],
    odds: list[float],
    is_welcoming: bool,
) -> Iterator[_Place]:
    """The chapters of one stretch of the interview, coarse and fine; the first may welcome."""
    greetings = 0
    while is_welcoming and greetings + 1 < len(openings) and _greets(text, openings[greetings]):
        greetings += 1
    openings, odds = openings[greetings:], odds[greetings:]
    welcome = is_welcoming and bool(openings) and openings[0].start - start > WELCOME_LENGTH
    if welcome:
        yield start, "Welcome", 0
    if not openings:
        yield start, "", 0
        return
    first = openings[0].start if welcome else start
    bounds = [first, *(one.start for one in openings[1:]), end]
    length = end - first
    count = max(round(EAGERNESS * expected(odds[1:])), round(length / LONGEST_MEAN) - 1)
    count = min(count, length // SHORTEST_MEAN - 1)
    cuts = [0, *(cut + 1 for cut in best_cuts(bounds[1:-1], odds[1:], first, end, count))]
    mean = (end - first) / len(cuts)
    for cut, following in pairwise([*cuts, len(openings)]):
        inside = [0]
        length = bounds[following] - bounds[cut]
        if length > LONG * mean:
            inner = best_cuts(
                bounds[cut + 1 : following],
                odds[cut + 1 : following],
                bounds[cut],
                bounds[following],
                min(round(length / mean), length // SHORTEST_MEAN) - 1,
            )
            inside += [one + 1 for one in inner]
        for one in inside:
            asked = openings[cut + one]
            yield bounds[cut + one], title_of(text[asked.start : asked.end]), 1 if one else 0


def _greets(text: str, opening: Opening) -> bool:
    """Whether words are of welcome and ask nothing yet."""
    words = text[opening.start : opening.end]
    return "?" not in words and _GREETING.search(words[:200]) is not None


def _between(text: str, places: list[_Place]) -> tuple[Chapter, ...]:
    """Chapters from each place to the next of the same or a coarser level."""
    chapters: list[Chapter] = []
    ends = {0: len(text), 1: len(text)}
    for start, title, level in reversed(places):
        end = start + len(text[start : ends[level]].rstrip())
        chapters.append(Chapter(title, start, end, (), level))
        ends[level] = start
        if level == 0:
            ends[1] = start
    return tuple(reversed(chapters))


def name_chapters(
    chapters: tuple[Chapter, ...], titling: Sequence[Mapping[str, float]]
) -> tuple[Chapter, ...]:
    """The chapters, those without a title named after terms or, without any, numbered.

    `titling` are the likeliest terms of each, the best first. Where the first have named a chapter
    already, the next ones do.
    """
    named: list[Chapter] = []
    used: set[str] = set()
    for number, (one, terms) in enumerate(zip(chapters, titling, strict=True), 1):
        likely = list(terms.items())
        offered = (section_title(likely[first:]) for first in range(len(likely)))
        fresh = (title for title in offered if title not in used)
        title = one.title or next(fresh, section_title(likely)) or f"Part {number}"
        used.add(title)
        named.append(Chapter(title, one.start, one.end, one.topics, one.level))
    return tuple(named)
