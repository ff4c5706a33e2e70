"""Where Playhead keeps what is the user's (data) and what it can make again (state, cache)."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def data_folder() -> Path:
    """Notes, settings, keymap: worth a backup. `PLAYHEAD_HOME` moves it."""
    return _folder("data")


def state_folder() -> Path:
    """Positions, history, drafts."""
    return _folder("state")


def cache_folder() -> Path:
    """Parsed transcripts and indexes: may be deleted at any time."""
    return _folder("cache")


def _folder(kind: str) -> Path:
    if home := os.environ.get("PLAYHEAD_HOME"):
        return Path(home).expanduser() / kind
    import platformdirs

    paths = {
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
        "cache": platformdirs.user_cache_path,
    }
    return paths[kind]("playhead", appauthor=False)


def make_folder(folder: Path) -> Path:
    """Create `folder`, and those above it that are missing, for this user alone; return it."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)
    return folder


def write_private(file: Path, data: str | bytes) -> None:
    """Make `data`, a str as UTF-8, the content of `file`, for this user alone.

    All or nothing, but not synced: for what is no loss. Raises OSError, with nothing left behind.
    """
    make_folder(file.parent)
    # A link, as to a folder of settings shared between machines, stays one.
    real = file.resolve() if file.is_symlink() else file
    beside = real.with_name(f".{real.name}.{os.getpid()}.part")
    whole = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(whole)
        beside.replace(real)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def write_cached(file: Path, data: bytes, limit: int) -> None:
    """Keep `data` in `file`, in a folder of the cache that holds `limit` bytes, give or take a tenth.

    The longest unused files go first. A cache that cannot be written is done without.
    """
    with contextlib.suppress(OSError):
        write_private(file, data)
        folder = str(file.parent)
        # A run over thousands of files need not look at all of them for each.
        unseen = _unseen.get(folder, limit) + len(data)
        _unseen[folder] = 0 if unseen > limit // 10 else unseen
        if not _unseen[folder]:
            _prune(folder, limit)


_unseen: dict[str, int] = {}
"""Bytes that this process wrote into each folder of the cache since it last looked at the whole."""


def _prune(folder: str, limit: int) -> None:
    with os.scandir(folder) as entries:
        files = sorted(
            ((e.stat().st_mtime, e.stat().st_size, e.path) for e in entries), reverse=True
        )
    held = 0
    for _, size, path in files:
        held += size
        if held > limit:
            Path(path).unlink(missing_ok=True)
