"""What is asked in a question: one sentence of all that leads up to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from playhead.reader.view.words import count_words
from playhead.text import one_line
from playhead.transcript.model import Sentence, Transcript
from playhead.transcript.scripts import QUESTION_MARKS

_LEAD_IN = re.compile(
    r"^(?:(?:so|and|but|now|well|okay|ok|yeah|yes|right|um|uh|all right|i mean|you know|like)"
    r"\b[,.]?\s+)+(?=\S{2})",
    re.IGNORECASE,
)
LEAST = 3
"""Words of a sentence that tells what is asked."""


def asked_in(transcript: Transcript, start: int, end: int) -> str:
    """The last sentence of `text[start:end]` with a question mark, without its lead-in."""
    sentences = _sentences(transcript, start, end)
    words = [one_line(transcript.text[max(one.start, start) : one.end]) for one in sentences]
    telling = [one for one in words if count_words(one) >= LEAST]
    asked = [one for one in telling if one.endswith(QUESTION_MARKS)]
    said = asked[-1] if asked else next(iter(telling), "")
    title = _LEAD_IN.sub("", said or one_line(transcript.text[start:end]))
    return title[:1].upper() + title[1:]


def _sentences(transcript: Transcript, start: int, end: int) -> Sequence[Sentence]:
    first = bisect_right(transcript.sentences, start, key=lambda one: one.start) - 1
    last = bisect_right(transcript.sentences, end - 1, key=lambda one: one.start)
    return transcript.sentences[max(0, first) : last]
