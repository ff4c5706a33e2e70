"""Which file holds the notes of a transcript: found by content first, then by path."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from playhead.storage import data_folder

REGISTER = ".register.json"
HEAD = 4000
"""Characters of a file of notes in which it says whose notes they are."""
_SHA256 = re.compile(r'^transcript:.*\bsha256: "?([0-9a-f]{64})', re.MULTILINE)
_PATH = re.compile(r'^transcript:.*\bpath: ("(?:[^"\\]|\\.)*"|[^,}"]+)', re.MULTILINE)
_SHA256_ALONE = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[^\w-]+")
_SAFE_NAME = re.compile(r"[^/\\\0.][^/\\\0]*")


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


def follow(file: Path, path: str, sha256: str, text: str) -> None:
    """Note where a transcript is now, and what it says, so that its notes are found by both.

    Other content under the same name is noted only where it is the same talk with some words
    changed: another talk must not take these notes along when it is renamed.
    """
    if file.parent != notes_folder() or not file.exists():
        return
    known = _read_register() or {}
    is_known = known.get(sha256) == file.name
    if is_known and (path == "-" or known.get(_absolute(path)) == file.name):
        return
    if not is_known:
        from playhead.notes.signatures import is_same_talk, read_signatures, signature_of

        kept = read_signatures(notes_folder()).get(file.name)
        if kept is None or not is_same_talk(kept, signature_of(text)):
            return
    remember(file, path, sha256, text)


def remember(file: Path, path: str, sha256: str, text: str) -> None:
    """Note that `file` holds the notes of this content and path."""
    if file.parent != notes_folder():
        return
    wanted = {sha256: file.name}
    if path != "-":
        wanted[_absolute(path)] = file.name
    known = _read_register() or {}
    if wanted.items() <= known.items():
        return
    from playhead.notes.model import NotesError
    from playhead.notes.save import locked, save
    from playhead.notes.signatures import keep_signature, signature_of

    register = notes_folder() / REGISTER
    # The notes are saved; where the register cannot be, it is made again from them.
    with contextlib.suppress(NotesError):
        with locked(register):
            data = json.dumps(_register() | wanted, indent=0, sort_keys=True)
            save(register, data.encode("utf-8", "replace"))
        if sha256 not in known:
            keep_signature(notes_folder(), file.name, signature_of(text))


def notes_of_like(file: Path, text: str) -> Iterator[tuple[Path, str]]:
    """Files of notes on this talk in other words, and where it was: no file is there any more."""
    from playhead.notes.signatures import is_same_talk, read_signatures, signature_of

    signatures = read_signatures(notes_folder())
    if not signatures:
        return
    signature, known = signature_of(text), _register()
    for name, kept in sorted(signatures.items()):
        paths = [
            key for key, one in known.items() if one == name and not _SHA256_ALONE.fullmatch(key)
        ]
        other = notes_folder() / name
        if name == file.name or not paths or not is_same_talk(kept, signature):
            continue
        if other.exists() and not any(Path(path).exists() for path in paths):
            yield other, paths[-1]


def _register() -> dict[str, str]:
    """Names of files by content and by path; made from the files where it is lost or damaged."""
    known = _read_register()
    return dict(_from_heads()) if known is None else known


def _read_register() -> dict[str, str] | None:
    try:
        known = json.loads((notes_folder() / REGISTER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(known, dict):
        return None
    # Names of files in this folder, and nothing else that a damaged register may hold.
    return {
        key: name
        for key, name in known.items()
        if isinstance(name, str) and _SAFE_NAME.fullmatch(name)
    }


def _from_heads() -> Iterator[tuple[str, str]]:
    """What each file of notes says of its transcript in its first lines."""
    for file in sorted(notes_folder().glob("*.yaml")):
        try:
            with file.open(encoding="utf-8", errors="replace") as stream:
                head = stream.read(HEAD)
        except OSError:
            continue
        if match := _SHA256.search(head):
            yield match[1], file.name
        if match := _PATH.search(head):
            path = json.loads(match[1]) if match[1].startswith('"') else match[1]
            yield str(path), file.name


def _absolute(path: str) -> str:
    return str(Path(path).absolute())
