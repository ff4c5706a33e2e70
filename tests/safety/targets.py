"""What reads outside input, each as a function of bytes that must neither raise nor hang."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from playhead.formats.reading import FORMATS, read_source
from playhead.formats.unreadable import UnreadableError
from playhead.notes.model import NotesError
from playhead.notes.notebook import Notebook
from playhead.reader.tailoring.keymap import parse_keymap
from playhead.reader.tailoring.settings import Settings
from playhead.search.index import Index
from playhead.storage import data_folder
from playhead.transcript.model import Origin, Transcript
from playhead.transcript.parse import draft, parse

TALK = (
    b"Ann: Who grows pears by the river?\n\nBob: I do, and [laughter] quinces too.\n\nAnn: Where?\n"
)
ORIGIN = Origin("talk.txt", "0" * 64, "labelled")
COMMAND_KEYS = {"turn.next": "j", "turn.previous": "k", "quit": "q"}


@cache
def talk() -> Transcript:
    """A small transcript to search and to write notes on."""
    return parse(read_source(TALK, "talk.txt"), ORIGIN)


@cache
def _index() -> Index:
    return Index(talk())


def read_transcript(format: str | None, data: bytes) -> None:
    """Read `data` as a transcript of `format`, or of the likeliest, up to its first showing."""
    try:
        source = read_source(data, "file", format)
    except UnreadableError as error:
        assert str(error)
        assert "\n" not in str(error)
        return
    made = draft(source, ORIGIN)
    assert made.text.strip() or not any(one.text.strip() for one in source.segments)


def parse_transcript(data: bytes) -> None:
    """All stages on what can be read; the turns cover the text."""
    try:
        source = read_source(data, "file")
    except UnreadableError:
        return
    made = parse(source, ORIGIN)
    last = 0
    for turn in made.turns:
        assert last <= turn.start <= turn.end
        assert not made.text[last : turn.start].strip()
        last = turn.end
    assert not made.text[last:].strip()


def read_notes(data: bytes) -> None:
    """A file of notes, its notes and where they stand."""
    file = Path(data_folder()) / "notes.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        notebook = Notebook.open(talk(), file)
        assert len(notebook.anchors(talk())) <= len(notebook.notes)
        assert all(isinstance(one, str) for one in notebook.problems)
        assert notebook.corrections is not None
    except NotesError as error:
        assert "\n" not in str(error)


def search(data: bytes) -> None:
    """A query."""
    result = _index().search(data.decode("utf-8", "replace"), 5)
    assert "\n" not in result.problem


def read_keymap(data: bytes) -> None:
    """A keymap file."""
    _, problems = parse_keymap(data.decode("utf-8", "replace"), COMMAND_KEYS)
    assert all(problems)


def read_settings(data: bytes) -> None:
    """A settings file."""
    file = Path(data_folder()) / "settings.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    settings = Settings()
    assert 40 <= settings.number("measure") <= 100
    assert isinstance(settings.flag("outline"), bool)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "transcript": partial(read_transcript, None),
    **{f"--from {one.NAME}": partial(read_transcript, one.NAME) for one in FORMATS},
    "all stages": parse_transcript,
    "notes": read_notes,
    "query": search,
    "keymap": read_keymap,
    "settings": read_settings,
}
