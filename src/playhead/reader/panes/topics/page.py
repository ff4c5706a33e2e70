"""A topic -> its page: the passages where it is spoken of, the best sentence of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from playhead.reader.panes.excerpt import Marked, excerpt, folded
from playhead.reader.panes.looks import EXACT, voice_style
from playhead.reader.panes.places import time_of
from playhead.text import one_line
from playhead.transcript.model import Sentence, Span, Topic, Transcript, Turn

WORD_LINES = 3
"""Lines of words shown of a passage."""
_LONG = 24
"""Words a sentence may have before its evidence counts less: it says more than the topic."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn that speaks of the topic: its best sentence, and the evidence in that."""

    turn: Turn
    start: int
    end: int
    evidence: tuple[Span, ...]


def passages_of(transcript: Transcript, topic: Topic) -> tuple[Passage, ...]:
    """The passages of `topic` in reading order, one a turn."""
    wanted = set(topic.turns)
    evidence = sorted(topic.evidence, key=lambda span: span.start)
    return tuple(
        _passage(transcript, turn, _within(evidence, turn.start, turn.end))
        for turn in transcript.turns
        if turn.id in wanted
    )


def passage_height(transcript: Transcript, passage: Passage, width: int) -> int:
    """Lines of a passage: who and when, its words, one of air."""
    return 2 + len(_words(transcript, passage, width))


def draw_passage(transcript: Transcript, passage: Passage, width: int) -> list[Content]:
    """The lines of a passage."""
    time = time_of(transcript, passage.start)
    name = one_line(transcript.name_of(passage.turn.speaker)) or "speaker unknown"
    room = max(1, width - len(time) - 2)
    head = Content.assemble((name, voice_style(transcript, passage.turn.speaker))).truncate(
        room, ellipsis=True, pad=True
    )
    shown = [Content("  ") + line for line in _words(transcript, passage, width)]
    return [Content.assemble(head, " ", (time, "$foreground-muted")), *shown, Content("")]


def _words(transcript: Transcript, passage: Passage, width: int) -> list[Content]:
    marked = [Marked(one.start, one.end, EXACT) for one in passage.evidence]
    room = max(8, WORD_LINES * (width - 6))
    words = excerpt(transcript.text, marked, room, passage.start, passage.end)
    return folded(words, width - 3)[: WORD_LINES + 1]


def _passage(transcript: Transcript, turn: Turn, evidence: Sequence[Span]) -> Passage:
    sentences = transcript.sentences
    first = max(0, bisect_right(sentences, turn.start, key=lambda one: one.start) - 1)
    last = bisect_left(sentences, turn.end, key=lambda one: one.start)
    inside = sentences[first:last]
    if not inside:
        return Passage(turn, turn.start, turn.end, tuple(evidence))
    best = max(inside, key=lambda one: _worth(transcript.text, one, evidence))
    start, end = max(best.start, turn.start), min(best.end, turn.end)
    return Passage(turn, start, end, tuple(_within(evidence, start, end)))


def _worth(text: str, sentence: Sentence, evidence: Sequence[Span]) -> float:
    """How well a sentence stands for the topic: its evidence, less for a long-winded one."""
    found = len(_within(evidence, sentence.start, sentence.end))
    words = text.count(" ", sentence.start, sentence.end) + 1
    return found / max(1.0, words / _LONG) - (words < 5) / 2


def _within(evidence: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    first = bisect_left(evidence, start, key=lambda span: span.start)
    return evidence[first : bisect_left(evidence, end, key=lambda span: span.start)]
