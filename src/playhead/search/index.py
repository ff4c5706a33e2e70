"""Transcript -> Index: where each word stands, so that a query touches only what it names."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from playhead.search.conditions import Where, conditioned, holds, possible
from playhead.search.likeness.matching import Likely
from playhead.search.likeness.meaning import meanings
from playhead.search.likeness.words import COMMON_WORDS
from playhead.search.model import Hit, Result
from playhead.search.query import Query, parse_query
from playhead.search.ranking import Candidate, rank
from playhead.search.storage.bitmaps import BUCKET, bitmap
from playhead.search.storage.kept import tables_for
from playhead.search.storage.tables import Progress, Tables, make_tables
from playhead.transcript.model import Transcript, Turn

if TYPE_CHECKING:
    from playhead.search.conditions import Placed

Stop = Callable[[], bool]

LONG = 500_000
"""Words from which the bitmaps of common words are made before the first query."""
COMMON = 2000
"""Times that such a word stands."""


class Index:
    """The words of one transcript, ready to be searched."""

    def __init__(self, transcript: Transcript, tables: Tables | None = None) -> None:
        """Index `transcript`; `tables`, where given, are those of its text."""
        self.transcript = transcript
        self.tables = tables or make_tables(transcript.text)
        self.size = len(self.tables.ids) // BUCKET + 1
        self.likely: dict[tuple[str, bool, bool], Likely] = {}
        self.joined: dict[str, list[tuple[int, float]]] = {}
        self._bitmaps: dict[int, int] = {}
        self._conditions: dict[Query, Where] = {}

    @cached_property
    def sentence_starts(self) -> list[int]:
        """First characters of the sentences."""
        return [one.start for one in self.transcript.sentences]

    @cached_property
    def turn_starts(self) -> list[int]:
        """First characters of the turns."""
        return [one.start for one in self.transcript.turns]

    @cached_property
    def plain_text(self) -> str:
        """The text in lower case with straight quotes, character for character."""
        text = self.transcript.text
        low = text.lower()
        if len(low) != len(text):
            low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
        for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
            low = low.replace(curly, straight)
        return low

    def number_of(self, word: str) -> int:
        """The number of a folded word, or -1 where nobody says it."""
        place = bisect_left(self.tables.words, word)
        held = place < len(self.tables.words) and self.tables.words[place] == word
        return place if held else -1

    def weight(self, number: int) -> float:
        """How much a word tells: its inverse frequency (BM25's idf, Robertson 1994)."""
        count = self.tables.counts[number] if number >= 0 else 0
        return math.log(1 + (len(self.tables.ids) - count + 0.5) / (count + 0.5))

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """Stem -> numbers of words."""
        return _grouped(self.tables.stems)

    @cached_property
    def by_sound(self) -> dict[str, list[int]]:
        """Sound -> numbers of words."""
        return _grouped(self.tables.sounds)

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """Length -> words of letters alone."""
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for word in self.tables.words:
            if word.isalpha():
                groups[len(word)].append(word)
        return groups

    @cached_property
    def signs(self) -> list[tuple[int, int]]:
        """Words that name something, by number, with the signs of their meaning."""
        known = meanings()
        return [
            (number, signs)
            for number, word in enumerate(self.tables.words)
            if word not in COMMON_WORDS and (signs := known.signs(word)) is not None
        ]

    def with_prefix(self, prefix: str) -> list[int]:
        """Numbers of the words that begin with `prefix`, the commonest first."""
        low = bisect_left(self.tables.words, prefix)
        high = bisect_left(self.tables.words, prefix + "\uffff")
        return sorted(range(low, high), key=lambda one: -self.tables.counts[one])

    def bitmap_of(self, number: int) -> int:
        """The buckets in which a word stands."""
        found = self._bitmaps.get(number)
        if found is None:
            low, high = self.tables.firsts[number], self.tables.firsts[number + 1]
            found = bitmap(self.tables.buckets[low:high], self.size)
            self._bitmaps[number] = found
        return found

    @property
    def is_long(self) -> bool:
        """Whether looking at every word it knows takes longer than a keystroke should."""
        return len(self.tables.ids) >= LONG

    def warm(self, progress: Progress | None = None) -> None:
        """Make beforehand what the first queries would wait for in a long text."""
        _ = self.by_stem, self.by_sound, self.by_length, self.signs
        _ = self.turn_starts, self.sentence_starts, self.plain_text
        if not self.is_long:
            return
        common = [n for n, count in enumerate(self.tables.counts) if count > COMMON]
        for done, number in enumerate(common, 1):
            self.bitmap_of(number)
            if progress:
                progress(done / len(common))

    def turn_at(self, offset: int) -> Turn:
        """The turn that holds a character."""
        return self.transcript.turns[max(0, bisect_right(self.turn_starts, offset) - 1)]

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
        asked = possible(self, parse_query(query), notes)
        where = conditioned(self, asked, notes, self._conditions)
        found: list[Candidate] = []
        for words in asked.alternatives or ("",):
            found += rank(self, words, asked, where, limit, stop)
        kept = [one for one in _distinct(found) if holds(self, one.start, one.end, asked, notes)]
        return Result(tuple(map(self._hit, range(1, limit + 1), kept)), asked.problem)

    def _hit(self, rank: int, one: Candidate) -> Hit:
        turn = self.turn_at(one.start)
        return Hit(
            rank, round(one.score, 3), turn.id, turn.speaker,
            one.start, one.end, one.weak, one.marks,
        )  # fmt: skip


def open_index(transcript: Transcript, progress: Progress | None = None) -> Index:
    """The index of `transcript`, from disk where its text was indexed before.

    `progress` is told the share done, 0 to 1, and may raise to end the work.
    """
    index = Index(transcript, tables_for(transcript.text, progress))
    if index.is_long:
        index.warm(progress)
    return index


def _grouped(keys: Iterable[str]) -> dict[str, list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        groups[key].append(number)
    return groups


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """The best first, without those that overlap a better one."""
    kept: list[Candidate] = []
    starts: list[int] = []
    ends: list[int] = []
    for one in sorted(found, key=lambda each: (-each.score, each.start)):
        place = bisect_left(starts, one.end)
        if place and ends[place - 1] > one.start:
            continue
        place = bisect_left(starts, one.start)
        starts.insert(place, one.start)
        ends.insert(place, one.end)
        kept.append(one)
    return kept
