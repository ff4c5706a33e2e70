"""How commands open what they are given: the shipped interview, files, folders, standard input."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from playhead.cli.output import fail
from playhead.formats.source import UnreadableError
from playhead.library import open_transcript, shipped_interview

if TYPE_CHECKING:
    from playhead.transcript.model import Transcript


def open_one(options: Namespace, path: str | None) -> Transcript:
    """Open `path`, or the shipped interview where it is None. Raises UnreadableError."""
    return open_transcript(
        path or str(shipped_interview()),
        format=options.source_format,
        notes=options.notes,
        use_corrections=not getattr(options, "no_corrections", False),
    )


def each_transcript(
    options: Namespace, files: list[str], failures: list[int]
) -> Iterator[Transcript]:
    """Open `files`, or the shipped interview where there are none, in turn.

    What cannot be read is told at once and counted in `failures`.
    """
    paths = list(expand(files or [str(shipped_interview())], failures))
    for number, path in enumerate(paths, 1):
        if len(paths) > 3 and sys.stderr.isatty():
            print(f"\r{number}/{len(paths)}\x1b[K", end="", file=sys.stderr, flush=True)
        try:
            transcript = open_one(options, path)
        except UnreadableError as error:
            failures.append(fail(path, str(error)))
            continue
        yield transcript
    if len(paths) > 3 and sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def expand(paths: list[str], failures: list[int]) -> Iterator[str]:
    """Replace folders by the files in them, sorted; hidden files and notes are left out."""
    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            yield path
            continue
        inside = sorted(
            str(one)
            for one in folder.rglob("*")
            if one.is_file()
            and one.suffix.lower() not in (".yaml", ".yml")
            and not any(p.startswith(".") for p in one.relative_to(folder).parts)
        )
        if not inside:
            failures.append(fail(path, "no transcripts in this folder"))
        yield from inside


def ruled_out(failures: list[int]) -> int:
    """The exit code after a run over many files: 2 when any could not be read."""
    return 2 if failures else 0
