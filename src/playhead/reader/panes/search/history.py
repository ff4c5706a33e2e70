"""Queries asked before, newest first, kept in the state folder."""

from __future__ import annotations

import contextlib
from pathlib import Path

from playhead.storage import state_folder, write_private
from playhead.text import one_line

QUERIES_KEPT = 50


def past_queries() -> list[str]:
    """The queries kept; none where they cannot be read."""
    try:
        lines = _path().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [line for line in (one_line(line) for line in lines) if line][:QUERIES_KEPT]


def remember_query(query: str) -> list[str]:
    """Put `query` first and return all. A state folder that cannot be written is no loss."""
    query = one_line(query)
    queries = [query, *(one for one in past_queries() if one != query)][:QUERIES_KEPT]
    with contextlib.suppress(OSError):
        write_private(_path(), "".join(f"{one}\n" for one in queries))
    return queries


def _path() -> Path:
    return state_folder() / "searches.txt"
