"""What is remembered between two readings: the place, marks, the transcripts read."""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any

from playhead.storage import state_folder, write_private

PLACES_KEPT, TALKS_KEPT = 500, 50
"""Transcripts whose place, and whose path and title, are remembered; the longest unread go first."""


class Memory:
    """The file of places. Damaged or missing, it is begun anew: nothing in it is the person's work."""

    def __init__(self) -> None:
        """Read the file."""
        self._file = state_folder() / "reader.json"
        self._kept: dict[str, Any] = {}
        with contextlib.suppress(OSError, ValueError, RecursionError):
            read = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(read, dict):
                self._kept = read

    @property
    def is_first_time(self) -> bool:
        """Whether nothing was read before."""
        return not self._kept

    @property
    def last(self) -> str | None:
        """The path of the transcript read last, if it is still there."""
        path = next((path for path, _, _ in self.talks), "")
        return path if os.path.isfile(path) else None  # noqa: PTH113

    @property
    def talks(self) -> list[tuple[str, str, float]]:
        """Path, title and share read of the transcripts read, the last one first."""
        found: list[tuple[str, str, float]] = []
        for path, told in reversed(self._table("talks").items()):
            match told:
                case {"title": str(title), "read": int(share) | float(share)}:
                    found.append((path, title, share))
        return found

    def place(self, sha256: str) -> dict[str, Any]:
        """What is kept for a transcript: offset, stretches read, marks."""
        place = self._table("places").get(sha256)
        return place if isinstance(place, dict) else {}

    def keep(self, sha256: str, path: str, place: dict[str, Any], title: str, share: float) -> None:
        """Remember where we are, on disk; `share` of the talk has been read."""
        self._put("places", sha256, place, PLACES_KEPT)
        if path != "-":
            talk = {"title": title, "read": round(share, 3)}
            self._put("talks", os.path.abspath(path), talk, TALKS_KEPT)  # noqa: PTH100
        self._write()

    def _table(self, name: str) -> dict[str, Any]:
        """What is kept under a name, the newest last."""
        table = self._kept.get(name)
        return table if isinstance(table, dict) else {}

    def _put(self, name: str, key: str, value: dict[str, Any], most: int) -> None:
        """Keep a value as the newest of `most`."""
        table = {one: kept for one, kept in self._table(name).items() if one != key}
        self._kept[name] = dict([*table.items(), (key, value)][-most:])

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            write_private(self._file, json.dumps(self._kept, ensure_ascii=False))
