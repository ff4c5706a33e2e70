"""Parsed transcripts kept on disk by content, so that the second opening is immediate.

A file is one line of checks (version, stamp, checksum) and one JSON document of rows. Whatever is
damaged, or made by another version of the program, is passed over and made again.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from playhead import __version__
from playhead.collector import collector_off
from playhead.storage import cache_folder, write_cached
from playhead.transcript.model import (
    Chapter,
    Exchange,
    Mark,
    Origin,
    Section,
    Sentence,
    Span,
    Speaker,
    Time,
    Topic,
    Transcript,
    Turn,
    TurnKind,
)

LIMIT = 256 * 1024 * 1024
"""Bytes that all cached transcripts together may take; the longest unused go first."""


@lru_cache(maxsize=1)
def stamp() -> str:
    """A checksum of the code and data that parsing depends on: names, sizes, times of files.

    Of those that this process began with, whatever is installed while it runs.
    """
    found = zlib.crc32(__version__.encode())
    for folder in ("formats", "transcript", "data"):
        for row in _rows_of(Path(__file__).parents[1] / folder):
            found = zlib.crc32(row.encode(), found)
    return f"{found:08x}"


def _rows_of(folder: Path | str) -> Iterator[str]:
    """A row a file of `folder` and the folders in it, in the order of their names."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda one: one.name)
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _rows_of(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.name} {status.st_size} {status.st_mtime_ns}"


def load(key: str, path: str) -> Transcript | None:
    """The transcript kept under `key` with `path` as its origin, or None."""
    file = _file(key)
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if head.decode() != f"playhead {stamp()} {zlib.crc32(body):08x}":
            return None
        with collector_off():
            transcript = _from_rows(json.loads(body), path)
        os.utime(file)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None
    return transcript


def save(key: str, transcript: Transcript) -> None:
    """Keep `transcript` under `key`. A cache that cannot be written is done without."""
    body = json.dumps(_to_rows(transcript), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    head = f"playhead {stamp()} {zlib.crc32(body):08x}\n".encode()
    write_cached(_file(key), head + body, LIMIT)


def _file(key: str) -> Path:
    return cache_folder() / "transcripts" / f"{key}.json"


def _to_rows(transcript: Transcript) -> dict[str, Any]:
    t = transcript
    return {
        "origin": [t.origin.sha256, t.origin.format],
        "meta": [t.title, t.channel, t.date, t.address, t.language],
        "text": t.text,
        # Columns: a hundred thousand short rows take three times as long to read.
        "sentences": [
            [s.start for s in t.sentences],
            [s.end for s in t.sentences],
            [s.guessed for s in t.sentences],
        ],
        "speakers": [[s.id, s.name, s.role] for s in t.speakers],
        "sections": [[s.kind, s.start, s.end] for s in t.sections],
        "turns": [
            [u.id, u.speaker, u.kind, u.start, u.end, u.confidence, *_time_row(u.time), u.topics]
            for u in t.turns
        ],
        "exchanges": [[e.id, e.question, e.answer, e.follows] for e in t.exchanges],
        "chapters": [[c.title, c.start, c.end, c.topics, c.level] for c in t.chapters],
        "topics": [
            [o.name, o.turns, o.weight, [e.start for e in o.evidence], [e.end for e in o.evidence]]
            for o in t.topics
        ],
        "notices": t.notices,
        "marks": [[m.offset for m in t.marks], [m.seconds for m in t.marks]],
    }


def _time_row(time: Time) -> tuple[float, float, bool]:
    return time.start, time.end, time.estimated


def _from_rows(rows: dict[str, Any], path: str) -> Transcript:
    title, channel, date, address, language = rows["meta"]
    sha256, format = rows["origin"]
    return Transcript(
        origin=Origin(path, sha256, format),
        title=title,
        channel=channel,
        date=date,
        address=address,
        language=language,
        text=rows["text"],
        sentences=tuple(map(Sentence, *rows["sentences"])),
        speakers=tuple(Speaker(*row) for row in rows["speakers"]),
        sections=tuple(Section(*row) for row in rows["sections"]),
        turns=tuple(_turn(*row) for row in rows["turns"]),
        exchanges=tuple(
            Exchange(id, tuple(question), tuple(answer), follows)
            for id, question, answer, follows in rows["exchanges"]
        ),
        chapters=tuple(
            Chapter(title, start, end, tuple(topics), level)
            for title, start, end, topics, level in rows["chapters"]
        ),
        topics=tuple(
            Topic(name, tuple(turns), weight, tuple(map(Span, starts, ends)))
            for name, turns, weight, starts, ends in rows["topics"]
        ),
        notices=tuple(rows["notices"]),
        marks=tuple(map(Mark, *rows["marks"])),
    )


def _turn(
    id: str,
    speaker: str | None,
    kind: TurnKind,
    start: int,
    end: int,
    confidence: float,
    from_seconds: float,
    to_seconds: float,
    estimated: bool,
    topics: list[str],
) -> Turn:
    time = Time(from_seconds, to_seconds, estimated)
    return Turn(id, speaker, kind, start, end, confidence, time, tuple(topics))
