"""Who speaks in a run of cues: voices of tags, names before the words, marks of a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from playhead.formats.source import Segment, WordTime
from playhead.formats.text.lines import is_name, is_proper

Timed = tuple[float | None, float | None, str, str | None, tuple[WordTime, ...]]
"""A cue: start and end in seconds, words, the voice its format gives, times of words."""

_SHORT = "".join(
    rf"|(?<=\b{short})\." for short in ("[A-Z]", "[A-Z][A-Za-z]", "[A-Z][a-z]{2}", "(?i:Prof)")
)
_NAME = rf"[^\W\d_](?:[^:：\n\]\[.?!()]{_SHORT}){{0,48}}?"
_PREFIX = re.compile(
    rf"^\s*(?:>>+\s*|[-–]\s+)?(?:\[(?P<bracket>[^\]\n]{{1,50}})\]|\((?P<round>{_NAME})\)|(?P<name>{_NAME}))"
    r"(?:\s*:\s+|\s*：\s*)(?=\S)"
)
_ENCLOSED = re.compile(
    rf"^\s*(?:>>+\s*|[-–]\s+)?(?:\[(?P<bracket>[^\]\n]{{1,50}})\]|\((?P<round>{_NAME})\))\s*(?=\S)"
)
_FIRST_LINE = re.compile(rf"^[ \t]*(?P<name>{_NAME})[ \t]*\n\s*(?=\S)")
_SIGNS = {_PREFIX: ":：", _ENCLOSED: "[(", _FIRST_LINE: "\n"}
"""What must stand in a cue for each of them to match: looking for it is faster than trying."""

_CHANGE = re.compile(
    r"(?:^|(?<=\s))>>+\s+(?=[\w\"“'\[(])|(?:^|(?<=[.?!…\"”’)\]-]\s)|(?<=\n)|(?<=,\s)(?=-))(?:-|[–—](?!\s+[a-z]))\s+(?=[\w\"“'\[(])"
)
_ANGLES = re.compile(r"^\s*>>+\s+(?=\S)")
_ANGLES_WITHIN = re.compile(r"(?:^|(?<=\s))>>+\s+(?=\S)")
_BOTH = re.compile(r"^\s*[-–][ \t]*\S[^\n]*\n\s*[-–][ \t]*\S")
"""Two lines of a cue with a dash each: two people, whatever else the file does."""

_STARTS_WITH_CHANGE = re.compile(r"^\s*(?:>>+|-|[–—](?!\s+[a-z]))\s+(?=\S)")
_SOUNDS = re.compile(
    r"(?:laugh|music|applau|cheer|cross|inaudible|indiscern|silence|pause|cough|sigh|noise|clear|foreign|"
    r"sound|bell|beep|background|end|overlap|unintell|chuckl|clap|snort|gasp|speaking|singing|door|phone)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:speaker|spk|person|voice)[ _-]?[\dA-Z]{1,3}$", re.IGNORECASE)
DENSE, MOST_NAMES = 0.5, 12
"""Where half of the cues begin with few names, names that stand once are names too."""

LONGEST_NAME = 5
"""Words of a name at most."""


def label_cues(cues: Sequence[Timed]) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """Segments of `cues`, and notices about marks that are not spoken words."""
    pattern, names = _habit(cues)
    mark = _change_of(cues, bool(names))
    segments: list[Segment] = []
    speaker: str | None = None
    changes = 0
    for start, end, text, voice, words in cues:
        fresh = not segments
        if voice is not None:
            fresh = fresh or voice != speaker
            speaker = voice
            # A voice that begins may be marked as well; in the midst of its words a dash is theirs.
            if spoken := (_STARTS_WITH_CHANGE if fresh else _ANGLES).match(text):
                changes += 1
                text, words = _behind(spoken.end(), text, words)
        elif names and (match := pattern.match(text)) and (name := _name(match)) in names:
            fresh = fresh or name != speaker
            speaker = name
            text, words = _behind(match.end(), text, words)
        both = bool(names) and _BOTH.match(text) is not None
        if (mark or both) and voice is None:
            parts = (_CHANGE if both or mark is None else mark).split(text)
            if len(parts) > 1:
                changes += len(parts) - 1
                for number, part in enumerate(parts):
                    if part.strip():
                        begins = fresh or number > 0
                        who = None if number > 0 and not names else speaker
                        segments.append(Segment(part, who, start, end, begins, change=number > 0))
                continue
        segments.append(Segment(text, speaker, start, end, fresh, words))
    told = (f"{changes} marks of a change of speaker read, not spoken",) if changes else ()
    return tuple(segments), told


def _change_of(cues: Sequence[Timed], named: bool) -> re.Pattern[str] | None:
    """The mark of a change in these cues: `>>` is one wherever it stands, a dash where it is habit.

    Where names say who speaks, a dash at the begin of a cue only goes on the sentence.
    """
    if not named:
        dashes = sum(1 for cue in cues if _STARTS_WITH_CHANGE.match(cue[2]))
        if dashes >= max(2, 0.02 * len(cues)):
            return _CHANGE
    angles = any(">>" in cue[2] and _ANGLES_WITHIN.search(cue[2]) for cue in cues)
    return (_ANGLES if named else _ANGLES_WITHIN) if angles else None


def _behind(end: int, text: str, words: tuple[WordTime, ...]) -> tuple[str, tuple[WordTime, ...]]:
    """The words of a cue behind what is not spoken, and their times."""
    left = (WordTime(one.offset - end, one.seconds) for one in words if one.offset >= end)
    return text[end:], tuple(left)


def _name(match: re.Match[str]) -> str:
    """What stands in the place of a name: one group of three matches."""
    return match[match.lastgroup or 0].strip()


def _habit(cues: Sequence[Timed]) -> tuple[re.Pattern[str], set[str]]:
    """How this file names who speaks before the words, and the names; none where tags do."""
    if any(voice for _, _, _, voice, _ in cues):
        return _PREFIX, set()
    counts = _counts(cues, _PREFIX)
    several = {name for name, count in counts.items() if count > 1}
    dense = sum(counts.values()) >= max(2, DENSE * len(cues)) and len(counts) <= MOST_NAMES
    if names := several | {name for name in counts if dense and is_proper(name)}:
        return _PREFIX, names
    for pattern in (_ENCLOSED, _FIRST_LINE):
        counts = _counts(cues, pattern)
        # Without a colon only names on most of the cues, or numbered ones, are sure to be names.
        numbered = {name for name in counts if _NUMBERED.match(name)}
        dense = sum(counts.values()) >= DENSE * len(cues) and max(counts.values(), default=0) > 1
        again = sum(counts.values()) >= 2 * len(counts)
        if names := set(counts) if dense and again and len(counts) <= MOST_NAMES else numbered:
            return pattern, names
    return _PREFIX, set()


def _counts(cues: Sequence[Timed], pattern: re.Pattern[str]) -> Counter[str]:
    """What stands in the place of a name and may be one -> in how many cues."""
    found: Counter[tuple[str, bool]] = Counter()
    signs = _SIGNS[pattern]
    for _, _, text, _, _ in cues:
        if any(map(text.__contains__, signs)) and (match := pattern.match(text)):
            found[_name(match), match.lastgroup == "bracket"] += 1
    counts: Counter[str] = Counter()
    for (name, bracket), count in found.items():
        fits = (pattern is _PREFIX and bracket) or (not name[:1].islower() and is_name(name, False))
        is_sound = pattern is not _PREFIX and _SOUNDS.match(name)
        if (fits or _NUMBERED.match(name)) and len(name.split()) <= LONGEST_NAME and not is_sound:
            counts[name] += count
    return counts
