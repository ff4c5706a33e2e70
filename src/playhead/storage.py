"""Where Playhead keeps what is the user's (data) and what it can make again (state, cache)."""

from __future__ import annotations

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
    """Create `folder` for this user alone and return it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
