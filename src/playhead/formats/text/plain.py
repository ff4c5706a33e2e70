"""Plain text without labels: paragraphs, hard-wrapped lines or one long line, a scraped page."""

from __future__ import annotations

import re

from playhead.formats.source import Segment, Source

NAME = "plain"
TITLE = "plain text: one blob, paragraphs or hard-wrapped lines"

_HEADER = re.compile(
    r"TITLE:\s*(?P<title>.+?)\s+CHANNEL:\s*(?P<channel>.+?)\s+DATE:\s*(?P<date>\S+)\s+"
    r"-{2,}\s*TRANSCRIPT\s*-{2,}[ \t]*"
)
_LIST_MARKER = re.compile(r"(?P<before>\b[Oo]ut of)[ \t]*\n\s*\n[ \t]+1\.[ \t]+(?=\S)")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def sniff(head: str, path: str) -> float:
    """Any text is plain text, if nothing else."""
    return 0.01


def read(data: str, path: str) -> Source:
    """Read paragraphs, after dropping a page's furniture and mending its list markers."""
    data, title, channel, date, notices = drop_furniture(data)
    data, mended = mend_list_markers(data)
    segments = tuple(
        Segment(" ".join(part.split()), paragraph=True)
        for part in _PARAGRAPHS.split(data)
        if part.strip()
    )
    return Source(NAME, segments, title, channel, date, notices=(*notices, *mended))


def drop_furniture(data: str) -> tuple[str, str, str, str, tuple[str, ...]]:
    """The words after a `TITLE: … ---TRANSCRIPT---` header, with its title, channel and date.

    What stands before the header is the page's furniture; it is dropped and counted in a notice.
    """
    match = _HEADER.search(data)
    if not match:
        return data, "", "", "", ()
    lines = [line.strip() for line in data[: match.start()].splitlines() if line.strip()]
    notices = ["header read for title, channel and date"]
    if lines:
        told = "; ".join(lines)
        notices.insert(0, f"{len(lines)} lines of page furniture dropped: {told}")
    # Blank lines keep line numbers in later notices true to the file.
    kept = "\n" * data[: match.end()].count("\n") + data[match.end() :]
    return kept, match["title"], match["channel"], match["date"], tuple(notices)


def mend_list_markers(data: str) -> tuple[str, tuple[str, ...]]:
    """Undo a page's turning `out of` + `10. So, …` at a line's start into a list item `1.`."""
    notices: list[str] = []

    def mend(match: re.Match[str]) -> str:
        line = data.count("\n", 0, match.end()) + 1
        notices.append(
            f"line {line}: list marker '1.' read as '10.', the end of the sentence before it"
        )
        return f"{match['before']} 10. "

    return _LIST_MARKER.sub(mend, data), tuple(notices)
