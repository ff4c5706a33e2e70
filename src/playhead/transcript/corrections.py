"""Corrections: a person's operations on guessed turns, applied after the guess and undone by removal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from playhead.transcript.model import Section
from playhead.transcript.speakers import Voices

Action = Literal["split", "merge", "speaker", "rename", "section"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One operation. Its place is held by quote and context, never by a turn number.

    split: a turn begins at the first character of `quote`.
    merge: the turn that begins with `quote` goes on the turn before it.
    speaker: the words of `quote` are said by the speaker with id or name `to`.
    rename: the speaker with id `speaker` is called `to`.
    section: the words from `quote` on, up to the next section, are a section of kind `to`.
    """

    id: str
    action: Action
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    speaker: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Voices and sections after the corrections; `notices` tell those that found no place."""

    voices: Voices
    sections: tuple[Section, ...]
    notices: tuple[str, ...] = ()


def correct(
    text: str, voices: Voices, sections: tuple[Section, ...], corrections: Sequence[Correction]
) -> Corrected:
    """Apply `corrections` in order."""
    return Corrected(voices, sections)
