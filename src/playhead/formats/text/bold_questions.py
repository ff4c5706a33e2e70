"""Text in which bold or slanted paragraphs are the interviewer's, as magazines print interviews."""

from __future__ import annotations

import re
from collections import Counter
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
    found = [words for _, words in apart if words]
    asking = sum(bool(_ASKS.search(words)) for words in found)
    plain = [number for number, (_, words) in enumerate(apart) if not words]
    between = sum(bool(apart[number - 1][1]) for number in plain if number)
    is_interview = (
        min(asking, between) >= FEWEST
        and asking >= ASKING_SHARE * len(found)
        and len(plain) >= PLAIN_SHARE * len(paragraphs)
    )
    return 0.75 if is_interview else 0.0


def read(data: str, path: str) -> Source:
    """Read paragraphs; what stands above the first question is nobody's."""
    source = read_paragraphs(data, NAME, _Voices(_mark_of_questions(data)))
    return replace(source, speakers={**source.speakers, ASKED: "host", ANSWERED: "guest"})


class _Voices:
    """Who says a paragraph, told by how it and those before it are set."""

    def __init__(self, mark: str) -> None:
        """`mark` stands around what is asked."""
        self._mark = mark
        self._asked = False

    def __call__(self, paragraph: str) -> tuple[str | None, str]:
        """The speaker and the words."""
        mark, words = _set_apart(paragraph)
        is_asking = bool(words) and mark == self._mark
        self._asked = self._asked or is_asking
        answering = ANSWERED if self._asked else None
        return (ASKED, words) if is_asking else (answering, words or unmarked(paragraph))


def _mark_of_questions(data: str) -> str:
    """The mark around most questions; what else is set apart is an introduction or a remark."""
    apart = (_set_apart(one.strip()) for one in PARAGRAPHS.split(data))
    marks = Counter(mark for mark, words in apart if words and _ASKS.search(words))
    return max(marks, key=lambda mark: marks[mark], default="")


def _set_apart(paragraph: str) -> tuple[str, str]:
    """The mark and the words of a paragraph that is bold or slanted as a whole; empty of others."""
    match = _SET_APART.fullmatch(paragraph)
    return (match[1], match["words"]) if match else ("", "")
