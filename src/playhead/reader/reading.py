"""The state of reading that no widget owns: the place, where we were, what is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from playhead.reader.panes.places import turn_index
from playhead.transcript.model import Exchange, Span, Transcript, Turn

JUMPS_KEPT = 100
"""Places remembered to go back to."""
DOUBTFUL = 0.75
"""Confidence below which a turn is worth a second look."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note where it stands now in the text."""

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
        self.furthest = 0
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
        self.questions = self._exchange_starts
        self._ids = ids

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

    def moved_to(self, offset: int) -> None:
        """We are at `offset` now."""
        self.position = max(0, min(offset, len(self.transcript.text)))
        self.furthest = max(self.furthest, self.position)

    def shown(self) -> Sequence[int]:
        """Indices of the turns that the filter lets through; all of them if it lets none."""
        turns = self.transcript.turns
        if self.filter.is_all:
            return range(len(turns))
        wanted = self._wanted()
        return [index for index in range(len(turns)) if wanted[index]] or range(len(turns))

    def _wanted(self) -> list[bool]:
        chosen, turns = self.filter, self.transcript.turns
        asked = {id for exchange in self._exchanges for id in exchange.question}
        topic = next((one for one in self.transcript.topics if one.name == chosen.value), None)
        filed = frozenset(topic.turns if topic else ())
        return [
            not (chosen.only_questions and turn.id not in asked)
            and not (chosen.hides_backchannels and turn.kind == "backchannel")
            and (chosen.kind != "speaker" or turn.speaker == chosen.value)
            and (chosen.kind != "topic" or turn.id in filed)
            for turn in turns
        ]

    def starts(self, kind: str) -> list[int]:
        """Offsets that keys step through: turn, question, chapter, sentence, doubt, note, hit."""
        transcript = self.transcript
        if kind == "turn":
            return [turn.start for turn in transcript.turns]
        if kind == "question":
            return self._exchange_starts
        if kind == "chapter":
            return [chapter.start for chapter in transcript.chapters]
        if kind == "sentence":
            return [sentence.start for sentence in transcript.sentences]
        if kind == "doubt":
            return [turn.start for turn in transcript.turns if turn.confidence < DOUBTFUL]
        if kind == "note":
            return sorted(note.start for note in self.notes)
        return sorted({hit.start for hit in self.hits})
