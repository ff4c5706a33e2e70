"""How commands open what they are given: the shipped interview, files, folders, standard input."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from playhead.cli.output import Progress, complain, fail
from playhead.files import is_folder, read_bytes, read_head
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.library import LEFT_OUT, open_transcript, shipped_interview

if TYPE_CHECKING:
    from playhead.transcript.model import Transcript

Made = TypeVar("Made")
SEVERAL = 4
"""From so many files on, all cores are used and progress is shown."""


@dataclass(frozen=True, slots=True)
class Opened(Generic[Made]):
    """What became of a file: what was made of its transcript, or why there is none.

    `passed` says why a file that was found in a folder was no transcript at all, `told` what of
    its notes could not be read.
    """

    path: str
    made: Made | None = None
    failed: str = ""
    passed: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to open. `is_named` is false for one found in a folder, which may be no transcript."""

    path: str
    is_named: bool


def open_one(options: Namespace, path: str | None, *, is_alone: bool = True) -> Transcript:
    """Open `path`, or the shipped interview where it is None. Raises UnreadableError.

    Where it `is_alone`, a person is shown what is done with it.
    """
    progress = Progress()
    try:
        return open_transcript(
            path or str(shipped_interview()),
            format=options.source_format,
            notes=options.notes,
            use_corrections=not getattr(options, "no_corrections", False),
            progress=progress.stage if is_alone else None,
        )
    finally:
        progress.clear()


def tell_unread(options: Namespace, transcript: Transcript) -> None:
    """Say what cannot be read of the notes, where a command goes on without it."""
    for line in _unread_notes(options, transcript):
        complain(line)


def _unread_notes(options: Namespace, transcript: Transcript) -> tuple[str, ...]:
    """What cannot be read of the notes, a line each; a file that a person names is read whole."""
    told = tuple(one for one in transcript.notices if one.startswith(LEFT_OUT))
    if told or not options.notes:
        return told
    from playhead.notes.file.cutting import read_document
    from playhead.notes.model import NotesError

    try:
        read_document(read_bytes(options.notes))
    except MissingError:
        return ()
    except (UnreadableError, NotesError) as error:
        return (f"{options.notes}: {error}",)
    return ()


def each_transcript(
    options: Namespace, files: list[str], failures: list[int]
) -> Iterator[Transcript]:
    """Open `files`, folders among them, or the shipped interview where there are none, in order."""
    return each_made(options, files, failures, _itself)


def each_made(
    options: Namespace,
    files: list[str],
    failures: list[int],
    make: Callable[[Transcript], Made],
) -> Iterator[Made]:
    """What `make`, a function of a module, makes of each transcript of `files`, in order.

    Many files are opened on all cores. What cannot be read is told at the end, a line a file, and
    counted in `failures`; so is what was passed over in folders.
    """
    passed: Counter[str] = Counter()
    inputs = list(_inputs(files or [str(shipped_interview())], passed))
    is_alone = len(inputs) < SEVERAL
    progress = None if is_alone else Progress(len(inputs))
    failed: list[Opened[Made]] = []
    told: dict[str, None] = {}
    found = False
    for number, one in enumerate(_in_order(inputs, partial(_open, options, make, is_alone)), 1):
        if progress:
            progress.show(number, one.path)
        told.update(dict.fromkeys(one.told))
        if one.passed:
            passed[one.passed] += 1
        elif one.failed:
            failed.append(one)
        elif one.made is not None:
            found = True
            if progress:
                progress.clear()
            yield one.made
    if progress:
        progress.clear()
    for line in told:
        complain(line)
    failures.extend(fail(one.path, one.failed) for one in failed)
    _tell_passed(files, passed, failures, found or bool(failed))


def ruled_out(failures: list[int]) -> int:
    """The exit code after a run over many files: 2 when any could not be read."""
    return 2 if failures else 0


def _itself(transcript: Transcript) -> Transcript:
    return transcript


def _inputs(paths: list[str], passed: Counter[str]) -> Iterator[_Input]:
    """The files of `paths`; a folder stands for the files in it that may be transcripts."""
    for path in paths:
        if path == "-" or not is_folder(path):
            yield _Input(path, is_named=True)
            continue
        from playhead.formats.folder import files_in

        yield from (_Input(one, is_named=False) for one in files_in(path, passed))


def _open(
    options: Namespace, make: Callable[[Transcript], Made], is_alone: bool, one: _Input
) -> Opened[Made]:
    """Open a file and make of it what is wanted; what goes wrong is kept with its path."""
    try:
        if not one.is_named:
            from playhead.formats.folder import HEAD, why_not

            if reason := why_not(one.path, read_head(one.path, HEAD)):
                return Opened(one.path, passed=reason)
        transcript = open_one(options, one.path, is_alone=is_alone)
        return Opened(one.path, made=make(transcript), told=_unread_notes(options, transcript))
    except UnreadableError as error:
        return Opened(one.path, failed=str(error))


def _in_order(
    inputs: list[_Input], work: Callable[[_Input], Opened[Made]]
) -> Iterator[Opened[Made]]:
    """Do `work` on every input, on all cores where there are several; results keep the order."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if len(inputs) < SEVERAL or (cores or 1) < 2 or any(one.path == "-" for one in inputs):
        yield from map(work, inputs)
        return
    from playhead.cli.cores import map_on_cores

    yield from map_on_cores(work, inputs, cores or 1)


def _tell_passed(
    files: list[str], passed: Counter[str], failures: list[int], is_found: bool
) -> None:
    """Say how many files of the folders were no transcripts, and why."""
    told = ", ".join(f"{count} {reason}" for reason, count in sorted(passed.items()))
    folders = [one for one in files if one != "-" and is_folder(one)]
    if folders and not is_found:
        words = f"no transcripts in this folder{f' ({told})' if told else ''}"
        failures.extend(fail(folder, words) for folder in folders)
    elif told:
        complain(f"passed over: {told}")
