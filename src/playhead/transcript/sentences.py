"""Stage 2. Cleaned -> sentences: they cover every word of the text once, in order.

Text without punctuation, as automatic captions have it, is cut at pauses and at words that begin
sentences; such sentences are marked as guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Sentence, Span
from playhead.transcript.unpunctuated import guess_sentences

_END = re.compile(r"[.?!…][\"'”’)\]]?(\s+)(?=[\"'“‘(\[]*[^\W_])")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|No|Inc|Jr|Sr)\.$"
)
"""What ends in a full stop without ending a sentence."""

LONGEST_ABBREVIATION = 6
"""Characters of an abbreviation and of what stands before it."""


_STOP = re.compile(r"[.?!…][\"'”’)\]]?(?:\s|$)")
BARE_WORDS = 60
"""With fewer stops than one in this many words, a paragraph counts as unpunctuated."""

SHORTEST_BARE = 25
"""A paragraph of fewer words may well be one sentence."""

_MARKS = re.compile(r"[.,;:?!…—]")
SHORTEST_RUN, RUN_WORDS = 120, 40
"""So many words without any mark are said by nobody in one sentence: the recogniser left them out."""


def find_sentences(cleaned: Cleaned) -> tuple[Sentence, ...]:
    """Split each paragraph after its closing punctuation, or where sentences seem to begin."""
    return tuple(_split(cleaned))


def _split(cleaned: Cleaned) -> Iterator[Sentence]:
    for paragraph in cleaned.paragraphs:
        start = paragraph.start
        if _is_bare(cleaned.text[start : paragraph.end]):
            yield from guess_sentences(cleaned.text, paragraph, cleaned.marks)
            continue
        for match in _END.finditer(cleaned.text, paragraph.start, paragraph.end):
            end = match.start(1)
            if _is_abbreviated(cleaned.text, max(start, end - LONGEST_ABBREVIATION), end):
                continue
            yield from _whole(cleaned, start, end)
            start = match.end()
        if start < paragraph.end:
            yield from _whole(cleaned, start, paragraph.end)


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` ends in an abbreviation; most words are too long for one."""
    return (
        text[end - 1] == "."
        and (end - start < LONGEST_ABBREVIATION or not text[start : end - 1].isalnum())
        and _ABBREVIATION.search(text, start, end) is not None
    )


def _whole(cleaned: Cleaned, start: int, end: int) -> Iterator[Sentence]:
    """One sentence, or those of a stretch in which the punctuation fails."""
    is_long = end - start > SHORTEST_RUN and cleaned.text.count(" ", start, end) >= RUN_WORDS
    if is_long and _fails(cleaned.text[start:end]):
        yield from guess_sentences(cleaned.text, Span(start, end), cleaned.marks)
    else:
        yield Sentence(start, end)


def _fails(sentence: str) -> bool:
    """Whether a run of RUN_WORDS words stands between two marks."""
    return any(run.count(" ") > RUN_WORDS for run in _MARKS.split(sentence))


def _is_bare(paragraph: str) -> bool:
    words = paragraph.count(" ") + 1
    if words < SHORTEST_BARE:
        return False
    needed = words / BARE_WORDS
    return (
        sum(1 for _ in zip(range(int(needed) + 1), _STOP.finditer(paragraph), strict=False))
        < needed
    )
