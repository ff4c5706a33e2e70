"""Notes found by the same words as passages: in the quote, in what was written, in the tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from playhead.search.index import Index
from playhead.transcript.model import Origin, Sentence, Time, Transcript, Turn


class Written(Protocol):
    """What a note has that can be searched."""

    @property
    def id(self) -> str:
        """Its name for good."""

    @property
    def quote(self) -> str:
        """The words it stands at."""

    @property
    def note(self) -> str:
        """What was written."""

    @property
    def tags(self) -> Sequence[str]:
        """Its tags."""


class FoundNote(NamedTuple):
    """A note by its id; `score` is 0 to 1, `weak` tells a guess."""

    id: str
    score: float
    weak: bool


def search_notes(notes: Sequence[Written], query: str, limit: int = 20) -> tuple[FoundNote, ...]:
    """The notes nearest to `query`, each once, the best first.

    The whole query language holds but for conditions on speaker, topic and time.
    """
    text = ""
    turns: list[Turn] = []
    for one in notes:
        start = len(text)
        text += " ".join([one.note, one.quote, *one.tags]).replace("\n", " ")
        turns.append(Turn(one.id, None, "remark", start, len(text), 1.0, Time(0.0, 0.0, True)))
        text += "\n"
    hits = Index(_as_transcript(text, turns)).search(query, max(limit, len(turns))).hits
    found: dict[str, FoundNote] = {}
    for hit in hits:
        found.setdefault(hit.turn, FoundNote(hit.turn, hit.score, hit.weak))
    return tuple(found.values())[:limit]


def _as_transcript(text: str, turns: list[Turn]) -> Transcript:
    """Notes as a talk in which each is a turn of one sentence."""
    return Transcript(
        origin=Origin("", "", "notes"), title="", channel="", date="", address="", language="",
        text=text, sentences=tuple(Sentence(one.start, one.end) for one in turns), speakers=(),
        sections=(), turns=tuple(turns), exchanges=(), chapters=(), topics=(), notices=(),
    )  # fmt: skip
