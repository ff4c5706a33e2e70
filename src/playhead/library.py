"""A path -> a parsed transcript: reads the file, asks the cache, parses."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from playhead.formats import read_source
from playhead.formats.source import UnreadableError
from playhead.transcript.corrections import Correction
from playhead.transcript.model import Origin, Transcript
from playhead.transcript.parse import Progress, silent, parse


def shipped_interview() -> Path:
    """The interview that comes with Playhead."""
    inside = Path(__file__).parent / "seeds" / "jeff-dean.txt"
    return inside if inside.exists() else Path(__file__).parents[2] / "seeds" / "jeff-dean.txt"


def read_bytes(path: str) -> bytes:
    """The bytes of `path`, `-` being standard input. Raises UnreadableError with one line."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise UnreadableError("is a folder, not a transcript") from None
    except OSError as error:
        raise UnreadableError((error.strerror or "cannot be read").lower()) from None


def open_transcript(
    path: str | Path,
    *,
    format: str | None = None,
    corrections: Sequence[Correction] = (),
    progress: Progress = silent,
) -> Transcript:
    """Read and parse the transcript at `path`. Raises UnreadableError."""
    data = read_bytes(str(path))
    source = read_source(data, str(path), format)
    origin = Origin(str(path), hashlib.sha256(data).hexdigest(), source.format)
    return parse(source, origin, corrections, progress)
