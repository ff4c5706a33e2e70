"""What is remembered between two readings: the place, marks, the last transcript."""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any

from playhead.storage import state_folder, write_private

PLACES_KEPT = 500
"""Transcripts whose place is remembered; the longest unread go first."""


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
        path = self._kept.get("last")
        return path if isinstance(path, str) and os.path.isfile(path) else None  # noqa: PTH113

    def place(self, sha256: str) -> dict[str, Any]:
        """What is kept for a transcript: offset, furthest, marks."""
        places = self._kept.get("places")
        place = places.get(sha256) if isinstance(places, dict) else None
        return place if isinstance(place, dict) else {}

    def keep(self, sha256: str, path: str, place: dict[str, Any]) -> None:
        """Remember where we are, on disk."""
        places = self._kept.get("places")
        places = dict(places) if isinstance(places, dict) else {}
        places.pop(sha256, None)
        places[sha256] = place
        self._kept["places"] = dict(list(places.items())[-PLACES_KEPT:])
        if path != "-":
            self._kept["last"] = os.path.abspath(path)  # noqa: PTH100
        self._write()

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            write_private(self._file, json.dumps(self._kept, ensure_ascii=False))
