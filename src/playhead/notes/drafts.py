"""Text that was typed and not saved: kept one file a draft, until it is saved or thrown away."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playhead.notes.changes import now
from playhead.notes.model import Note, NotesError
from playhead.notes.save import locked, save
from playhead.storage import make_folder, state_folder
from playhead.transcript.anchoring.anchor import Selector, find_anchor, make_selector
from playhead.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class Draft:
    """Text for `note`, an id, or for a new note where that is empty, on words of a transcript.

    `path` and `sha256` are those of the transcript, `began` is the text before it was changed,
    `written` a time as in a file of notes.
    """

    path: str
    sha256: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    note: str
    text: str
    tags: tuple[str, ...]
    colour: str
    began: str
    written: str

    @property
    def name(self) -> str:
        """The file of the draft: one place has one draft."""
        place = f"{self.sha256} {self.note or f'{self.start} {self.end}'}"
        return f"{hashlib.sha256(place.encode()).hexdigest()[:16]}.json"


def keep_draft(draft: Draft) -> Path:
    """Write `draft` down; return where. Raises NotesError where no folder takes it.

    The folder of temporary files is often on another disk: a full one need not cost the text.
    """
    data = json.dumps(asdict(draft), ensure_ascii=True).encode()
    problem = ""
    for folder in _folders():
        try:
            make_folder(folder)
            _own(folder)
            with locked(folder / "drafts"):
                save(folder / draft.name, data)
            return folder / draft.name
        except (OSError, NotesError) as error:
            problem = problem or str(error)
    raise NotesError(problem)


def forget_draft(draft: Draft) -> None:
    """Throw the draft of a place away."""
    for folder in _folders():
        with contextlib.suppress(OSError):
            (folder / draft.name).unlink(missing_ok=True)


def drafts_of(transcript: Transcript) -> tuple[Draft, ...]:
    """The drafts of a transcript, placed where their words are now, the newest last."""
    origin = transcript.origin
    found: dict[str, Draft] = {}
    for folder in reversed(_folders()):
        for file in sorted(folder.glob("*.json")):
            draft = _read(file)
            if draft and (draft.sha256 == origin.sha256 or draft.path == _absolute(origin.path)):
                found[draft.name] = draft
    return tuple(sorted(found.values(), key=lambda one: one.written))


def unsaved(drafts: Sequence[Draft], notes: Sequence[Note]) -> tuple[Draft, ...]:
    """The drafts that no note says: a writer may die when the note is saved and its draft is left."""
    said = {(note.id, *_content(note.note, note.tags)) for note in notes}
    said |= {(note.quote, *_content(note.note, note.tags)) for note in notes}
    return tuple(
        one for one in drafts if (one.note or one.quote, *_content(one.text, one.tags)) not in said
    )


def _content(text: str, tags: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    return text.strip(), tuple(tags)


def new_draft(transcript: Transcript, start: int, end: int, note: str, **content: Any) -> Draft:
    """A draft on `text[start:end]` for the note with the id `note`.

    `content` is its text, tags, colour, and the text it began with.
    """
    origin = transcript.origin
    selector = make_selector(transcript.text, start, end)
    return Draft(
        path=_absolute(origin.path),
        sha256=origin.sha256,
        quote=selector.quote,
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=start,
        end=end,
        note=note,
        written=now(),
        **content,
    )


def place_of(draft: Draft, text: str) -> tuple[int, int]:
    """Where a draft belongs in `text`; where its words are gone, the place they had."""
    selector = Selector(draft.quote, draft.prefix, draft.suffix, draft.start, draft.end)
    found = find_anchor(text, selector)
    if found.start is None or found.end is None:
        start = min(draft.start, max(0, len(text) - 1))
        return start, max(start, min(draft.end, len(text)))
    return found.start, found.end


def _folders() -> tuple[Path, Path]:
    owner = os.getuid() if hasattr(os, "getuid") else "own"
    return state_folder() / "drafts", Path(tempfile.gettempdir()) / f"playhead-drafts-{owner}"


def _own(folder: Path) -> None:
    """Refuse a folder that another user made: notes are private."""
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise NotesError(f"{folder} belongs to another user")


def _read(file: Path) -> Draft | None:
    try:
        values: Any = json.loads(file.read_text(encoding="utf-8"))
        return Draft(**{**values, "tags": tuple(values["tags"])})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _absolute(path: str) -> str:
    return path if path == "-" else str(Path(path).absolute())
