"""A labelled version of the same words -> what it says of who speaks where, in our text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from playhead.formats.text.lines import is_role
from playhead.transcript.corrections.matching import matches
from playhead.transcript.model import SectionKind, Transcript
from playhead.transcript.said import SOUND, WORD

T = TypeVar("T")
SECTION_HEADING = re.compile(
    r"^#+ (teaser|introduction|interview|sponsor|closing)\s*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Claim:
    """`text[start:end]` is said by `speaker`, an id of ours or a new name; or is a section."""

    start: int
    end: int
    speaker: str = ""
    section: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Labelling:
    """What a labelled version claims, and how many of our words it does not speak of.

    `renames` are ids of speakers and the names that the version gives them instead.
    """

    claims: tuple[Claim, ...]
    unmatched: int
    first_unmatched: str = ""
    renames: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledWords:
    """The words of a labelled version in order, with the label and section of each."""

    words: tuple[str, ...]
    labels: tuple[str | None, ...]
    sections: tuple[SectionKind | None, ...]


def words_of(text: str) -> list[tuple[str, int, int]]:
    """(word, start, end) of the spoken words, folded for comparing; bracketed sounds left out."""
    blank = SOUND.sub(lambda match: " " * len(match.group()), text)
    return [
        (match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in WORD.finditer(blank)
    ]


def compare(transcript: Transcript, version: LabelledWords) -> Labelling:
    """Carry the labels of `version` over to the words of `transcript` that it matches."""
    ours = words_of(transcript.text)
    at: list[int | None] = [None] * len(ours)
    for a, b, size in matches([word for word, _, _ in ours], version.words):
        for k in range(size):
            at[a + k] = b + k
    _bridge(at, version)
    names = _names(transcript, version, ours, at)
    labels = [names.get(version.labels[i] or "", "") if i is not None else "" for i in at]
    sections = [version.sections[i] if i is not None else None for i in at]
    claims = [
        Claim(start, end, speaker=value)
        for start, end, value in _runs(transcript.text, ours, labels)
        if value
    ]
    claims += [
        Claim(start, end, section=value)
        for start, end, value in _runs(transcript.text, ours, sections)
        if value
    ]
    missing = [i for i, place in enumerate(at) if place is None]
    first = ""
    if missing:
        first = transcript.text[ours[missing[0]][1] :][:50].split("\n")[0]
    return Labelling(tuple(claims), len(missing), first, tuple(_renames(transcript, names)))


def _bridge(at: list[int | None], version: LabelledWords) -> None:
    """Words between two matched ones of one turn belong to that turn too."""
    last: int | None = None
    for i, place in enumerate(at):
        if place is None:
            continue
        if last is not None and i - last > 1:
            before = at[last]
            same = before is not None and version.labels[before] == version.labels[place]
            if same and i - last <= 12:
                for k in range(last + 1, i):
                    at[k] = before
        last = i


def _names(
    transcript: Transcript,
    version: LabelledWords,
    ours: list[tuple[str, int, int]],
    at: list[int | None],
) -> dict[str, str]:
    """Label -> our speaker id: by id or name, else by the words they share, else a new name."""
    known = {key: one.id for one in transcript.speakers for key in (one.id, one.name)}
    labels = [label for label in dict.fromkeys(version.labels) if label]
    names = {label: known[label] for label in labels if label in known}
    if len(names) == len(labels):
        return names
    shared = _shared(transcript, version, ours, at)
    free = [one for one in transcript.speakers if one.id not in names.values()]
    for label in labels:
        if label not in names:
            best = max(free, key=lambda one: shared[label, one.id], default=None)
            names[label] = label if best is None else best.id
            free = [one for one in free if one is not best]
    return names


def _renames(transcript: Transcript, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Speakers whose words have another name in the version; `Q` and `Host` are roles, no names."""
    known = {key for one in transcript.speakers for key in (one.id, one.name)}
    ids = {one.id for one in transcript.speakers}
    for label, speaker in names.items():
        if speaker in ids and label not in known and not is_role(label):
            yield speaker, label


def _shared(
    transcript: Transcript,
    version: LabelledWords,
    ours: list[tuple[str, int, int]],
    at: list[int | None],
) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    turns = iter(transcript.turns)
    turn = next(turns, None)
    for (_, start, _), place in zip(ours, at, strict=True):
        while turn is not None and turn.end <= start:
            turn = next(turns, None)
        if turn is not None and place is not None:
            counts[version.labels[place] or "", turn.speaker or ""] += 1
    return counts


def _runs(text: str, ours: list[tuple[str, int, int]], values: list[T]) -> list[tuple[int, int, T]]:
    """Stretches of equal values, from the first word to the start of the next stretch's."""
    runs: list[tuple[int, int, T]] = []
    for (_, start, end), value in zip(ours, values, strict=True):
        if runs and runs[-1][2] == value:
            runs[-1] = (runs[-1][0], end, value)
        else:
            runs.append((_opening(text, start, runs[-1][1] if runs else 0), end, value))
    # A text without words has an end, and no run.
    starts = [start for start, _, _ in runs]
    return [
        (start, start + len(text[start:end].rstrip()), value)
        for (start, _, value), end in zip(runs, [*starts[1:], len(text)], strict=False)
    ]


def _opening(text: str, start: int, low: int) -> int:
    """The start of a word with the quotation marks and sounds that open it, after a space."""
    at = start
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at if at > low or low == 0 else start


def export_labelled(transcript: Transcript) -> str:
    """The turns as labelled text with a heading a section: what `import` reads back."""
    lines: list[str] = []
    sections = list(transcript.sections)
    for turn in transcript.turns:
        while sections and sections[0].start <= turn.start:
            lines.append(f"# {sections.pop(0).kind}\n")
        name = transcript.name_of(turn.speaker) or "Unknown"
        lines.append(f"**{name}:** {' '.join(transcript.words(turn).split())}\n")
    return "\n".join(lines)
