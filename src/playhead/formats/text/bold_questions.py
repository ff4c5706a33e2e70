"""Text in which bold or slanted paragraphs are the interviewer's, as magazines print interviews."""

from __future__ import annotations

import re
from dataclasses import replace

from playhead.formats.source import Source
from playhead.formats.text.markup import unmarked
from playhead.formats.text.plain import PARAGRAPHS, read_paragraphs

NAME = "bold"
TITLE = "questions in bold or slanted paragraphs, answers in plain ones"

ASKED, ANSWERED = "Interviewer", "Interviewee"

FEWEST = 2
"""Paragraphs set apart at least, as many of them questions, and plain ones between them."""

ASKING_SHARE = 0.5
"""Share of the paragraphs set apart that end in a question mark; of headings far fewer do."""

PLAIN_SHARE = 0.3
"""Share of the paragraphs that are plain at least: in a text all bold it tells nothing."""

_SET_APART = re.compile(r"(\*\*|__|\*|_)(?=[^\s*_])(?P<words>(?:(?!\1).)+)(?<=\S)\1", re.DOTALL)
_ASKS = re.compile(r"\?[\"'”’)\]]*$")


def sniff(head: str, path: str) -> float:
    """Paragraphs that are questions and set apart, with plain ones between them."""
    if "*" not in head and "_" not in head:
        return 0.0
    paragraphs = [one.strip() for one in PARAGRAPHS.split(head)]
    apart = [_set_apart(one) for one in paragraphs]
    found = [words for words in apart if words]
    asking = sum(bool(_ASKS.search(words)) for words in found)
    plain = [number for number, words in enumerate(apart) if not words]
    between = sum(bool(apart[number - 1]) for number in plain if number)
    is_interview = (
        min(asking, between) >= FEWEST
        and asking >= ASKING_SHARE * len(found)
        and len(plain) >= PLAIN_SHARE * len(paragraphs)
    )
    return 0.75 if is_interview else 0.0


def read(data: str, path: str) -> Source:
    """Read paragraphs; what stands above the first question is nobody's."""
    source = read_paragraphs(data, NAME, _Voices())
    return replace(source, speakers={**source.speakers, ASKED: "host", ANSWERED: "guest"})


class _Voices:
    """Who says a paragraph, told by how it and those before it are set."""

    def __init__(self) -> None:
        self._asked = False

    def __call__(self, paragraph: str) -> tuple[str | None, str]:
        """The speaker and the words."""
        words = _set_apart(paragraph)
        self._asked = self._asked or bool(words)
        answering = ANSWERED if self._asked else None
        return (ASKED, words) if words else (answering, unmarked(paragraph))


def _set_apart(paragraph: str) -> str:
    """The words of a paragraph that is bold or slanted as a whole; empty of any other."""
    match = _SET_APART.fullmatch(paragraph)
    return match["words"] if match else ""
