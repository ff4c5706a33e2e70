"""Tables: rows of start, end, speaker and words, parted by tabs, commas, semicolons or bars."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from playhead.formats.captions.cue_labels import Timed, label_cues
from playhead.formats.captions.rows import seconds
from playhead.formats.source import Source
from playhead.formats.unreadable import UnreadableError

NAME = "table"
TITLE = "tables of times, speakers and words: TSV of Whisper, CSV exports, Markdown tables"

_COLUMNS = {
    "start": {"start", "starttime", "begin", "from", "in", "time", "timestamp", "timecode", "starts", "beginn",
              "début", "inicio"},
    "end": {"end", "endtime", "stop", "to", "out", "ends", "ende", "fin"},
    "speaker": {"speaker", "name", "who", "speakername", "speakerlabel", "voice", "role", "sprecher",
                "sprecherin", "person", "locuteur", "hablante"},
    "text": {"text", "words", "transcript", "content", "message", "utterance", "caption", "sentence",
             "dialogue", "body", "line", "texte", "texto"},
}  # fmt: skip
csv.field_size_limit(2**31 - 1)  # A cell may hold a whole talk; files have their own limit.
# Spaces alone around the marks: where white space may stand for either, empty lines take for ever.
_TURN = re.compile(r"^\|? *[\d:.]+ *[|\t] *[\d:.]+ *[|\t] *[\w ]{1,40}\|?[ \t]*$", re.MULTILINE)
_RTTM = re.compile(r"^SPEAKER \S+ \d+ [\d.]+ [\d.]+ ", re.MULTILINE)
_TIMED_ROW = re.compile(r"^\d+(?:\.\d+)?\t\d+(?:\.\d+)?\t\S")


def sniff(head: str, path: str) -> float:
    """A first row that names a column of words, or rows of diarization."""
    if len(_RTTM.findall(head)) > 1 or len(_TURN.findall(head)) > 5:
        return 0.9
    first = head.lstrip("\ufeff\n").split("\n", 1)[0]
    if _TIMED_ROW.match(first):
        return 0.9
    mark = _separator(first)
    names = _header(_cells(first, mark)) if mark else {}
    return 0.9 if "text" in names and len(names) > 1 else 0.0


def read(data: str, path: str) -> Source:
    """Read the rows. Raises UnreadableError where they say who speaks when, but hold no words."""
    if _RTTM.search(data) or len(_TURN.findall(data)) > 5:
        raise UnreadableError("says who speaks when, but holds no words")
    lines = [line for line in data.lstrip("\ufeff\n").split("\n") if line.strip()]
    if not lines:
        raise UnreadableError("has no rows")
    mark = _separator(lines[0]) or "\t"
    names = _header(_cells(lines[0], mark))
    body = lines[1:] if "text" in names else lines
    names = names if "text" in names else {"start": 0, "end": 1, "text": 2}
    try:
        cues = list(_rows(body, mark, names))
    except csv.Error:
        raise UnreadableError("is not a whole table") from None
    segments, told = label_cues(cues)
    return Source(NAME, segments, notices=(f"{len(cues)} rows read", *told))


def _rows(lines: list[str], mark: str, names: dict[str, int]) -> Iterator[Timed]:
    """Rows as cues; whole numbers above a day's seconds, as Whisper writes, are milliseconds."""
    rows = (
        (_cells(line, mark) for line in lines)
        if mark == "|"
        else csv.reader(lines, delimiter=mark, quotechar='"' if mark != "\t" else "\x00")
    )
    found = []
    for row in rows:
        cell = {name: row[at].strip() for name, at in names.items() if at < len(row)}
        if cell.get("text") and set(cell["text"]) - set("-: "):
            found.append(cell)
    starts = [one.get("start", "") for one in found]
    whole = all(start.isdigit() for start in starts if start)
    scale = 0.001 if whole and any(int(start) > 86_400 for start in starts if start) else 1.0
    if whole and mark == "\t" and any(int(start) >= 1000 for start in starts[:200] if start):
        scale = 0.001
    for cell in found:
        start, end = seconds(cell.get("start")), seconds(cell.get("end"))
        yield (
            None if start is None else start * scale,
            None if end is None else end * scale,
            cell["text"],
            cell.get("speaker") or None,
            (),
        )


def _separator(line: str) -> str:
    counts = {mark: line.count(mark) for mark in "\t|;,"}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""


def _cells(line: str, mark: str) -> list[str]:
    return [
        cell.strip().strip('"')
        for cell in line.strip().strip("|" if mark == "|" else "").split(mark)
    ]


def _header(cells: Sequence[str]) -> dict[str, int]:
    names: dict[str, int] = {}
    for at, cell in enumerate(cells):
        key = re.sub(r"[^a-zé]", "", re.sub(r"\([^()]*\)", "", cell.lower()))
        for column, known in _COLUMNS.items():
            if key in known:
                names.setdefault(column, at)
    return names
