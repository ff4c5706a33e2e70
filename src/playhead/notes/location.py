"""Which file holds the notes of a transcript: found by content first, then by path."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from pathlib import Path

from playhead.storage import data_folder, make_folder

_NAME = re.compile(r"[^\w-]+")


def notes_folder() -> Path:
    """The folder of all files of notes."""
    return data_folder() / "notes"


def common_rulings() -> Path:
    """The file of the rulings on topics that hold for every transcript."""
    return data_folder() / "topics.yaml"


def find_notes_file(path: str, sha256: str) -> Path:
    """Where the notes of the transcript with this content or at this path lie, existing or not.

    Content wins, so notes follow a file that was renamed or moved; a file whose content changed
    keeps its notes by its path.
    """
    known = _register()
    absolute = _absolute(path)
    for key in (sha256, absolute) if path != "-" else (sha256,):
        name = known.get(key)
        if name and (notes_folder() / name).exists():
            return notes_folder() / name
    stem = _NAME.sub("-", Path(absolute).stem).strip("-")[:40] or "transcript"
    return notes_folder() / f"{stem}-{hashlib.sha256(sha256.encode()).hexdigest()[:8]}.yaml"


def remember(file: Path, path: str, sha256: str) -> None:
    """Note that `file` holds the notes of this content and path."""
    if file.parent != notes_folder():
        return
    known = _register()
    wanted = {sha256: file.name}
    if path != "-":
        wanted[_absolute(path)] = file.name
    if all(known.get(key) == name for key, name in wanted.items()):
        return
    known.update(wanted)
    with contextlib.suppress(OSError):
        register = make_folder(notes_folder()) / ".register.json"
        beside = register.with_suffix(".part")
        beside.write_text(json.dumps(known, indent=0, sort_keys=True), encoding="utf-8")
        beside.replace(register)


def _register() -> dict[str, str]:
    try:
        known = json.loads((notes_folder() / ".register.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _absolute(path: str) -> str:
    return str(Path(path).absolute())
