"""Files that people name -> their bytes, or one line that says why not: no pipe, device or size hangs us."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

from playhead.formats.unreadable import MissingError, UnreadableError

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes above which a file is refused: forty times the longest transcript known to us."""

PIPE_SECONDS, PIPE_TRIES = 2.0, 40
"""How long a named pipe is waited for that nobody has opened for writing, and how often we look."""


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
        _refuse(status, limit)
        if stat.S_ISFIFO(status.st_mode):
            return _within(_read_pipe(path, limit + 1), limit)
        with Path(path).open("rb") as file:
            return _within(file.read(limit + 1), limit)
    except FileNotFoundError as error:
        raise MissingError(_reason(error)) from None
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from None


def check_file(path: str) -> None:
    """Raise UnreadableError, with one line, where something at `path` is no file that can be read.

    Nothing is read, and where there is nothing yet, nothing is wrong.
    """
    try:
        status = Path(path).stat()
        _refuse(status, size_limit())
        if stat.S_ISFIFO(status.st_mode):
            raise UnreadableError("is a pipe, which cannot be read twice")
        if not os.access(path, os.R_OK):
            raise UnreadableError("permission denied")
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from None


def _refuse(status: os.stat_result, limit: int) -> None:
    """Raise UnreadableError for what is known to be no transcript before it is opened."""
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("is a folder, not a file of words")
    if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
        raise UnreadableError("is a device, not a file of words")
    if status.st_size > limit:
        raise _too_large(status.st_size, limit)


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


def is_folder(path: str) -> bool:
    """Whether `path` is a folder; not one whose name no file can have."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
