"""What a search gives back: passages, not turns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage that matched: `text[start:end]`; not `exact` where they only come near."""

    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage `text[start:end]`, first word in turn `turn`. `score` is 0 to 1.

    `weak` is true for a guess shown for want of better.
    """

    rank: int
    score: float
    turn: str
    speaker: str | None
    start: int
    end: int
    weak: bool
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """Hits, the best first, and what is wrong with the query, if anything."""

    hits: tuple[Hit, ...]
    problem: str = ""

    def in_reading_order(self) -> tuple[Hit, ...]:
        """The hits in the order of the talk."""
        return tuple(sorted(self.hits, key=lambda hit: hit.start))
