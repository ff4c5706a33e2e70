"""A path -> a parsed transcript: reads the file, asks the cache, parses."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from playhead.files import read_bytes
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.transcript import cache
from playhead.transcript.model import Origin, Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from playhead.transcript.corrections.applying import Correction
    from playhead.transcript.parse import Progress
    from playhead.transcript.topics.rulings import TopicRuling

LEFT_OUT = "corrections in "
"""How a notice begins that tells of corrections which cannot be read."""

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


def open_transcript(
    path: str | Path,
    *,
    format: str | None = None,
    notes: str | Path | None = None,
    use_corrections: bool = True,
    progress: Progress | None = None,
    show: Callable[[Transcript], None] | None = None,
) -> Transcript:
    """Read and parse the transcript at `path`, or take it from the cache.

    `format` overrules the format found by content. `notes` names the notes file whose corrections
    are applied; None means the place where the notes of this transcript lie. `progress` is told
    the stage at work and the share done, unless the cache has it; `show` is given the words as soon
    as they are read, before anyone has guessed who speaks. Raises UnreadableError with one line.
    """
    data = read_bytes(str(path))
    sha256 = hashlib.sha256(data).hexdigest()
    files, unread = _correction_files(str(path), sha256, notes) if use_corrections else ([], [])
    # Caption formats look at the name's ending too, so two names may be two transcripts.
    digests = [digest for _, digest in files]
    made_of = [sha256, format or "", Path(path).suffix.lower(), *digests, *unread]
    key = hashlib.sha256("\0".join(made_of).encode()).hexdigest()
    if kept := cache.load(key, str(path)):
        return kept
    from playhead.formats.reading import read_source
    from playhead.transcript.parse import begin, draft, parse, silent
    from playhead.transcript.topics.rulings import rule_topics

    progress = progress or silent
    progress("reading", 0.0)
    source = read_source(data, str(path), format)
    origin = Origin(str(path), sha256, source.format)
    begun = begin(source, progress)
    if show:
        show(draft(source, origin, begun))
    corrections, rulings, problems = _corrections([file for file, _ in files])
    transcript = parse(source, origin, corrections, progress, begun)
    transcript = rule_topics(transcript, rulings)
    if unread or problems:
        transcript = replace(transcript, notices=(*transcript.notices, *unread, *problems))
    cache.save(key, transcript)
    return transcript


def _correction_files(
    path: str, sha256: str, notes: str | Path | None
) -> tuple[list[tuple[Path, str]], list[str]]:
    """Files that hold corrections of this text or rulings on its topics: the shipped
    ones, those that hold for every transcript, and those of its own file; and what cannot be read.

    Each has a digest of these alone, so that writing a note does not make us parse again.
    """
    from playhead.notes.location import common_rulings, find_notes_file

    files = [shipped_turns()] if sha256 == SHIPPED_SHA256 else []
    files.append(common_rulings())
    files.append(Path(notes) if notes else find_notes_file(path, sha256))
    found: list[tuple[Path, str]] = []
    unread: list[str] = []
    for file in files:
        try:
            if lists := _correcting(read_bytes(str(file))):
                found.append((file, hashlib.sha256(b"".join(lists)).hexdigest()))
        except MissingError:
            continue
        except UnreadableError as error:
            unread.append(f"{LEFT_OUT}{file.name} left out: {error}")
    return found, unread


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
            problems.append(f"{LEFT_OUT}{file.name} left out: {error}")
    return corrections, rulings, problems
