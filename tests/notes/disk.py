"""A small model of a disk: what may be left of a save when the power fails.

A run of the real code is recorded as events. After any first part of them the disk may hold, for
each file, what was synced or any part of what was written since; and of the changes of names that
no sync of the folder sealed, any. This is harsher than any file system in use.
"""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, Literal
from unittest.mock import patch

Kind = Literal["create", "write", "sync file", "rename", "remove", "sync folder"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing asked of the disk. `file` is the number of a file, `name` and `to` its names."""

    kind: Kind
    file: int = 0
    name: str = ""
    to: str = ""
    data: bytes = b""


Draw = Callable[[int, int], int]
"""Chance: a number from the first to the second."""


def after_power_loss(events: list[Event], before: dict[str, bytes], draw: Draw) -> dict[str, bytes]:
    """What the disk may hold after `events`, by name; `before` is what it surely held."""
    synced: dict[int, bytes] = {-n: data for n, data in enumerate(before.values(), 1)}
    written = dict(synced)
    names = {name: -n for n, name in enumerate(before, 1)}
    loose: list[Event] = []
    for event in events:
        match event.kind:
            case "create":
                synced[event.file] = written[event.file] = b""
                loose.append(event)
            case "write":
                written[event.file] += event.data
            case "sync file":
                synced[event.file] = written[event.file]
            case "sync folder":
                for one in loose:
                    _rename(names, one)
                loose = []
            case _:
                loose.append(event)
    for one in loose:
        if draw(0, 1):
            _rename(names, one)
    return {name: _torn(synced[file], written[file], draw) for name, file in names.items()}


def _rename(names: dict[str, int], event: Event) -> None:
    if event.kind in ("rename", "remove"):
        names.pop(event.name, None)
    if event.kind != "remove":
        names[event.to or event.name] = event.file


def _torn(synced: bytes, written: bytes, draw: Draw) -> bytes:
    """What was synced, and of the rest some, as it was or as zeros."""
    rest = written[len(synced) :]
    kept = rest[: draw(0, len(rest))]
    return synced + (kept if draw(0, 1) else bytes(len(kept)))


@contextmanager
def recorded(folder: Path) -> Iterator[list[Event]]:
    """Record what is asked of the disk in `folder`; it is done as well."""
    events: list[Event] = []
    files: dict[str, int] = {}
    open_files: dict[int, int] = {}
    numbers = itertools.count(1)
    real_open, real_fdopen, real_fsync = os.open, os.fdopen, os.fsync
    real_replace, real_unlink = Path.replace, Path.unlink

    def open_(path: Any, flags: int, *mode: int) -> int:
        descriptor = real_open(path, flags, *mode)
        if flags & os.O_CREAT and Path(path).suffix != ".lock":
            open_files[descriptor] = files[Path(path).name] = next(numbers)
            events.append(Event("create", files[Path(path).name], Path(path).name))
        return descriptor

    def fdopen(descriptor: int, mode: str) -> Any:
        file = open_files[descriptor]
        return _Stream(real_fdopen(descriptor, mode), partial(wrote, file))

    def wrote(file: int, data: bytes) -> None:
        events.append(Event("write", file, data=data))

    def fsync(descriptor: int) -> None:
        real_fsync(descriptor)
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        file = open_files.get(descriptor, 0)
        events.append(Event("sync folder") if is_folder else Event("sync file", file))

    def replace(self: Path, target: Path) -> Path:
        events.append(Event("rename", files[self.name], self.name, target.name))
        files[target.name] = files[self.name]
        return real_replace(self, target)

    def unlink(self: Path, missing_ok: bool = False) -> None:
        real_unlink(self, missing_ok)
        events.append(Event("remove", name=self.name))

    with (
        patch.object(os, "open", open_),
        patch.object(os, "fdopen", fdopen),
        patch.object(os, "fsync", fsync),
        patch.object(Path, "replace", replace),
        patch.object(Path, "unlink", unlink),
    ):
        yield events


class _Stream:
    """A file whose writes are told when they leave the buffer."""

    def __init__(self, stream: IO[bytes], wrote: Callable[[bytes], None]) -> None:
        self._stream, self._wrote = stream, wrote
        self._buffer = b""

    def write(self, data: bytes) -> int:
        self._buffer += data
        return self._stream.write(data)

    def flush(self) -> None:
        self._stream.flush()
        self._wrote(self._buffer)
        self._buffer = b""

    def fileno(self) -> int:
        return self._stream.fileno()

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()
        self._stream.close()
