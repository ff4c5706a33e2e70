"""What the reader was asked to open."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.transcript.model import Origin, Transcript


@dataclass(frozen=True, slots=True)
class Session:
    """`transcript` is given where the source can be read but once: standard input."""

    path: str
    notes: str | None = None
    format: str | None = None
    use_corrections: bool = True
    transcript: Transcript | None = None


def nothing_yet(path: str) -> Transcript:
    """What is read before anything is."""
    origin = Origin(path, "", "")
    empty = ("",) * 6
    return Transcript(origin, *empty, (), (), (), (), (), (), (), ())
