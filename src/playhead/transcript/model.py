"""What a transcript is: one text, and spans over it. Offsets count characters (code points)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Role = Literal["host", "guest"]
SectionKind = Literal["teaser", "introduction", "interview", "sponsor", "closing"]
TurnKind = Literal["question", "answer", "remark", "backchannel", "monologue"]


# A talk has so many spans and sentences that they are tuples, made in half the time.
class Span(NamedTuple):
    """A stretch of the text: `text[start:end]`, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The file read: `sha256` is of its bytes, `format` the name of one of `formats`."""

    path: str
    sha256: str
    format: str


class Sentence(NamedTuple):
    """A sentence. `guessed` when the text has no punctuation to end it."""

    start: int
    end: int
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who talks. `id` is host, guest, host2, guest2, …; `name` is what the screen shows."""

    id: str
    name: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the recording, from the first word of it to the first word of the next."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """When a turn is heard, in seconds. `estimated` when the source has no times."""

    start: float
    end: float
    estimated: bool


class Mark(NamedTuple):
    """The word at character `offset` is spoken at `seconds`, says the file."""

    offset: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until another does. `speaker` is None where nothing can be said.

    `confidence` is the probability, 0 to 1, that the words are this speaker's; labels given by
    the file or by a person have 1.0.
    """

    id: str
    speaker: str | None
    kind: TurnKind
    start: int
    end: int
    confidence: float
    time: Time
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """An adjacency pair: ids of the question turns and of the answer turns.

    `follows` is the id of the exchange that a follow-up question continues.
    """

    id: str
    question: tuple[str, ...]
    answer: tuple[str, ...]
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of the talk about one thing. `level` is its depth in the outline, 0 the coarsest."""

    title: str
    start: int
    end: int
    topics: tuple[str, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A term the talk could be filed under: its turns, the words that show it, weight 0 to 1."""

    name: str
    turns: tuple[str, ...]
    weight: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A parsed transcript: `text` is what the screen shows, all else are spans over it.

    `marks` rise by offset; there are none where the file has no times.
    """

    origin: Origin
    title: str
    channel: str
    date: str
    address: str
    language: str
    text: str
    sentences: tuple[Sentence, ...]
    speakers: tuple[Speaker, ...]
    sections: tuple[Section, ...]
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    chapters: tuple[Chapter, ...]
    topics: tuple[Topic, ...]
    notices: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    def words(self, span: Span | Turn | Section | Chapter | Sentence) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def name_of(self, speaker: str | None) -> str:
        """The name shown for a speaker id; an empty string for None."""
        return next((one.name for one in self.speakers if one.id == speaker), "")

    def role_of(self, speaker: str | None) -> Role | None:
        """The role of a speaker id."""
        return next((one.role for one in self.speakers if one.id == speaker), None)
