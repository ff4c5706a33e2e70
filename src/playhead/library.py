"""A path -> a parsed transcript: reads the file, asks the cache, parses."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from playhead.formats.unreadable import UnreadableError
from playhead.transcript import cache
from playhead.transcript.model import Origin, Transcript

if TYPE_CHECKING:
    from playhead.transcript.corrections.applying import Correction
    from playhead.transcript.parse import Progress
    from playhead.transcript.topics.rulings import TopicRuling

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes above which a file is refused: forty times the longest transcript known to us."""

PIPE_SECONDS, PIPE_TRIES = 2.0, 40
"""How long a named pipe is waited for that nobody has opened for writing, and how often we look."""

_KEY = re.compile(rb"^\w+:", re.MULTILINE)
"""A key of a notes file; under two of them stands what changes the transcript."""

SHIPPED_SHA256 = "4bc4b4e523cf48e1e8d17ddda6a920d2d46e989f38ca5acff1ea1bb1d679a52b"
"""Of the shipped interview: wherever that text lies, its corrected turns belong to it."""


def shipped_interview() -> Path:
    """The interview that comes with Playhead."""
    return _seeds() / "jeff-dean.txt"


def shipped_turns() -> Path:
    """The turns of the shipped interview, checked by hand, as corrections."""
    return _seeds() / "jeff-dean.turns.yaml"


def _seeds() -> Path:
    inside = Path(__file__).parent / "seeds"
    return inside if inside.exists() else Path(__file__).parents[2] / "seeds"


def size_limit() -> int:
    """Bytes above which a file is refused: `PLAYHEAD_LARGEST` in megabytes, or SIZE_LIMIT."""
    given = os.environ.get("PLAYHEAD_LARGEST", "")
    return int(given) * 1024**2 if given.isdecimal() and given.isascii() else SIZE_LIMIT


def read_bytes(path: str) -> bytes:
    """The bytes of `path`, `-` being standard input. Raises UnreadableError with one line."""
    limit = size_limit()
    try:
        if path == "-":
            return _within(sys.stdin.buffer.read(limit + 1), limit)
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("is a folder, not a transcript")
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            raise UnreadableError("is a device, not a transcript")
        if status.st_size > limit:
            raise _too_large(status.st_size, limit)
        if stat.S_ISFIFO(status.st_mode):
            return _within(_read_pipe(path, limit + 1), limit)
        with Path(path).open("rb") as file:
            return _within(file.read(limit + 1), limit)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from None


def read_head(path: str, size: int) -> bytes:
    """The first `size` bytes of a regular file. Raises UnreadableError with one line."""
    try:
        with Path(path).open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise UnreadableError(_reason(error)) from None


def _reason(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or "cannot be read"
    return str(reason[0].lower() + reason[1:])


def _within(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise _too_large(len(data), limit)
    return data


def _too_large(size: int, limit: int) -> UnreadableError:
    mega = 1024**2
    return UnreadableError(
        f"has {-(-size // mega)} MB or more, and {limit // mega} MB are read at most "
        f"(PLAYHEAD_LARGEST=MEGABYTES in the environment changes that)"
    )


def _read_pipe(path: str, size: int) -> bytes:
    """What is written into a named pipe; one that nobody writes to is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as pipe:
        first, tries = b"", PIPE_TRIES
        while not first and tries:
            try:
                first, tries = os.read(descriptor, 1), tries - 1
            except BlockingIOError:
                # Someone has it open for writing, so the words will come.
                os.set_blocking(descriptor, True)
            else:
                time.sleep(PIPE_SECONDS / PIPE_TRIES)
        if not first:
            raise UnreadableError("is a pipe that nobody writes to")
        os.set_blocking(descriptor, True)
        return first + pipe.read(size - 1)


def open_transcript(
    path: str | Path,
    *,
    format: str | None = None,
    notes: str | Path | None = None,
    use_corrections: bool = True,
    progress: Progress | None = None,
) -> Transcript:
    """Read and parse the transcript at `path`, or take it from the cache.

    `format` overrules the format found by content. `notes` names the notes file whose corrections
    are applied; None means the place where the notes of this transcript lie. `progress` is told
    the stage at work and the share done. Raises UnreadableError with one line.
    """
    data = read_bytes(str(path))
    sha256 = hashlib.sha256(data).hexdigest()
    files = _correction_files(str(path), sha256, notes) if use_corrections else []
    # Caption formats look at the name's ending too, so two names may be two transcripts.
    made_of = [sha256, format or "", Path(path).suffix.lower(), *(read for _, read in files)]
    key = hashlib.sha256("\0".join(made_of).encode()).hexdigest()
    if kept := cache.load(key, str(path)):
        return kept
    from playhead.formats.reading import read_source
    from playhead.transcript.parse import parse, silent
    from playhead.transcript.topics.rulings import rule_topics

    source = read_source(data, str(path), format)
    origin = Origin(str(path), sha256, source.format)
    corrections, rulings, problems = _corrections([file for file, _ in files])
    transcript = parse(source, origin, corrections, progress or silent)
    transcript = rule_topics(transcript, rulings)
    if problems:
        transcript = replace(transcript, notices=(*transcript.notices, *problems))
    cache.save(key, transcript)
    return transcript


def open_draft(path: str | Path, *, format: str | None = None) -> Transcript:
    """The words of `path` at once, before anyone has guessed who speaks. Raises UnreadableError."""
    from playhead.formats.reading import read_source
    from playhead.transcript.parse import draft

    data = read_bytes(str(path))
    source = read_source(data, str(path), format)
    return draft(source, Origin(str(path), hashlib.sha256(data).hexdigest(), source.format))


def _correction_files(path: str, sha256: str, notes: str | Path | None) -> list[tuple[Path, str]]:
    """Files that hold corrections of this text or rulings on its topics: the shipped
    ones, those that hold for every transcript, and those of its own file.

    Each has a digest of these alone, so that writing a note does not make us parse again.
    """
    from playhead.notes.location import common_rulings, find_notes_file

    files = [shipped_turns()] if sha256 == SHIPPED_SHA256 else []
    files.append(common_rulings())
    files.append(Path(notes) if notes else find_notes_file(path, sha256))
    found: list[tuple[Path, str]] = []
    for file in files:
        with contextlib.suppress(OSError):
            if lists := _correcting(file.read_bytes()):
                found.append((file, hashlib.sha256(b"".join(lists)).hexdigest()))
    return found


def _correcting(data: bytes) -> list[bytes]:
    """The lists of a notes file that change the transcript, each up to the next key."""
    keys = [(key.start(), key[0]) for key in _KEY.finditer(data)]
    return [
        data[start:end]
        for (start, key), (end, _) in pairwise([*keys, (len(data), b"")])
        if key in (b"corrections:", b"topics:")
    ]


def _corrections(
    files: list[Path],
) -> tuple[list[Correction], list[TopicRuling], list[str]]:
    """Corrections and rulings in `files`, and what is wrong with files that cannot be read."""
    from playhead.notes.corrections import load_corrections, load_rulings
    from playhead.notes.model import NotesError

    corrections: list[Correction] = []
    rulings: list[TopicRuling] = []
    problems: list[str] = []
    for file in files:
        try:
            corrections += load_corrections(file)
            rulings += load_rulings(file)
        except NotesError as error:
            problems.append(f"corrections in {file.name} left out: {error}")
    return corrections, rulings, problems
