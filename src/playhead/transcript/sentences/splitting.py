"""Stage 2. Cleaned -> sentences: they cover every word of the text once, in order.

Text without punctuation, as automatic captions have it, is cut at pauses and where the words
around make an end likely; such sentences are marked as guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, repeat

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Sentence, Span
from playhead.transcript.sentences.unpunctuated import guess_sentences

_BEFORE = r"(?<!(?<!\w)"
_LATIN_END = (
    r"[.?!…\n](?:(?<=\n)|(?:[\"'”’)\]]"
    # What ends in a full stop without ending a sentence, by the number of its letters.
    rf"|{_BEFORE}[A-HJ-Z]\.){_BEFORE}(?:Mr|Ms|Dr|St|vs|No|Jr|Sr)\.)"
    rf"{_BEFORE}(?:Mrs|etc|e\.g|i\.e|Inc)\.){_BEFORE}Prof\.)"
    r") (?=(?:« ?)?[\"'“‘(\[¿¡„]*[^\W_]))"
)
_OTHER_MARKS = "。！？｡।۔؟"
_END = re.compile(_LATIN_END)
_ANY_END = re.compile(rf"{_LATIN_END}|[{_OTHER_MARKS}][\"'”’」』）)\]]*[ \n]?(?=\S)")
"""The last mark of a sentence, or of a paragraph, and the white space after it, if there is any."""

_OTHER_MARK = re.compile(f"[{_OTHER_MARKS}]")
_STOP = re.compile(rf"[.?!…{_OTHER_MARKS}][\"'”’)\]]?(?:\s|$)")
BARE_WORDS = 60
"""With fewer stops than one in this many words, a paragraph counts as unpunctuated."""

SHORTEST_BARE = 25
"""A paragraph of fewer words may well be one sentence."""

_MARKS = re.compile(r"[.,;:?!…—]")
SHORTEST_RUN, RUN_WORDS = 120, 40
"""So many words without any mark are said by nobody in one sentence: the recogniser left them out."""


def find_sentences(cleaned: Cleaned) -> tuple[Sentence, ...]:
    """Split each paragraph after its closing punctuation, or where sentences seem to begin."""
    text = cleaned.text
    is_other = not text.isascii() and _OTHER_MARK.search(text) is not None
    starts = [0, *map(re.Match.end, (_ANY_END if is_other else _END).finditer(text))]
    if is_other:
        ends = [start - (text[start - 1] in " \n") for start in starts[1:]]
    else:
        ends = [start - 1 for start in starts[1:]]
    ends.append(len(text))
    found: list[Sentence] = []
    at = 0
    for first, last in _doubtful(cleaned, starts, ends):
        found += _between(starts[at:first], ends[at:first])
        found += guess_sentences(text, Span(starts[first], ends[last]), cleaned.marks)
        at = last + 1
    found += _between(starts[at:], ends[at:])
    return tuple(found) if text else ()


def _between(starts: Sequence[int], ends: Sequence[int]) -> Iterator[Sentence]:
    """Sentences that begin and end so; a call of Python for each would take twice the time."""
    return map(partial(tuple.__new__, Sentence), zip(starts, ends, repeat(False)))


def _doubtful(cleaned: Cleaned, starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Numbers of the first and the last of sentences that want to be cut anew, in order.

    Those of a paragraph without punctuation together, and one whose punctuation fails by itself.
    """
    text = cleaned.text
    bare: list[tuple[int, int]] = []
    following = 0
    for paragraph in cleaned.paragraphs:
        first, last = following, bisect_left(ends, paragraph.end, following)
        following = last + 1
        # A word takes two characters at least.
        enough = 2 * BARE_WORDS * (last - first) > paragraph.end - paragraph.start
        if not enough and _is_bare(text, paragraph):
            bare.append((first, last))
    failing = [
        number
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end - start > SHORTEST_RUN
        and text.count(" ", start, end) >= RUN_WORDS
        and _fails(text[start:end])
    ]
    taken = {number for first, last in bare for number in range(first, last + 1)}
    return sorted([*bare, *((number, number) for number in failing if number not in taken)])


def _fails(words: str) -> bool:
    """Whether the punctuation of a sentence fails: RUN_WORDS words between two marks."""
    return any(run.count(" ") > RUN_WORDS for run in _MARKS.split(words))


def _is_bare(text: str, paragraph: Span) -> bool:
    """Whether next to nothing ends a sentence in a paragraph."""
    words = text.count(" ", paragraph.start, paragraph.end) + 1
    if words < SHORTEST_BARE:
        return False
    needed = words / BARE_WORDS
    stops = _STOP.finditer(text[paragraph.start : paragraph.end])
    return sum(1 for _ in islice(stops, int(needed) + 1)) < needed
