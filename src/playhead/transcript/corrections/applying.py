"""Corrections: a person's operations on guessed turns, applied after the guess, undone by removal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from playhead.transcript.anchoring.anchor import Selector, find_anchor
from playhead.transcript.model import Role, Section, SectionKind, Speaker
from playhead.transcript.speakers import Voice, Voices

Action = Literal["split", "merge", "speaker", "rename", "section"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One operation. Its place is held by quote and context, never by a turn number.

    split: a turn begins at the first character of `quote`.
    merge: the turn that begins with `quote` goes on the turn before it, with its speaker.
    speaker: the words of `quote` are said by the speaker with id or name `to`.
    rename: the speaker with id `speaker` is called `to`.
    section: the words of `quote` are a section of kind `to`.
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
    """Voices and sections after the corrections; `notices` tell those that found no place.

    `breaks` are characters at which a turn begins though the speaker stays the same.
    """

    voices: Voices
    sections: tuple[Section, ...]
    breaks: frozenset[int] = frozenset()
    notices: tuple[str, ...] = ()


def correct(
    text: str, voices: Voices, sections: tuple[Section, ...], corrections: Sequence[Correction]
) -> Corrected:
    """Apply `corrections` in order; one that finds no place is told and left out."""
    if not corrections:
        return Corrected(voices, sections)
    bench = _Bench(text, list(voices.speakers), list(voices.voices), list(sections), set(), [])
    for correction in corrections:
        bench.apply(correction)
    mended = Voices(tuple(bench.speakers), tuple(bench.voices), voices.notices)
    lost = len(bench.lost)
    notices = (f"{lost} corrections found no place: {', '.join(bench.lost[:5])}",) if lost else ()
    return Corrected(mended, tuple(bench.sections), frozenset(bench.breaks), notices)


@dataclass(slots=True)
class _Bench:
    """The voices and sections while they are worked on."""

    text: str
    speakers: list[Speaker]
    voices: list[Voice]
    sections: list[Section]
    breaks: set[int]
    lost: list[str]

    def apply(self, correction: Correction) -> None:
        """Carry out one correction."""
        if correction.action == "rename":
            self._rename(correction)
            return
        place = self._place(correction)
        if place is None:
            self.lost.append(correction.id)
            return
        start, end = place
        if correction.action == "split":
            self._cut(start)
            self.breaks.add(start)
        elif correction.action == "merge":
            self._merge(start)
        elif correction.action == "speaker":
            self._give(start, end, self._speaker(correction.to))
        elif correction.to in get_args(SectionKind):
            self._mark(start, end, correction.to)
        else:
            self.lost.append(correction.id)

    def _place(self, correction: Correction) -> tuple[int, int] | None:
        """Where the quote is now. Corrections made on this very text need no search."""
        start, end = correction.start, correction.end
        if end > start and self.text[start:end] == correction.quote:
            return start, end
        selector = Selector(
            correction.quote, correction.prefix, correction.suffix, correction.start, correction.end
        )
        found = find_anchor(self.text, selector)
        if found.state == "ambiguous" or found.start is None or found.end is None:
            return None
        return found.start, found.end

    def _rename(self, correction: Correction) -> None:
        for index, speaker in enumerate(self.speakers):
            if correction.speaker in (speaker.id, speaker.name):
                self.speakers[index] = replace(speaker, name=correction.to)
                return
        self.lost.append(correction.id)

    def _speaker(self, wanted: str) -> str | None:
        """The id of a speaker named by id or name; a new name becomes a new guest."""
        if not wanted:
            return None
        for speaker in self.speakers:
            if wanted in (speaker.id, speaker.name):
                return speaker.id
        taken = {speaker.id for speaker in self.speakers}
        if wanted in ("host", "guest"):
            role: Role = "host" if wanted == "host" else "guest"
            self.speakers.append(Speaker(wanted, wanted.capitalize(), role))
            return wanted
        number = 2
        while f"guest{number}" in taken:
            number += 1
        id = "guest" if "guest" not in taken else f"guest{number}"
        self.speakers.append(Speaker(id, wanted, "guest"))
        return id

    def _cut(self, at: int) -> int:
        """Make a voice begin at `at`; its index."""
        index = bisect_left(self.voices, at, key=lambda voice: voice.end)
        while index < len(self.voices) and self.voices[index].end <= at:
            index += 1
        if index < len(self.voices) and self.voices[index].start < at:
            voice = self.voices[index]
            end = voice.start + len(self.text[voice.start : at].rstrip())
            if end > voice.start:
                self.voices[index : index + 1] = [replace(voice, end=end), replace(voice, start=at)]
                return index + 1
        return index

    def _give(self, start: int, end: int, speaker: str | None) -> None:
        first = self._cut(start)
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        last = self._cut(end) if end < len(self.text) else len(self.voices)
        for index in range(first, last):
            self.voices[index] = replace(self.voices[index], speaker=speaker, confidence=1.0)

    def _merge(self, start: int) -> None:
        index = self._cut(start)
        if index == 0 or index >= len(self.voices):
            return
        self.breaks.discard(start)
        speaker = self.voices[index - 1].speaker
        was = self.voices[index].speaker
        while index < len(self.voices) and self.voices[index].speaker == was != speaker:
            self.voices[index] = replace(self.voices[index], speaker=speaker, confidence=1.0)
            index += 1

    def _mark(self, start: int, end: int, kind: str) -> None:
        """Lay a section over those that are there; equal neighbours become one."""
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        self._cut(start)
        self._cut(end)
        laid: list[Section] = []
        for section in self.sections:
            if section.start < start:
                laid.append(replace(section, end=min(section.end, start)))
            if section.end > end:
                laid.append(replace(section, start=max(section.start, end)))
        laid.append(Section(kind, start, end))  # type: ignore[arg-type]
        joined: list[Section] = []
        for section in sorted(laid, key=lambda one: one.start):
            if joined and joined[-1].kind == section.kind and joined[-1].end == section.start:
                joined[-1] = replace(joined[-1], end=section.end)
            else:
                joined.append(section)
        self.sections = joined
