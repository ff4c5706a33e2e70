"""The state of reading that no widget owns: the place, where we were, what is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from playhead.reader.asked import asked_in
from playhead.reader.panes.places import turn_index
from playhead.reader.stretches import Stretches
from playhead.reader.view.words import stretch_at
from playhead.transcript.model import Exchange, Span, Transcript, Turn

JUMPS_KEPT = 100
"""Places remembered to go back to."""
STRIDE = 4000
"""Characters passed in one step that may have been read: what stands on a large screen."""
DOUBTFUL = 0.75
"""Confidence below which a turn is worth a second look."""


class PlacedNote(NamedTuple):
    """A note where it stands now in the text. A tuple: thousands are made at each save."""

    id: str
    start: int
    end: int
    words: str
    tags: tuple[str, ...]
    colour: str


@dataclass(slots=True)
class Jumps:
    """Places left by a jump, as a browser keeps them."""

    back: list[int] = field(default_factory=list)
    forward: list[int] = field(default_factory=list)

    def leave(self, offset: int) -> None:
        """Remember `offset` before a jump."""
        if not self.back or self.back[-1] != offset:
            self.back.append(offset)
            del self.back[:-JUMPS_KEPT]
        self.forward.clear()

    def go_back(self, here: int) -> int | None:
        """The place before, `here` kept for the way forward; None where there is none."""
        return self._move(self.back, self.forward, here)

    def go_forward(self, here: int) -> int | None:
        """The place gone back from; None where there is none."""
        return self._move(self.forward, self.back, here)

    @staticmethod
    def _move(source: list[int], target: list[int], here: int) -> int | None:
        if not source:
            return None
        target.append(here)
        return source.pop()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which turns are shown. `kind` is empty, topic or speaker."""

    kind: str = ""
    value: str = ""
    only_questions: bool = False
    hides_backchannels: bool = False

    @property
    def is_all(self) -> bool:
        """Whether every turn is shown."""
        return self == Filter()


class Reading:
    """One transcript being read."""

    def __init__(self, transcript: Transcript) -> None:
        """At the beginning of `transcript`."""
        self.position = 0
        self.read = Stretches()
        self.jumps = Jumps()
        self.marks: dict[str, int] = {}
        self.filter = Filter()
        self.notes: tuple[PlacedNote, ...] = ()
        self.hits: tuple[Span, ...] = ()
        self.show_transcript(transcript)

    def show_transcript(self, transcript: Transcript) -> None:
        """Read another state of the same words: speakers guessed, corrections made."""
        self.transcript = transcript
        ids = {turn.id: index for index, turn in enumerate(transcript.turns)}
        self._exchange_starts: list[int] = []
        self._exchanges: list[Exchange] = []
        for exchange in transcript.exchanges:
            if exchange.question and exchange.question[0] in ids:
                self._exchange_starts.append(transcript.turns[ids[exchange.question[0]]].start)
                self._exchanges.append(exchange)
        asked = {ids[id] for one in self._exchanges for id in one.question if id in ids}
        self._asked = sorted(asked)
        self.questions = self._exchange_starts
        self._ids = ids
        self._starts: dict[tuple[str, Filter], list[int]] = {}
        self._shown: tuple[Filter, Sequence[int]] = (Filter(), range(len(transcript.turns)))

    @property
    def turn(self) -> Turn | None:
        """The turn we are in."""
        turns = self.transcript.turns
        return turns[turn_index(self.transcript, self.position)] if turns else None

    def turn_named(self, id: str) -> Turn | None:
        """The turn with an id."""
        index = self._ids.get(id)
        return None if index is None else self.transcript.turns[index]

    def section_of(self, turn: Turn) -> str:
        """The kind of the section that a turn begins in; empty outside of all."""
        for section in self.transcript.sections:
            if section.start <= turn.start < section.end:
                return section.kind
        return ""

    def question_number(self, offset: int) -> int:
        """How many questions have been asked up to `offset`."""
        return bisect_right(self._exchange_starts, offset)

    def question_at(self, offset: int) -> Turn | None:
        """The question whose answer is at `offset`; None before the first."""
        number = self.question_number(offset)
        return self.turn_named(self._exchanges[number - 1].question[0]) if number else None

    def asked(self, number: int) -> str:
        """What the question with a number, from 1 on, asks; it may take several turns."""
        turns = [self.turn_named(id) for id in self._exchanges[number - 1].question]
        found = [turn for turn in turns if turn is not None]
        return asked_in(self.transcript, found[0].start, found[-1].end)

    def moved_to(self, offset: int, *, reads: bool = True) -> None:
        """We are at `offset` now; `reads` if what is passed by counts as read, unless it is much."""
        before = self.position
        self.position = max(0, min(offset, len(self.transcript.text)))
        if reads and self.position - before <= STRIDE:
            self.read.add(before, self.position)

    def shown(self) -> Sequence[int]:
        """Indices of the turns that the filter lets through, rising; all if it lets none."""
        chosen, shown = self._shown
        if chosen != self.filter:
            every = range(len(self.transcript.turns))
            shown = every if self.filter.is_all else self._let_through(self.filter) or every
            self._shown = (self.filter, shown)
        return shown

    def is_shown(self, offset: int) -> bool:
        """Whether the turn at `offset` is let through."""
        return self._next_shown(offset) == offset

    def nearest_shown(self, offset: int, by: int) -> int:
        """`offset`, or where it is left out the next words shown, before it where `by` is negative.

        Without a direction it is the turn before, as a question is of what is said after it.
        """
        after = self._next_shown(offset)
        if after == offset or not self.shown():
            return offset
        shown, turns = self.shown(), self.transcript.turns
        place = bisect_left(shown, turn_index(self.transcript, offset))
        if after is not None and (by > 0 or place == 0):
            return after
        turn = turns[shown[place - 1]]
        return turn.start if by == 0 else stretch_at(self.transcript.text, turn.end - 1)[0]

    def _next_shown(self, offset: int) -> int | None:
        """`offset` where its turn is shown, else the start of the next one that is, if any."""
        shown, index = self.shown(), turn_index(self.transcript, offset)
        place = bisect_left(shown, index)
        if place == len(shown):
            return None
        return offset if shown[place] == index else self.transcript.turns[shown[place]].start

    def _let_through(self, chosen: Filter) -> list[int]:
        """Begin with the fewest that can be looked up, so that most turns are never looked at."""
        turns = self.transcript.turns
        filed = next((one.turns for one in self.transcript.topics if one.name == chosen.value), ())
        left: Iterable[int] = self._asked if chosen.only_questions else range(len(turns))
        if chosen.kind == "topic":
            of_topic = {self._ids[id] for id in filed if id in self._ids}
            left = [i for i in left if i in of_topic] if chosen.only_questions else sorted(of_topic)
        if chosen.kind == "speaker":
            left = [i for i in left if turns[i].speaker == chosen.value]
        if chosen.hides_backchannels:
            left = [i for i in left if turns[i].kind != "backchannel"]
        return list(left)

    def starts(self, kind: str) -> list[int]:
        """Offsets that keys step through: turn, question, chapter, sentence, doubt, note, hit.

        Of what begins in turns left out it is the next words shown that are stepped to.
        """
        if kind == "note":
            return [note.start for note in self.notes if self.is_shown(note.start)]
        if kind == "hit":
            return sorted({hit.start for hit in self.hits if self.is_shown(hit.start)})
        chosen = (kind, self.filter)
        if chosen not in self._starts:
            found = self._starts_of(kind)
            self._starts[chosen] = found if self.filter.is_all else self._left_of(found, kind)
        return self._starts[chosen]

    def _left_of(self, starts: Iterable[int], kind: str) -> list[int]:
        """What the filter leaves of `starts`; a doubt is of its own turn only."""
        if kind == "doubt":
            return [start for start in starts if self.is_shown(start)]
        places = {self._next_shown(start) for start in starts}
        return sorted(place for place in places if place is not None)

    def _starts_of(self, kind: str) -> list[int]:
        transcript = self.transcript
        if kind == "question":
            return self._exchange_starts
        if kind == "turn":
            return [turn.start for turn in transcript.turns]
        if kind == "chapter":
            return [chapter.start for chapter in transcript.chapters]
        if kind == "sentence":
            return [sentence.start for sentence in transcript.sentences]
        return [turn.start for turn in transcript.turns if turn.confidence < DOUBTFUL]
