"""Who speaks in a run of cues: voices of tags, names before the words, marks of a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from playhead.formats.source import Segment, WordTime

Timed = tuple[float | None, float | None, str, str | None, tuple[WordTime, ...]]
"""A cue: start and end in seconds, words, the voice its format gives, times of words."""

_PREFIX = re.compile(
    r"^\s*(?:>>\s*|-\s+)?(?:\[(?P<bracket>[^\]\n]{1,50})\]|(?P<name>[^\W\d_][^:\n\]\[.?!]{0,48}?))\s*:\s+(?=\S)"
)
_CHANGE = re.compile(r"(?:^|(?<=\s))(?:>>+|[-–—])\s+(?=[\w\"“'\[(])")
_STARTS_WITH_CHANGE = re.compile(r"^\s*(?:>>+|[-–—])\s+(?=\S)")
DENSE, MOST_NAMES = 0.5, 12
"""Where half of the cues begin with few names, names that stand once are names too."""

LONGEST_NAME = 5
"""Words of a name at most."""


def label_cues(cues: Sequence[Timed]) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """Segments of `cues`, and notices about marks that are not spoken words."""
    names = _names(cues)
    dashes = sum(1 for cue in cues if _STARTS_WITH_CHANGE.match(cue[2]))
    marked = dashes >= max(2, 0.02 * len(cues))
    segments: list[Segment] = []
    speaker: str | None = None
    changes = 0
    for start, end, text, voice, words in cues:
        fresh = not segments
        if voice is not None:
            fresh = fresh or voice != speaker
            speaker = voice
        elif match := _prefix(text, names):
            name = (match["bracket"] or match["name"]).strip()
            fresh = fresh or name != speaker
            speaker = name
            words = tuple(
                WordTime(one.offset - match.end(), one.seconds)
                for one in words
                if one.offset >= match.end()
            )
            text = text[match.end() :]
        if marked and voice is None:
            parts = _CHANGE.split(text) if _STARTS_WITH_CHANGE.match(text) or not names else [text]
            if len(parts) > 1:
                changes += len(parts) - 1
                for number, part in enumerate(parts):
                    if part.strip():
                        begins = fresh or number > 0
                        who = None if number > 0 and not names else speaker
                        segments.append(Segment(part, who, start, end, begins))
                continue
        segments.append(Segment(text, speaker, start, end, fresh, words))
    told = (f"{changes} marks of a change of speaker read, not spoken",) if changes else ()
    return tuple(segments), told


def _prefix(text: str, names: set[str]) -> re.Match[str] | None:
    match = _PREFIX.match(text)
    if match and (match["bracket"] or match["name"]).strip() in names:
        return match
    return None


def _names(cues: Sequence[Timed]) -> set[str]:
    """What stands before a colon often enough to be a name; none where tags name the voices."""
    if any(voice for _, _, _, voice, _ in cues):
        return set()
    counts: Counter[str] = Counter()
    for _, _, text, _, _ in cues:
        if match := _PREFIX.match(text):
            name = (match["bracket"] or match["name"]).strip()
            if (name[:1].isupper() or match["bracket"]) and len(name.split()) <= LONGEST_NAME:
                counts[name] += 1
    several = {name for name, count in counts.items() if count > 1}
    dense = sum(counts.values()) >= DENSE * len(cues)
    return set(counts) if dense and len(counts) <= MOST_NAMES else several
