"""What the reader was asked to open."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.transcript.model import Origin, Transcript


@dataclass(frozen=True, slots=True)
class Session:
    """`transcript` is given where it is there at once: parsed before, or read from a stream.

    `told` is what is said once it is open.
    """

    path: str
    notes: str | None = None
    format: str | None = None
    use_corrections: bool = True
    transcript: Transcript | None = None
    told: str = ""


def nothing_yet(path: str) -> Transcript:
    """What is read before anything is."""
    origin = Origin(path, "", "")
    empty = ("",) * 6
    return Transcript(origin, *empty, (), (), (), (), (), (), (), ())
