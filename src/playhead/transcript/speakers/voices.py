"""What this stage gives: everyone heard, and who says what."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.transcript.model import Speaker


@dataclass(frozen=True, slots=True)
class Voice:
    """`text[start:end]` is said by `speaker`; neighbours by one speaker become one turn.

    `confidence` is the probability, 0 to 1, that this is so.
    """

    start: int
    end: int
    speaker: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Voices:
    """Everyone heard, and who says what, in the order of the text and covering every word."""

    speakers: tuple[Speaker, ...]
    voices: tuple[Voice, ...]
    notices: tuple[str, ...] = ()
