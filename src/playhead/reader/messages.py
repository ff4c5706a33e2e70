"""What widgets of the reader tell the app. Offsets are characters of the transcript's text.

A Message notes its sender after it is made, so these cannot be frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from playhead.search import Result


@dataclass
class GoTo(Message):
    """Show `offset`. `remember` puts where we were on the jump list; a preview does not."""

    offset: int
    remember: bool = True


@dataclass
class HitsChanged(Message):
    """The search has new hits for `query`; an empty query has none."""

    result: Result
    query: str


@dataclass
class SearchClosed(Message):
    """The search is left: `accepted` with a hit to stay at, otherwise back to where we were."""

    accepted: bool


@dataclass
class NoteSaved(Message):
    """The editor's note is to be saved."""

    text: str
    tags: tuple[str, ...]
    colour: str


@dataclass
class NoteLeft(Message):
    """The editor is left with `text` unsaved; it stays a draft. Empty when there was nothing."""

    text: str


@dataclass
class NoteDrafted(Message):
    """The text in the editor changed a moment ago: worth keeping."""

    text: str
    tags: tuple[str, ...]
    colour: str


@dataclass
class EditNote(Message):
    """The note with this id is to be edited."""

    id: str


@dataclass
class RemoveNote(Message):
    """The note with this id is to be removed."""

    id: str


@dataclass
class PlaceNote(Message):
    """The note with this id, which lost its place, belongs to `start` to `end`."""

    id: str
    start: int
    end: int


@dataclass
class OpenDraft(Message):
    """The draft with this name is to be gone on with."""

    name: str


@dataclass
class DropDraft(Message):
    """The draft with this name is not wanted."""

    name: str


@dataclass
class FilterChanged(Message):
    """Only what fits `kind` and `value` is wanted; kind "" ends the filter."""

    kind: Literal["", "topic", "speaker"]
    value: str = ""


@dataclass
class TopicRuled(Message):
    """A person's ruling on a topic: rename it, merge it into `to`, hide it, add it to the turn."""

    action: Literal["rename", "merge", "hide", "add"]
    topic: str
    to: str = ""


@dataclass
class PaneClosed(Message):
    """The pane with this id gives the keys back to the text; `away` puts it out of sight too."""

    pane: str
    away: bool = False
