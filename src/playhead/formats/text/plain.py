"""Plain text without labels: paragraphs, hard-wrapped lines or one long line, a scraped page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable

from playhead.formats.source import Heading, Segment, Source
from playhead.formats.text.changes import split_angles, uses_angles
from playhead.formats.text.header import read_header
from playhead.formats.text.markup import unescaped, unlinked, unmarked
from playhead.formats.text.preamble import is_furniture
from playhead.transcript.scripts import unwrapped

NAME = "plain"
TITLE = "plain text: one blob, paragraphs or hard-wrapped lines"

_LIST_MARKER = re.compile(
    r"(?P<before>[^\W_])[ \t]*\n\s*\n[ \t]+(?P<number>\d{1,4})\.[ \t]+(?=[\"“‘'(]?[A-Z])"
)
_NUMBERED_LINE = re.compile(r"\n[ \t]+\d{1,4}\.[ \t]")
_ITEM = re.compile(r"^[ \t]+(\d{1,5})\.", re.MULTILINE)
NEXT_ITEM = 5000
"""Characters within which a list goes on, if it is one."""

_OUT_OF = re.compile(r"\bout of$", re.IGNORECASE)
PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>[^\n]*\S)[ \t]*(?:\n|\Z)")


def sniff(head: str, path: str) -> float:
    """Any text is plain text, if nothing else."""
    return 0.01


def read(data: str, path: str) -> Source:
    """Read paragraphs, after taking off a header and mending list markers."""
    return read_paragraphs(data, NAME, lambda paragraph: (None, unmarked(paragraph)))


def read_paragraphs(data: str, name: str, voice: Callable[[str], tuple[str | None, str]]) -> Source:
    """Read paragraphs as format `name`; `voice` tells of each who says it, and its words."""
    header = read_header(data)
    data, mended = mend_list_markers(header.data)
    segments: list[Segment] = []
    headings: list[Heading] = []
    links = 0
    marked = uses_angles(data)
    for part in PARAGRAPHS.split(data):
        part = part.strip()
        if match := _HEADING.match(part):
            headings.append(Heading(match["title"], segment=len(segments)))
            part = part[match.end() :]
        speaker, words = voice(part)
        words, found = unlinked(words)
        links += found
        for number, said in enumerate(split_angles(words) if marked else [words]):
            if said.strip():
                words = " ".join(unescaped(unwrapped(said)).split())
                segments.append(Segment(words, speaker, change=number > 0))
    if headings and headings[0].segment == 0 and is_furniture(headings[0].title):
        headings.pop(0)
    # A heading before all words is the title of the talk.
    title = headings[0].title if headings and headings[0].segment == 0 else ""
    return Source(
        name,
        tuple(segments),
        header.title or title,
        header.channel,
        header.date,
        header.address,
        header.language,
        tuple(headings[1:] if title and not header.title else headings),
        header.roles,
        (*header.notices, *mended, *told_links(links)),
    )


def told_links(count: int) -> tuple[str, ...]:
    """The notice about links whose addresses are not spoken."""
    return (f"{count} links read as their words",) if count else ()


def mend_list_markers(data: str) -> tuple[str, tuple[str, ...]]:
    """Undo a page's turning the number that ends a sentence into a list: `in \\n\\n  1998. So`.

    Pages that count their lists themselves write `1.` whatever the number was; after `out of` it
    was `10.`, as in `eight out of 10. So`.
    """
    if not _NUMBERED_LINE.search(data):
        return data, ()
    notices: list[str] = []
    items: defaultdict[int, list[int]] = defaultdict(list)
    for item in _ITEM.finditer(data):
        if not item[1].startswith("0"):
            items[int(item[1])].append(item.end())
    line, counted = 1, 0

    def mend(match: re.Match[str]) -> str:
        nonlocal line, counted
        line, counted = line + data.count("\n", counted, match.end()), match.end()
        number = match["number"]
        following = items[int(number) + 1]
        at = bisect_right(following, match.end())
        if at < len(following) and following[at] <= match.end() + NEXT_ITEM:
            return match.group()
        if number == "1" and _OUT_OF.search(data, max(0, match.start() - 8), match.start() + 1):
            number = "10"
        notices.append(
            f"line {line}: list marker '{match['number']}.' read as '{number}.', "
            "the end of the sentence before it"
        )
        return f"{match['before']} {number}. "

    return _LIST_MARKER.sub(mend, data), tuple(notices)
