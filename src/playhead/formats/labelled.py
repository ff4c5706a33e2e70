"""Text that says who speaks, or when: labels before turns, names or times on their own lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playhead.formats.changes import split_changes, uses_changes
from playhead.formats.lines import Opening, is_role, late_time, read_opening
from playhead.formats.plain import drop_furniture, mend_list_markers
from playhead.formats.preamble import Preamble, drop_footer, read_preamble
from playhead.formats.source import Heading, Segment, Source

NAME = "labelled"
TITLE = (
    "text with speaker labels or times: Name: …, **Name** 0:12, [00:01:02] NAME: …, Otter, Teams"
)

_SHARE = 0.2
"""At least this share of the paragraphs of a labelled text begin with a label or a time."""

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.*\S)")
_ESCAPED = re.compile(r"\\([\[\]_*#.~>`()\\-])")
_VOICE = re.compile(r"</?v(?:\.[\w.]+)?(?:[ \t]+(?P<name>[^>\n]{1,60}))?>")
_CLOSED = re.compile(r"[.?!…][\"'”’)\]]*$")
_ANONYMOUS = {"speaker", "unknown", "unknown speaker"}


def sniff(head: str, path: str) -> float:
    """Likely where few names open many paragraphs, or times open many lines."""
    lines = [line.strip() for line in head.splitlines()]
    full = [line for line in lines if line]
    if not full:
        return 0.0
    openings = [read_opening(line) for line in full]
    times = sum(one.seconds is not None for one in openings)
    late = sum(late_time(line)[1] is not None for line in full)
    paragraphs = sum(
        bool(line) and (number == 0 or not lines[number - 1]) for number, line in enumerate(lines)
    )
    names = Counter(one.name for one in openings if one.name and one.shape in ("label", "heading"))
    labelled = sum(names.values())
    again = sum(count for count in names.values() if count > 1)
    if max(times, late) >= max(2, _SHARE * len(full)):
        return 0.8
    few = again >= 0.5 * labelled or (labelled <= 4 and len(names) <= 3)
    if labelled >= 2 and few and labelled >= _SHARE * min(len(full), max(paragraphs, 1)):
        return 0.8
    if labelled >= 6 and again >= 0.8 * labelled and labelled >= 0.02 * len(full):
        return 0.7
    return 0.7 if _bare_names(lines, openings) else 0.0


def read(data: str, path: str) -> Source:
    """Read turns; a paragraph without a label goes on the turn before it."""
    data, title, channel, date, notices = drop_furniture(data)
    data, mended = mend_list_markers(data)
    lines = [line.strip() for line in data.split("\n")]
    openings = [read_opening(line) if line else None for line in lines]
    names = _known_names(lines, [one for one in openings if one])
    bare = _bare_names(lines, [one for one in openings if one])
    labels = [_accepted(one, names, bare) for one in openings]
    preamble = read_preamble(lines, labels)
    lines, dropped = drop_footer(lines)
    segments, headings = _segments(lines, labels, preamble.end, names | bare)
    return Source(
        NAME,
        segments,
        title or preamble.title,
        channel,
        date or preamble.date,
        headings=(*preamble.headings, *headings) if not headings else headings,
        notices=(*notices, *mended, *preamble.notices, *dropped),
    )


def _accepted(opening: Opening | None, names: set[str], bare: set[str]) -> Opening | None:
    """The opening if it is a label of a known name or a time; None for plain words."""
    if opening is None or opening.shape == "words":
        return None
    if opening.shape == "time":
        return opening
    known = bare if opening.shape == "bare" else names
    return opening if opening.name in known | names else None


def _known_names(lines: list[str], openings: list[Opening]) -> set[str]:
    """Names that open more than one line; once is enough for a role, or where most lines are so."""
    labels = [one for one in openings if one.name and one.shape in ("label", "heading")]
    counts = Counter(one.name for one in labels if one.name)
    sure = {one.name for one in labels if one.name and one.sure}
    several = {name for name, count in counts.items() if count > 1}
    capitals = all(name.isupper() for name in several) and bool(several)
    short = sum(counts.values()) <= 6 or len(counts) <= 3
    if short:
        return set(counts)
    once = {
        name
        for name in counts
        if name in sure
        or is_role(name)
        or (capitals and name.isupper())
        or (len(name.split()) > 1 and all(word[0].isupper() for word in name.split()))
    }
    return several | once


def _bare_names(lines: list[str], openings: list[Opening]) -> set[str]:
    """Names alone on their lines without colon or time: few, repeated, words right below."""
    candidates: Counter[str] = Counter()
    index = 0
    for number, line in enumerate(lines):
        if not line:
            continue
        opening = openings[index]
        index += 1
        below = number + 1 < len(lines) and bool(lines[number + 1])
        far = number + 2 < len(lines) and bool(lines[number + 2])
        if opening.shape == "bare" and opening.name and (below or far):
            candidates[opening.name] += 1
    several = {name: count for name, count in candidates.items() if count > 1}
    if len(several) < 2 or sum(several.values()) < max(4, 0.1 * len(openings)):
        return set()
    return set(several) | {name for name in candidates if is_role(name)}


def _segments(
    lines: list[str], labels: list[Opening | None], begin: int, names: set[str]
) -> tuple[tuple[Segment, ...], tuple[Heading, ...]]:
    """The words of `lines` from `begin` on, each with the label and time in force."""
    segments: list[Segment] = []
    headings: list[Heading] = []
    inline = _inline(names)
    marked = uses_changes(lines[begin:])
    speaker: str | None = None
    seconds: float | None = None
    fresh = True
    blank = True
    if {name.lower() for name in names} <= _ANONYMOUS:
        names = set()
    for line, label in zip(lines[begin:], labels[begin:], strict=True):
        if not line:
            blank = True
            continue
        if match := _HEADING.match(line):
            if label is None:
                headings.append(Heading(match["title"].strip("*_ "), segment=len(segments)))
                fresh = True
                continue
        if label:
            if label.name:
                name = label.name if names else None
                fresh = fresh or name != speaker or blank
                speaker = name
                seconds = label.seconds
            elif label.seconds is not None:
                seconds = label.seconds
            line = line[label.end :]
        line, late = late_time(_ESCAPED.sub(r"\1", line) if "\\" in line else line)
        seconds = late if late is not None else seconds
        line = line.removeprefix("* ").removeprefix("• ").strip()
        if not line:
            continue
        closed = not segments or bool(_CLOSED.search(segments[-1].text[-8:]))
        fresh = fresh or (blank and (closed or not label or label.seconds is None))
        blank = False
        for text, who, begins in _parts(line, speaker, inline, marked):
            segments.append(Segment(text, who, seconds, paragraph=fresh or begins))
            speaker, seconds, fresh = who, None, False
    return tuple(segments), tuple(headings)


def _parts(
    line: str, speaker: str | None, inline: re.Pattern[str] | None, marked: bool
) -> Iterator[tuple[str, str | None, bool]]:
    """Stretches of a line with their speakers: voices of tags, names in capitals, marks."""
    pieces: list[tuple[str, str | None, bool]] = []
    for pattern in (_VOICE if "<v" in line or "</v" in line else None, inline):
        if pattern is None:
            continue
        at, who = 0, speaker
        for match in pattern.finditer(line):
            pieces.append((line[at : match.start()], who, at > 0 and who != speaker))
            at, who = match.end(), match["name"] or who
        if at:
            pieces.append((line[at:], who, who != speaker))
            break
    for text, who, begins in pieces or [(line, speaker, False)]:
        for number, part in enumerate(split_changes(text) if marked else [text]):
            if part.strip():
                yield part.strip(), who, begins or number > 0


def _inline(names: set[str]) -> re.Pattern[str] | None:
    """Known names in capitals may stand in the middle of a line, as broadcast captions have them."""
    capitals = sorted((name for name in names if name.isupper() and len(name) > 2), key=len)
    if not capitals:
        return None
    several = "|".join(re.escape(name) for name in reversed(capitals))
    return re.compile(rf"(?:(?<=\s)|^)(?:>>+\s*)?(?P<name>{several}):\s+")
