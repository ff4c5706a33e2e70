"""Notes -> the rows of their list, in an order, some left out; and how a row is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.content import Content

from playhead.reader.panes.looks import HIGHLIGHTS, NOTE_SIGN, voice_style
from playhead.reader.panes.places import time_of
from playhead.reader.view.wrap import wrap
from playhead.text import one_line
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from playhead.notes.drafts import Draft
    from playhead.notes.model import Note
    from playhead.transcript.anchoring.anchor import Anchored

Order = Literal["place", "written"]
NOTE_LINES = 3
"""Most lines shown of a note's own words."""
MOST_LETTERS = 8
"""Characters that a cell may hold: marks stand on the letter before them."""
INDENT = "   "
"""Stands under the sign of a note."""
QUOTE_STYLE = "italic $foreground-muted"


class NoteLine(NamedTuple):
    """A note and where it was found again; `draft` names the draft shown in place of a note."""

    note: Note
    anchored: Anchored
    draft: str = ""

    @property
    def place(self) -> int | None:
        """Where it begins; None where it lost its place."""
        return self.anchored.start

    @property
    def is_lost(self) -> bool:
        """Whether a person has to say where it belongs."""
        return self.anchored.state in ("orphaned", "ambiguous")


def draft_line(draft: Draft) -> NoteLine:
    """A draft as a row."""
    from playhead.notes.model import Note
    from playhead.transcript.anchoring.anchor import Anchored

    note = Note(
        id=draft.note,
        created=draft.written,
        updated=draft.written,
        turn="",
        speaker="",
        quote=draft.quote,
        prefix=draft.prefix,
        suffix=draft.suffix,
        start=draft.start,
        end=draft.end,
        note=draft.text,
        tags=draft.tags,
        colour=draft.colour,
    )
    return NoteLine(note, Anchored("exact", 1.0, draft.start, draft.end), draft.name)


def note_lines(
    notes: Iterable[Note], anchors: Mapping[str, Anchored], before: Mapping[str, NoteLine]
) -> dict[str, NoteLine]:
    """The rows of notes by id; those that are as they were `before` are the same rows."""
    lines = {}
    for note in notes:
        if (anchored := anchors.get(note.id)) is None:
            continue
        line = before.get(note.id)
        if line is None or line.note is not note or line.anchored is not anchored:
            line = NoteLine(note, anchored)
        lines[note.id] = line
    return lines


def shown_lines(lines: Iterable[NoteLine], order: Order, tag: str, words: str) -> list[NoteLine]:
    """Those with `tag` and `words`, the ones without a place first, then in `order`."""
    wanted = words.casefold().split()
    shown = [line for line in lines if _fits(line.note, tag, wanted)] if tag or wanted else lines
    if order == "written":
        newest = sorted(shown, key=lambda line: line.note.created, reverse=True)
        return sorted(newest, key=lambda line: not line.is_lost)
    return sorted(shown, key=_place)


def state_words(line: NoteLine) -> str:
    """How sure the place is, in words; empty where there is no doubt."""
    if line.draft:
        return "not saved; Enter goes on with it"
    if line.anchored.state == "fuzzy":
        return f"words changed, {line.anchored.score:.0%} alike"
    words = {"moved": "moved", "ambiguous": "several places", "orphaned": "lost its place"}
    return words.get(line.anchored.state, "")


def line_height(line: NoteLine, width: int) -> int:
    """Lines a row takes: who and when, the quote, the note, tags and doubt, one of air."""
    lines = len(_lines(line.note.note, _room(width)))
    return 3 + min(NOTE_LINES, lines) + bool(line.note.tags or state_words(line))


def draw_line(transcript: Transcript, line: NoteLine, width: int) -> list[Content]:
    """The lines of a row."""
    note = line.note
    time = time_of(transcript, line.place) if line.place is not None else ""
    head = Content.assemble(_sign(line), (one_line(note.speaker), _voice(transcript, note.speaker)))
    head = head.truncate(max(1, width - len(time) - 2), ellipsis=True, pad=True)
    quote = Content.assemble(INDENT, (f"“{one_line(note.quote)}”", QUOTE_STYLE))
    if note.colour in HIGHLIGHTS:
        quote = quote.stylize(HIGHLIGHTS[note.colour], len(INDENT))
    lines = [
        Content.assemble(head, " ", (time, "$foreground-muted")),
        quote.truncate(max(1, width - 1), ellipsis=True),
        *(Content(INDENT) + part for part in _wrapped(note.note, width)),
    ]
    state = state_words(line)
    if note.tags or state:
        tags = "".join(f"#{one_line(tag)} " for tag in note.tags)
        lines.append(Content.assemble(INDENT, (tags, "$text-accent"), (state, "$text-warning")))
    return [*lines, Content("")]


def _sign(line: NoteLine) -> tuple[str, str]:
    if line.draft:
        return ("✎  ", "bold $text-warning")
    if line.is_lost:
        return ("?  ", "bold $text-warning")
    note = line.note
    letter = note.colour[0] if note.colour in HIGHLIGHTS else ""
    if note.note.strip() or note.tags:
        return (f"◆{letter or ' '} ", NOTE_SIGN)
    return (f"{letter or '◇'}  ", NOTE_SIGN)


def _voice(transcript: Transcript, name: str) -> str:
    speaker = next((one.id for one in transcript.speakers if one.name == name), None)
    return voice_style(transcript, speaker)


def _wrapped(text: str, width: int) -> list[Content]:
    lines = _lines(text, _room(width))
    if len(lines) > NOTE_LINES:
        last = Content(lines[NOTE_LINES - 1])
        cut = last.truncate(max(1, _room(width) - 1)) + Content("…")
        return [*map(Content, lines[: NOTE_LINES - 1]), cut]
    return [Content(line) for line in lines]


def _room(width: int) -> int:
    return max(1, width - len(INDENT) - 1)


@lru_cache(maxsize=2**15)
def _lines(text: str, room: int) -> tuple[str, ...]:
    """The first lines of a note, one more than are shown; kept, for all notes are measured often."""
    words = one_line(text)[: NOTE_LINES * MOST_LETTERS * room]
    spans = wrap(words, 0, len(words), room)
    return tuple(words[start:end] for start, end in spans[: NOTE_LINES + 1])


def _place(line: NoteLine) -> tuple[bool, int]:
    return (not line.is_lost, line.anchored.start or 0)


def _fits(note: Note, tag: str, wanted: Sequence[str]) -> bool:
    if tag and tag not in note.tags:
        return False
    said = " ".join((note.note, note.quote, note.speaker, *note.tags)).casefold()
    return all(word in said for word in wanted)
