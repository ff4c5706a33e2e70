"""Sentences -> units: the shortest stretches that are given to one speaker whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.transcript.model import Sentence, Span

_ACKNOWLEDGEMENT = r"(?:Mhm|Mm-hmm|Uh-huh|Yeah|Yes|Right|Okay|Sure|Exactly|Wow|Crazy|Interesting)"
_INSIDE = re.compile(
    # A capital where no sentence begins: another voice comes in, as in `3% difference Mhm. in in`.
    rf"(?<=[\w,’'])\s+(?={_ACKNOWLEDGEMENT}\b[.,])"
)


def split_units(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Split sentences where another voice seems to come in; units cover the sentences' words."""
    return tuple(unit for sentence in sentences for unit in _split(text, sentence))


def _split(text: str, sentence: Sentence) -> Iterator[Span]:
    start = sentence.start
    for match in _INSIDE.finditer(text, sentence.start, sentence.end):
        if match.start() > start and text[match.start() - 1] != ",":
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, sentence.end)
