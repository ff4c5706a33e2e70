"""Text that says who speaks, or when: labels before turns, names or times on their own lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from playhead.formats.source import Heading, Segment, Source
from playhead.formats.text.changes import split_changes, uses_changes
from playhead.formats.text.chapters import chapter_titles
from playhead.formats.text.exports import common_lines
from playhead.formats.text.header import read_header
from playhead.formats.text.lines import Opening, folded, introduced, late_time, read_opening
from playhead.formats.text.lone import is_lone_label
from playhead.formats.text.markup import plain_lines, unescaped, unlinked, unmarked
from playhead.formats.text.names import bare_names, count_paragraphs, known_names, settled
from playhead.formats.text.plain import mend_list_markers, told_links
from playhead.formats.text.preamble import drop_footer, read_preamble

NAME = "labelled"
TITLE = (
    "text with speaker labels or times: Name: …, **Name** 0:12, [00:01:02] NAME: …, Otter, Teams"
)

_SHARE = 0.2
"""At least this share of the paragraphs of a labelled text begin with a label or a time."""

CUE_WORDS = 20
"""Fewer words a time than this, and the times are those of cues, not of paragraphs."""

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.*\S)")
_VOICE = re.compile(r"(?<!\\)</?v(?:\.[\w.]+)?(?:[ \t]+(?P<name>[^>\n]{1,60}))?>")
_CLOSED = re.compile(r"[.?!…][\"'”’)\]]*$")
_ANONYMOUS = {"speaker", "unknown", "unknown speaker"}
_WORDS = Opening("words", None, None, 0)


def sniff(head: str, path: str) -> float:
    """Likely where few names open many paragraphs, or times open many lines."""
    lines = plain_lines(common_lines([line.strip() for line in head.split("\n")]))
    full = [line for line in lines if line]
    if not full:
        return 0.0
    openings = [one or _WORDS for one in settled(full, [read_opening(line) for line in full])]
    times = sum(one.seconds is not None for one in openings)
    late = sum(late_time(line)[1] is not None for line in full)
    paragraphs = count_paragraphs(lines)
    names = Counter(
        folded(one.name) for one in openings if one.name and one.shape in ("label", "heading")
    )
    labelled = sum(names.values())
    again = sum(count for count in names.values() if count > 1)
    if _is_list(full) or _changes(full) >= max(2, _SHARE * len(full)):
        return 0.6
    if max(times, late) >= max(2, _SHARE * len(full)):
        return 0.8
    few = again >= 0.5 * labelled or (labelled <= 4 and len(names) <= 3)
    if labelled >= 2 and few and labelled >= _SHARE * min(len(full), max(paragraphs, 1)):
        return 0.8
    if labelled >= 6 and again >= 0.8 * labelled and labelled >= 0.02 * len(full):
        return 0.7
    if labelled == 1 and is_lone_label(openings):
        return 0.7
    if (
        openings[0].shape == "time"
        and full[0].lstrip("*_").startswith(("[", "("))
        and labelled == 0
    ):
        return 0.6
    return 0.7 if bare_names(full, list(openings)) else 0.0


def read(data: str, path: str) -> Source:
    """Read turns; a paragraph without a label goes on the turn before it."""
    header = read_header(data)
    data, mended = mend_list_markers(header.data)
    lines = plain_lines(common_lines([line.strip() for line in data.split("\n")]))
    openings = settled(lines, [read_opening(line) if line else None for line in lines])
    if bulleted := _is_list(lines):
        openings = [_item(line, one) for line, one in zip(lines, openings, strict=True)]
    chapters = chapter_titles(lines, openings)
    for number in chapters:
        openings[number] = None
    names = known_names(lines, [one for one in openings if one])
    bare = bare_names(lines, openings)
    labels = [_accepted(one, names, bare) for one in openings]
    for number in chapters:
        lines[number] = ""
    preamble = read_preamble(lines, labels)
    lines, dropped = drop_footer(lines)
    for number, title in chapters.items():
        lines[number] = f"## {title}"
    segments, headings, links = _segments(
        lines, labels, preamble.end, names | bare, bulleted or _flows(lines, labels)
    )
    people, roles = introduced(names)
    segments = tuple(
        replace(one, speaker=people[one.speaker]) if one.speaker in people else one
        for one in segments
    )
    return Source(
        NAME,
        segments,
        header.title or preamble.title,
        header.channel,
        header.date or preamble.date,
        header.address or preamble.address,
        header.language,
        headings=headings or preamble.headings,
        speakers={**header.roles, **roles},
        notices=(*header.notices, *mended, *preamble.notices, *dropped, *told_links(links)),
    )


def _changes(full: list[str]) -> int:
    """Lines that begin with a mark of a change of speaker."""
    return sum(not split_changes(line)[0] for line in full)


def _is_list(lines: list[str]) -> bool:
    """Whether the talk is a list with an asterisk before every line."""
    full = [line for line in lines if line]
    items = sum(line.startswith(("* ", "• ")) for line in full)
    return items >= max(3, 0.5 * len(full))


def _item(line: str, opening: Opening | None) -> Opening | None:
    """In a list only items are talk: lines above them are not labels."""
    if not line.startswith(("* ", "• ")):
        return None
    plain = Opening("time", None, None, 2)
    return plain if opening is None or opening.shape in ("words", "bare") else opening


def _accepted(opening: Opening | None, names: set[str], bare: set[str]) -> Opening | None:
    """The opening if it is a label of a known name or a time; None for plain words."""
    if opening is None or opening.shape == "words":
        return None
    if opening.shape == "time":
        return opening
    known = bare if opening.shape == "bare" else names
    return opening if opening.name in known else None


def _segments(
    lines: list[str], labels: list[Opening | None], begin: int, names: set[str], flowing: bool
) -> tuple[tuple[Segment, ...], tuple[Heading, ...], int]:
    """The words of `lines` from `begin` on, each with the label and time in force; links in them."""
    links = 0
    segments: list[Segment] = []
    headings: list[Heading] = []
    inline = _inline(names)
    # Where names say who speaks, a line that begins with a dash only goes on the sentence.
    marked = (not names or any(">" in one and ">>" in one for one in lines)) and uses_changes(
        lines[begin:]
    )
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
        if label is None and (match := _HEADING.match(line)):
            headings.append(Heading(match["title"].strip("*_ "), segment=len(segments)))
            fresh = True
            continue
        if label:
            if label.name:
                name = label.name if names else None
                fresh = fresh or name != speaker
                speaker = name
                seconds = label.seconds if label.seconds is not None else seconds
            elif label.seconds is not None:
                seconds = label.seconds
            line = line[label.end :]
        line, late = late_time(line)
        seconds = late if late is not None else seconds
        line = line.removeprefix("* ").removeprefix("• ").strip()
        if not line:
            continue
        fresh = fresh or (blank and not flowing and (not label or _closed(segments)))
        blank = False
        for text, who, begins in _parts(line, speaker, inline, marked):
            words, found = unlinked(text)
            links += found
            words = unescaped(unmarked(words))
            segments.append(Segment(words, who, seconds, paragraph=fresh or begins, change=begins))
            speaker, seconds, fresh = who, None, False
    return tuple(segments), tuple(headings), links


def _flows(lines: list[str], labels: list[Opening | None]) -> bool:
    """Whether times cut the talk into cues rather than paragraphs: most lines short and timed."""
    full = [(line, label) for line, label in zip(lines, labels, strict=True) if line]
    timed = [
        line
        for line, label in full
        if late_time(line)[1] is not None or (label and label.seconds is not None)
    ]
    if len(timed) < 0.3 * len(full):
        return False
    return sum(len(line.split()) for line, _ in full) < CUE_WORDS * len(timed)


def _closed(segments: list[Segment]) -> bool:
    return not segments or bool(_CLOSED.search(segments[-1].text[-8:]))


def _parts(
    line: str, speaker: str | None, inline: re.Pattern[str] | None, marked: bool
) -> list[tuple[str, str | None, bool]]:
    """Stretches of a line with their speakers: voices of tags, names in capitals, marks."""
    tagged = "<" in line and ("<v" in line or "</v" in line)
    if not (tagged or inline or marked):
        return [(line, speaker, False)]
    pieces: list[tuple[str, str | None, bool]] = []
    for pattern in (_VOICE if tagged else None, inline):
        if pattern is None:
            continue
        at, who = 0, speaker
        for match in pattern.finditer(line):
            pieces.append((line[at : match.start()], who, at > 0 and who != speaker))
            at, who = match.end(), match["name"] or who
        if at:
            pieces.append((line[at:], who, who != speaker))
            break
    return [
        (part.strip(), who, begins or number > 0)
        for text, who, begins in pieces or [(line, speaker, False)]
        for number, part in enumerate(split_changes(text) if marked else [text])
        if part.strip()
    ]


def _inline(names: set[str]) -> re.Pattern[str] | None:
    """Known names in capitals may stand in the middle of a line, as broadcast captions have them."""
    capitals = sorted((name for name in names if name.isupper() and len(name) > 2), key=len)
    if not capitals:
        return None
    several = "|".join(re.escape(name) for name in reversed(capitals))
    return re.compile(rf"(?:(?<=\s)|^)(?:>>+\s*)?(?P<name>{several}):\s+")
