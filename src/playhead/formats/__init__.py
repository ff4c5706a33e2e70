"""File formats. A new one is a module with NAME, TITLE, sniff and read, and a line in FORMATS."""

from __future__ import annotations

from types import ModuleType

from playhead.formats import plain
from playhead.formats.source import Source, UnreadableError

FORMATS: tuple[ModuleType, ...] = (plain,)


def read_source(data: bytes, path: str, name: str | None = None) -> Source:
    """Decode `data`, find its format by content (or take `name`) and read it.

    Raises UnreadableError for binary or empty input and for an unknown `name`.
    """
    text = data.decode("utf-8", errors="replace")
    if not text.strip():
        raise UnreadableError("the file is empty")
    if b"\0" in data[:65536]:
        raise UnreadableError("this is a binary file, not a transcript")
    head = text[:4096]
    source: Source = max(FORMATS, key=lambda one: one.sniff(head, path)).read(text, path)
    return source
