"""A transcript that changes while it is read: seen, and the place found again in its new text."""

from __future__ import annotations

from pathlib import Path

AROUND = 60
"""Characters after the place that are looked for in the new text, less where they are gone."""


class FileWatch:
    """Tells that a file was written, once whoever writes it has paused."""

    def __init__(self, path: str) -> None:
        """Begin with `path` as it is now; standard input and pipes never change."""
        self._path = Path(path)
        self._is_file = path != "-" and self._path.is_file()
        self._read = self._last = self._look()

    def has_changed(self) -> bool:
        """Whether the file is another than at the last time this was true, and at rest."""
        now = self._look()
        is_at_rest, self._last = now == self._last, now
        if now == self._read or not is_at_rest or now is None:
            return False
        self._read = now
        return True

    def _look(self) -> tuple[int, int, int] | None:
        """Size, time and number of the file; None where there is none."""
        if not self._is_file:
            return None
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns, status.st_ino


def same_place(before: str, after: str, offset: int) -> int:
    """Where the words at `offset` of the text `before` stand in the text `after`.

    Of several such places the nearest to the same number of characters counts; where the words are
    gone, the words before them do, and at last the same number.
    """
    if before[: offset + AROUND] == after[: offset + AROUND]:
        return min(offset, len(after))
    for length in (AROUND, AROUND // 2, AROUND // 4):
        words = before[offset : offset + length]
        if len(words) == length and (found := _nearest(after, words, offset)) is not None:
            return found
        words = before[max(0, offset - length) : offset]
        if len(words) == length and (found := _nearest(after, words, offset - length)) is not None:
            return found + length
    return min(offset, len(after))


def _nearest(text: str, words: str, offset: int) -> int | None:
    before = text.rfind(words, 0, max(0, offset) + len(words))
    after = text.find(words, max(0, offset))
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - offset), default=None)
