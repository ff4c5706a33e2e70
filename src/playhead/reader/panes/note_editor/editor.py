"""The note editor: the quote, the note, its tags and its colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from playhead.reader.messages import NoteDrafted, NoteLeft, NoteSaved
from playhead.reader.panes.field import Field
from playhead.reader.panes.note_editor.colours import ColourLine
from playhead.reader.panes.note_editor.tags import TagSuggester, read_tags, write_tags
from playhead.reader.panes.pane import Pane
from playhead.reader.takes_keys import TakesKeys
from playhead.text import one_line, safe

REST = 0.4
"""Seconds after which what is typed is kept, however long the typing goes on."""

QUOTE_LENGTH = 150
"""Characters shown of the quote; enough to know it again."""

State = Literal["fresh", "unsaved", "saving", "saved", "failed"]
_STATES: dict[State, tuple[str, str]] = {
    "fresh": ("", ""),
    "unsaved": ("unsaved", "italic $text-warning"),
    "saving": ("saving…", "italic $foreground-muted"),
    "saved": ("saved ✓", "$text-success"),
    "failed": ("NOT SAVED", "bold $text-error"),
}


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as the editor holds it."""

    text: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""


class NoteText(TakesKeys, TextArea):
    """The text of a note."""

    _is_restyled = True

    def notify_style_update(self) -> None:
        """Look for the colours of the text again when it is drawn next."""
        super().notify_style_update()
        self._is_restyled = True

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines with words, and under them one line as often as there is room."""
        under = max(crop.y, self._lines_with_words - self.scroll_offset.y)
        height = min(crop.height, under - crop.y + 1)
        words = Region(crop.x, crop.y, crop.width, height)
        # Textual looks for its six colours whenever it draws.
        if self._is_restyled:
            self._is_restyled = False
            drawn = super().render_lines(words)
        else:
            drawn = ScrollView.render_lines(self, words)
        return drawn + drawn[-1:] * (crop.height - height)

    @property
    def _lines_with_words(self) -> int:
        if self.text:
            return self.wrapped_document.height
        return len(Content(str(self.placeholder)).wrap(self.content_size.width))


class NoteEditor(Pane):
    """Edits one note. It saves nothing itself: it says NoteSaved, NoteLeft and NoteDrafted."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "Writing a note"
    TITLE = "NOTE"
    BINDINGS = [
        Binding("ctrl+s", "save", "save", id="note.save", priority=True),
        Binding("escape", "leave", "leave", id="note.leave", priority=True),
        Binding("tab", "go_on", "tags, complete", id="note.tags", priority=True),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        """An empty editor; `edit` gives it a note."""
        super().__init__(id=id)
        self.state: State = "fresh"
        self._heading = ""
        self._kept = NoteDraft()
        self._suggester = TagSuggester()
        self._rest: Timer | None = None

    def contents(self) -> Iterable[Widget]:
        """The quote, the text, the tags, the colours."""
        yield Static(Content(""), id="note-quote")
        yield NoteText(
            "",
            id="note-text",
            soft_wrap=True,
            compact=True,
            placeholder=Content("what you think of it"),
            highlight_cursor_line=False,
        )
        yield Field(
            placeholder="tags, with commas between",
            suggester=self._suggester,
            select_on_focus=False,
            id="note-tags",
            compact=True,
        )
        yield ColourLine(id="note-colours")
        yield Static(Content(""), id="note-problem")

    def edit(
        self,
        quote: str,
        heading: str = "",
        note: NoteDraft | None = None,
        *,
        draft: NoteDraft | None = None,
        known_tags: Sequence[str] = (),
    ) -> None:
        """Edit `note` on `quote`; `draft` is what was typed before and not saved.

        `heading` says whose words they are and when. Undo brings back the saved text.
        """
        self._kept = note or NoteDraft()
        self._heading = heading
        self._suggester.known = known_tags
        shown = draft or self._kept
        self.query_one("#note-quote", Static).update(Content(f"“{_shortened(quote)}”"))
        area = self._area
        with self.prevent(TextArea.Changed, Input.Changed, ColourLine.Changed):
            if area.text == safe(self._kept.text):
                area.history.clear()
            else:
                area.load_text(safe(self._kept.text))
            if shown.text != self._kept.text:
                area.replace(safe(shown.text), (0, 0), area.document.end)
            self._tags.value = write_tags(shown.tags)
            self._colours.choose(shown.colour, tell=False)
        if area.cursor_location != area.document.end:
            area.move_cursor(area.document.end)
        self._set_state("unsaved" if draft and draft != self._kept else "fresh")
        if draft and draft != self._kept:
            self._say_problem("A draft from before. Undo (ctrl+z) brings back the saved text.")

    @property
    def content(self) -> NoteDraft:
        """The note as it stands in the editor."""
        return NoteDraft(self._area.text, read_tags(self._tags.value), self._colours.colour)

    @property
    def is_changed(self) -> bool:
        """Whether something is in the editor that was not saved."""
        return self.content != self._kept

    def mark_saved(self) -> None:
        """The note is on disk."""
        self._kept = self.content
        self._set_state("saved")

    def mark_failed(self, reason: str) -> None:
        """The note is not on disk, because of `reason`; it stays in the editor."""
        self._set_state("failed")
        self._say_problem(reason)

    def focus(self, scroll_visible: bool = True) -> NoteEditor:
        """Give the keys to the text."""
        self._area.focus(scroll_visible)
        return self

    def action_save(self) -> None:
        """Ask for the note to be saved."""
        self._stop_rest()
        note = self.content
        self._set_state("saving")
        self.post_message(NoteSaved(note.text, note.tags, note.colour))

    def action_leave(self) -> None:
        """Leave; what is not saved stays a draft."""
        self._stop_rest()
        self.post_message(NoteLeft(self._area.text if self.is_changed else ""))

    def action_go_on(self) -> None:
        """Take the tag that is offered; where there is none, go on to the next field."""
        tags = self._tags
        if tags.has_focus and tags._suggestion:
            tags.action_cursor_right()
        else:
            self.app.action_focus_next()

    def action_put_away(self) -> None:
        """The same as leaving."""
        self.action_leave()

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(ColourLine.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        if not self.is_changed:
            self._set_state("fresh")
            return
        if self.state != "unsaved":
            self._set_state("unsaved")
        if self._rest is None:
            self._rest = self.set_timer(REST, self._tell_draft)

    @on(Input.Submitted)
    def _tags_done(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def _tell_draft(self) -> None:
        self._rest = None
        note = self.content
        if self.is_changed:
            self.post_message(NoteDrafted(note.text, note.tags, note.colour))

    def _stop_rest(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None

    def _set_state(self, state: State) -> None:
        self.state = state
        words, style = _STATES[state]
        heading = f"{'  ' * bool(words)}{one_line(self._heading)}"
        self.say_title(("  ", ""), (words, style), (heading, "$foreground-muted"))
        if state != "failed":
            self._say_problem("")

    def _say_problem(self, words: str) -> None:
        line = self.query_one("#note-problem", Static)
        if words or line.display:
            line.display = bool(words)
            line.update(Content(one_line(words)))

    @property
    def _area(self) -> TextArea:
        return self.query_one("#note-text", TextArea)

    @property
    def _tags(self) -> Input:
        return self.query_one("#note-tags", Input)

    @property
    def _colours(self) -> ColourLine:
        return self.query_one("#note-colours", ColourLine)


def _shortened(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= QUOTE_LENGTH else f"{words[:QUOTE_LENGTH].rsplit(' ', 1)[0]} …"
