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
        path = self._kept.get("last")
        return path if isinstance(path, str) and os.path.isfile(path) else None  # noqa: PTH113

    @property
    def talks(self) -> list[tuple[str, str, float]]:
        """Path, title and share read of the transcripts read, the last one first."""
        talks = self._kept.get("talks")
        found: list[tuple[str, str, float]] = []
        for path, told in reversed(list(talks.items()) if isinstance(talks, dict) else []):
            title, share = (
                (told.get("title"), told.get("read")) if isinstance(told, dict) else ("", 0)
            )
            if isinstance(title, str) and isinstance(share, int | float):
                found.append((path, title, share))
        return found

    def place(self, sha256: str) -> dict[str, Any]:
        """What is kept for a transcript: offset, furthest, marks."""
        places = self._kept.get("places")
        place = places.get(sha256) if isinstance(places, dict) else None
        return place if isinstance(place, dict) else {}

    def keep(self, sha256: str, path: str, place: dict[str, Any], title: str, share: float) -> None:
        """Remember where we are, on disk; `share` of the talk has been read."""
        places = self._kept.get("places")
        places = dict(places) if isinstance(places, dict) else {}
        places.pop(sha256, None)
        places[sha256] = place
        self._kept["places"] = dict(list(places.items())[-PLACES_KEPT:])
        if path != "-":
            absolute = os.path.abspath(path)  # noqa: PTH100
            self._kept["last"] = absolute
            talks = self._kept.get("talks")
            talks = dict(talks) if isinstance(talks, dict) else {}
            talks.pop(absolute, None)
            talks[absolute] = {"title": title, "read": round(share, 3)}
            self._kept["talks"] = dict(list(talks.items())[-TALKS_KEPT:])
        self._write()

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            write_private(self._file, json.dumps(self._kept, ensure_ascii=False))
