"""Stage 2. Cleaned -> sentences: they cover every word of the text once, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Sentence

_END = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][\"'”’)\]]))\s+(?=[\"'“‘(\[]*[^\W_])")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|No|Inc|Jr|Sr)\.$"
)
"""What ends in a full stop without ending a sentence."""


def find_sentences(cleaned: Cleaned) -> tuple[Sentence, ...]:
    """Split each paragraph after its closing punctuation."""
    return tuple(_split(cleaned))


def _split(cleaned: Cleaned) -> Iterator[Sentence]:
    for paragraph in cleaned.paragraphs:
        start = paragraph.start
        for match in _END.finditer(cleaned.text, paragraph.start, paragraph.end):
            if _ABBREVIATION.search(cleaned.text, max(start, match.start() - 6), match.start()):
                continue
            yield Sentence(start, match.start())
            start = match.end()
        if start < paragraph.end:
            yield Sentence(start, paragraph.end)
