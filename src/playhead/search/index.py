"""Transcript -> Index: where each word stands, so that a query touches only what it names."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Protocol

from playhead.search.model import Hit, Result
from playhead.search.query import Query, parse_query
from playhead.search.ranking import Candidate, rank
from playhead.search.tokens import Token, tokens_of
from playhead.search.words import sound, stem
from playhead.transcript.model import Transcript, Turn

Stop = Callable[[], bool]


class Placed(Protocol):
    """Something with a place in the text, as a note."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Character after the last."""


class Index:
    """The words of one transcript, ready to be searched."""

    def __init__(self, transcript: Transcript) -> None:
        """Index `transcript`; time and memory grow with its words."""
        self.transcript = transcript
        self.tokens: list[Token] = tokens_of(transcript.text)
        self.postings: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            self.postings.setdefault(token.word, []).append(position)
        self.sentence_starts = [one.start for one in transcript.sentences]
        self._turn_starts = [one.start for one in transcript.turns]

    def weight(self, word: str) -> float:
        """How much a word tells: its inverse frequency (BM25's idf, Robertson 1994)."""
        count = len(self.postings.get(word, ()))
        return math.log(1 + (len(self.tokens) - count + 0.5) / (count + 0.5))

    @cached_property
    def by_stem(self) -> dict[str, list[str]]:
        """Stem -> words of the vocabulary."""
        return self._grouped(stem)

    @cached_property
    def by_sound(self) -> dict[str, list[str]]:
        """Sound -> words of the vocabulary."""
        return self._grouped(sound)

    @cached_property
    def vocabulary(self) -> list[str]:
        """All words, sorted."""
        return sorted(self.postings)

    def _grouped(self, key: Callable[[str], str]) -> dict[str, list[str]]:
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.postings:
            groups[key(word)].append(word)
        return groups

    def with_prefix(self, prefix: str) -> list[str]:
        """Words of the vocabulary that begin with `prefix`."""
        low = bisect_left(self.vocabulary, prefix)
        high = bisect_left(self.vocabulary, prefix + "\uffff")
        return self.vocabulary[low:high]

    def turn_at(self, offset: int) -> Turn:
        """The turn that holds a character."""
        return self.transcript.turns[max(0, bisect_right(self._turn_starts, offset) - 1)]

    def search(
        self,
        query: str,
        limit: int = 20,
        *,
        notes: Sequence[Placed] = (),
        stop: Stop | None = None,
    ) -> Result:
        """The passages nearest to `query`, the best first; `notes` tell `has:note` their places.

        `stop` is asked now and then; when it answers True the search ends with what it has.
        """
        asked = parse_query(query)
        found: list[Candidate] = []
        for words in asked.alternatives or ("",):
            found += rank(self, words, asked, limit * 4 if _filtered(asked) else limit, stop)
        kept = [one for one in _distinct(found) if self._allowed(one, asked, notes)]
        hits = [
            Hit(
                rank=number,
                score=round(one.score, 3),
                turn=self.turn_at(one.start).id,
                speaker=self.turn_at(one.start).speaker,
                start=one.start,
                end=one.end,
                weak=one.weak,
                marks=one.marks,
            )
            for number, one in enumerate(kept[:limit], 1)
        ]
        return Result(tuple(hits), asked.problem)

    def _allowed(self, one: Candidate, asked: Query, notes: Sequence[Placed]) -> bool:
        turn = self.turn_at(one.start)
        said = self.transcript.text[one.start : one.end].lower()
        if any(word.lower() in said for word in asked.excluded):
            return False
        if asked.who and not self._is_by(turn, asked.who):
            return False
        if asked.topic and not any(asked.topic.lower() in name.lower() for name in turn.topics):
            return False
        if asked.after is not None and turn.time.end < asked.after:
            return False
        if asked.before is not None and turn.time.start > asked.before:
            return False
        if asked.opening:
            opening = self.transcript.text[turn.start : turn.end].lower()
            if not opening.startswith(asked.opening.lower()):
                return False
        return not asked.has_note or any(
            note.start < turn.end and turn.start < note.end for note in notes
        )

    def _is_by(self, turn: Turn, who: str) -> bool:
        name = self.transcript.name_of(turn.speaker).lower()
        role = self.transcript.role_of(turn.speaker) or ""
        return who.lower() in (turn.speaker, role) or who.lower() in name


def _filtered(asked: Query) -> bool:
    return bool(
        asked.who or asked.topic or asked.excluded or asked.opening or asked.has_note
        or asked.after is not None or asked.before is not None
    )  # fmt: skip


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """The best first, without those that overlap a better one."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda each: -each.score):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept
