"""The marked region of a person's file that an export writes, one a talk, and nothing but that."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from playhead.notes.model import NotesError
from playhead.notes.save import save

_BEGIN = (
    "<!-- playhead: notes begin {digest} on {talk};"
    " what you write outside these two lines stays -->"
)
_END = "<!-- playhead: notes end -->"
_REGION = re.compile(
    r"^<!-- playhead: notes begin (?P<digest>\w+) on (?P<talk>\w+);[^\n]*-->\r?\n"
    r"(?P<body>.*?)^<!-- playhead: notes end -->(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)

_MARK = re.compile(r"^(?=<!-- playhead: notes (?:begin|end))", re.MULTILINE)


def write_region(file: Path, talk: str, body: str, head: str = "", heading: str = "") -> bool:
    """Write `body` into the region that `file` has for `talk`; whether a hand changed what was there.

    `talk` is a word that stays the same as long as the talk does. A new region comes last, below
    `heading`; a new file begins with `head`. What a person changed inside the region is kept above
    it, without the marks. Raises NotesError.
    """
    old = _read(file)
    text, was_changed = _with_region(head if old is None else old, talk, body, heading)
    if text != old:
        save(file, text.encode())
    return was_changed


def _with_region(text: str, talk: str, body: str, heading: str) -> tuple[str, bool]:
    # A note may hold a mark of ours, which would end the region there.
    body = _MARK.sub(r"\\", body if body.endswith("\n") else body + "\n")
    region = f"{_BEGIN.format(digest=_digest(body), talk=talk)}\n{body}{_END}\n"
    found = next((one for one in _REGION.finditer(text) if one["talk"] == talk), None)
    if found is None:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return text + gap + heading + region, False
    was_changed = found["digest"] != _digest(found["body"])
    by_hand = found["body"] + "\n" if was_changed else ""
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
