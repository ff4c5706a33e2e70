"""Stage 2. Cleaned -> sentences: they cover every word of the text once, in order.

Text without punctuation, as automatic captions have it, is cut at pauses and at words that begin
sentences; such sentences are marked as guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Sentence, Span
from playhead.transcript.unpunctuated import guess_sentences

_END = re.compile(r"[.?!…][\"'”’)\]]?(\s+)(?=[\"'“‘(\[]*[^\W_])")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|No|Inc|Jr|Sr)\.$"
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
    text = cleaned.text
    for paragraph in cleaned.paragraphs:
        start, stop = paragraph.start, paragraph.end
        gaps = [match.span(1) for match in _END.finditer(text, start, stop)]
        if _is_bare(text, paragraph, len(gaps)):
            yield from guess_sentences(text, paragraph, cleaned.marks)
            continue
        for end, following in [*gaps, (stop, stop)]:
            if text[end - 1] == "." and end < stop and _is_abbreviated(text, start, end):
                continue
            if end - start > SHORTEST_RUN and _fails(text, start, end):
                yield from guess_sentences(text, Span(start, end), cleaned.marks)
            elif start < end:
                yield Sentence(start, end)
            start = following


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, which ends in a full stop, ends in an abbreviation."""
    begin = end - LONGEST_ABBREVIATION
    # Most last words are too long for one.
    if begin >= start and text[begin : end - 1].isalnum():
        return False
    return _ABBREVIATION.search(text, max(start, begin), end) is not None


def _fails(text: str, start: int, end: int) -> bool:
    """Whether the punctuation of `text[start:end]` fails: RUN_WORDS words between two marks."""
    return text.count(" ", start, end) >= RUN_WORDS and any(
        run.count(" ") > RUN_WORDS for run in _MARKS.split(text[start:end])
    )


def _is_bare(text: str, paragraph: Span, ends: int) -> bool:
    """Whether next to nothing ends a sentence in a paragraph; `ends` do within it."""
    # A word takes two characters at least.
    if ends * BARE_WORDS > (paragraph.end - paragraph.start) // 2:
        return False
    words = text.count(" ", paragraph.start, paragraph.end) + 1
    if words < SHORTEST_BARE:
        return False
    needed = words / BARE_WORDS
    stops = _STOP.finditer(text[paragraph.start : paragraph.end])
    return sum(1 for _ in islice(stops, int(needed) + 1)) < needed
