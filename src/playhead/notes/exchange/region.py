"""The marked region of a person's file that an export writes, and nothing but that."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from playhead.notes.model import NotesError
from playhead.notes.save import save

_BEGIN = "<!-- playhead: notes begin {digest}; what you write outside these two lines stays -->"
_END = "<!-- playhead: notes end -->"
_REGION = re.compile(
    r"^<!-- playhead: notes begin (\w+)[^\n]*-->\r?\n(.*?)^<!-- playhead: notes end -->(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)

_MARK = re.compile(r"^(?=<!-- playhead: notes (?:begin|end))", re.MULTILINE)


def write_region(file: Path, body: str, head: str = "") -> bool:
    """Write `body` into the region of `file`; whether what stood there was changed by hand.

    A new file begins with `head`. In a file without a region it comes last. What a person changed
    inside the region is kept above it, without the marks. Raises NotesError.
    """
    old = _read(file)
    text, was_changed = _with_region(head if old is None else old, body)
    if text != old:
        save(file, text.encode())
    return was_changed


def _with_region(text: str, body: str) -> tuple[str, bool]:
    # A note may hold a mark of ours, which would end the region there.
    body = _MARK.sub(r"\\", body if body.endswith("\n") else body + "\n")
    region = f"{_BEGIN.format(digest=_digest(body))}\n{body}{_END}\n"
    found = _REGION.search(text)
    if found is None:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return text + gap + region, False
    was_changed = found[1] != _digest(found[2])
    by_hand = found[2] + "\n" if was_changed else ""
    return text[: found.start()] + by_hand + region + text[found.end() :], was_changed


def _read(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise NotesError("is not UTF-8 text; nothing was written to it") from None
    except OSError as error:
        raise NotesError(f"cannot be read: {(error.strerror or '').lower()}") from None


def _digest(body: str) -> str:
    return hashlib.sha256(body.replace("\r\n", "\n").encode()).hexdigest()[:12]
