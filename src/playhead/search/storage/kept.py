"""Tables kept on disk by the content of their text, so that no text is read twice.

A file is a line of checks (version of the code, checksum), a line of sizes, the words, and the
numbers as they lie in memory. What is damaged or of another version is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import zlib
from array import array
from pathlib import Path

from playhead import __version__
from playhead.search.storage.tables import Progress, Tables, make_tables
from playhead.storage import cache_folder, write_cached

LIMIT = 512 * 1024 * 1024
"""Bytes that all kept tables together may take; the longest unused go first."""

_LAYOUT = f"1 {__version__} {sys.byteorder} {array('I').itemsize}"
_NUMBERS = ("ids", "starts", "ends", "counts", "firsts", "buckets")


def tables_for(text: str, progress: Progress | None = None) -> Tables:
    """The tables of `text`: those kept, or new ones, which are then kept."""
    data = text.encode("utf-8", "surrogatepass")
    file = cache_folder() / "indexes" / f"{hashlib.sha256(data).hexdigest()}.index"
    if found := load(file):
        return found
    made = make_tables(text, progress)
    save(file, made)
    return made


def load(file: Path) -> Tables | None:
    """The tables in `file`; None where they cannot be trusted."""
    try:
        data = memoryview(file.read_bytes())
        head, sizes, _ = bytes(data[:400]).split(b"\n", 2)
        body = data[len(head) + 1 :]
        if head.decode() != f"playhead {_stamp()} {zlib.crc32(body):08x}":
            return None
        os.utime(file)
        return _unpacked(body[len(sizes) + 1 :], [int(one) for one in sizes.split()])
    except (OSError, ValueError, IndexError):
        return None


def save(file: Path, tables: Tables) -> None:
    """Keep `tables` in `file`. A folder that cannot be written is done without."""
    words = "\n".join("\n".join(part) for part in (tables.words, tables.stems, tables.sounds))
    raw = words.encode("utf-8", "surrogatepass")
    numbers = [array("I", getattr(tables, name)) for name in _NUMBERS]
    sizes = " ".join(str(size) for size in (len(raw), *(len(one) for one in numbers)))
    body = b"".join([sizes.encode(), b"\n", raw, bytes(-len(raw) % 4), *numbers])
    head = f"playhead {_stamp()} {zlib.crc32(body):08x}\n".encode()
    write_cached(file, head + body, LIMIT)


def _unpacked(data: memoryview, sizes: list[int]) -> Tables:
    size, *lengths = sizes
    words = bytes(data[:size]).decode("utf-8", "surrogatepass").split("\n")
    count = lengths[_NUMBERS.index("counts")]
    at = size + -size % 4
    numbers: list[memoryview] = []
    for length in lengths:
        numbers.append(data[at : at + 4 * length].cast("I"))
        at += 4 * length
    return Tables(words[:count], words[count : 2 * count], words[2 * count : 3 * count], *numbers)


def _stamp() -> str:
    """A checksum of the layout and of the code that makes words of text."""
    found = zlib.crc32(_LAYOUT.encode())
    for name in (
        "likeness/tokens.py",
        "likeness/words.py",
        "storage/tables.py",
        "storage/bitmaps.py",
    ):
        with contextlib.suppress(OSError):
            status = (Path(__file__).parents[1] / name).stat()
            found = zlib.crc32(f"{name} {status.st_size} {status.st_mtime_ns}".encode(), found)
    return f"{found:08x}"
