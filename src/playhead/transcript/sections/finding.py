"""The parts of the recording, put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, SectionKind, Sentence
from playhead.transcript.sections.advertisements import advertisements, sponsor_start
from playhead.transcript.sections.introductions import introduction

if TYPE_CHECKING:
    from playhead.transcript.tokens import Tokens

_FAREWELL = re.compile(
    r"\blearned (?:so much|a lot)\b|\bfor (?:joining|coming|being here|your time|having me)\b"
    r"|\bthat(?:'|’)s (?:all|it) (?:for|from)\b|\buntil next time\b|\bthank you so much\b",
    re.IGNORECASE,
)


def find_sections(
    cleaned: Cleaned, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[Section, ...]:
    """Tell the parts of the recording apart; together they cover the text.

    A file with labels has its turns for that: it is one interview.
    """
    text, count = cleaned.text, len(sentences)
    if not sentences:
        return ()
    kinds: list[SectionKind] = ["interview"] * count
    sponsor = count
    if not cleaned.labels:
        # Loading numpy takes a while, and the types of this folder are needed without.
        from playhead.transcript.sections.teasers import teaser_end

        opening = teaser_end(tokens, sentences)
        begins, greeting = introduction(text, sentences, opening)
        kinds[:begins] = ["teaser"] * begins
        kinds[begins:greeting] = ["introduction"] * (greeting - begins)
        sponsor = sponsor_start(text, sentences)
        kinds[sponsor:] = ["sponsor"] * (count - sponsor)
        for start, end in advertisements(text, sentences):
            kinds[start:end] = ["sponsor"] * (end - start)
    closing = _closing_start(text, sentences, sponsor)
    for number in range(closing, sponsor):
        if kinds[number] == "interview":
            kinds[number] = "closing"
    return _runs(text, sentences, kinds)


def _runs(
    text: str, sentences: tuple[Sentence, ...], kinds: list[SectionKind]
) -> tuple[Section, ...]:
    """Neighbours of one kind are one section; each reaches to the next."""
    starts = [i for i in range(len(kinds)) if i == 0 or kinds[i] != kinds[i - 1]]
    bounds = [*(sentences[i].start for i in starts), len(text)]
    return tuple(
        Section(kinds[i], bounds[number], bounds[number + 1]) for number, i in enumerate(starts)
    )


def _closing_start(text: str, sentences: tuple[Sentence, ...], end: int) -> int:
    """Number of the sentence in which the goodbye begins; `end` where nobody says it."""
    start = end
    for number in range(end - 1, max(0, end - max(10, end // 20)), -1):
        if _FAREWELL.search(text, sentences[number].start, sentences[number].end):
            start = number
    return start
