"""The one recipe by which a file of the user's is written.

Temporary file beside the target, flush, fsync, replace, fsync of the folder, under a lock that the
operating system drops when its holder dies. A crash leaves the old file or the new one. Where the
last step fails the old content is put back: what is said not to be saved is not in the file.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
from collections.abc import Iterator
from pathlib import Path

from playhead.notes.model import NotesError

LOCK_SECONDS = 10.0
"""How long another process may hold the lock before we give up; a save takes milliseconds."""

POLL_SECONDS = 0.005
"""How often a held lock is tried again: about as often as a save is done."""

Status = tuple[int, int, int]
"""Time, size and number of a file."""


@contextlib.contextmanager
def locked(target: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the lock of `target`. Raises NotesError when it cannot be had within `seconds`."""
    from filelock import FileLock, Timeout

    lock = FileLock(str(_beside(target, "lock")), timeout=seconds, mode=0o600)
    try:
        lock.acquire(poll_interval=POLL_SECONDS)
    except Timeout:
        raise NotesError("another Playhead is writing it; try again") from None
    except OSError as error:
        raise NotesError(f"cannot be written: {_reason(error)}") from None
    try:
        yield
    finally:
        lock.release()


def save(target: Path, data: bytes) -> Status:
    """Make `data` the content of `target`, which the caller has locked if others write it too.

    Returns the status of what was written, which tells whether another wrote since. Raises
    NotesError, with the old file intact, when any step fails.
    """
    real = _real(target)
    beside = _beside(target, f"{os.getpid()}.part")
    try:
        _refuse_odd(real)
        _remove_left_behind(target)
        with _opened(real.parent) as folder, _opened(real) as old:
            status = _write(beside, data, _mode(real))
            beside.replace(real)
            try:
                _sync_folder(folder)
            except OSError:
                _put_back(real, beside, old)
                raise
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise NotesError(f"cannot be written: {_reason(error)}") from None
    return status


def status_of(file: Path) -> Status:
    """What tells one content of a file from another without reading it."""
    try:
        return _status(file.stat())
    except OSError:
        return (0, 0, 0)


def sweep(target: Path) -> None:
    """Remove what processes that died left beside `target`; another day if it is being written."""
    if _left_behind(target):
        with contextlib.suppress(NotesError), locked(target, seconds=0):
            _remove_left_behind(target)


def _left_behind(target: Path) -> list[Path]:
    real = _real(target)
    return list(real.parent.glob(f".{glob.escape(real.name)}.*.part"))


def _remove_left_behind(target: Path) -> None:
    """The living write only while they hold the lock, which the caller has: these are the dead's."""
    for file in _left_behind(target):
        with contextlib.suppress(OSError):
            file.unlink()


def _write(file: Path, data: bytes, mode: int) -> Status:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        return _status(os.fstat(stream.fileno()))


def _status(found: os.stat_result) -> Status:
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _refuse_odd(file: Path) -> None:
    """Refuse to replace what is no file, and what is read-only.

    Replacing a file needs no right to write it; whoever took that right away meant it.
    """
    if not file.exists():
        return
    if not file.is_file():
        raise OSError(errno.EISDIR, "it is a folder" if file.is_dir() else "it is not a file")
    if not file.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, "it is read-only")


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int | None]:
    """A file or folder, open for reading so that it can be had when its name is gone; None: none.

    Windows can open no folder and replaces no open file; its replace is durable by itself.
    """
    if os.name != "posix" or not path.exists():
        yield None
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _sync_folder(folder: int | None) -> None:
    if folder is None:
        return
    try:
        os.fsync(folder)
    except OSError as error:
        # Some file systems, most of them over a network, know no sync of folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _put_back(real: Path, beside: Path, old: int | None) -> None:
    """Give `real` the content of the file that it replaced, or none if there was none."""
    if old is None:
        real.unlink()
        return
    _write(beside, os.pread(old, os.fstat(old).st_size, 0), _mode(real))
    beside.replace(real)


def _mode(file: Path) -> int:
    """The rights of the file that is replaced; for a new one the user's alone."""
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        return 0o600


def _real(target: Path) -> Path:
    """The file itself where `target` is a link: all who write it meet at one lock."""
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def _beside(target: Path, ending: str) -> Path:
    real = _real(target)
    return real.with_name(f".{real.name}.{ending}")


def _reason(error: OSError) -> str:
    text = error.strerror or "the file system refused"
    return text[0].lower() + text[1:]
