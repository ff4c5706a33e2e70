"""The search pane: type, see hits in context, step through them with the text following."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from playhead.reader.messages import GoTo, HitsChanged, SearchClosed
from playhead.reader.panes.field import Field
from playhead.reader.panes.pane import Pane
from playhead.reader.panes.row_list import RowList
from playhead.reader.panes.search.completion import HINT, QuerySuggester
from playhead.reader.panes.search.history import past_queries, remember_query
from playhead.reader.panes.search.hit_rows import (
    HitRow,
    NoteRow,
    PastQuery,
    SearchRow,
    draw_row,
    row_height,
    row_start,
)
from playhead.reader.panes.search.runner import Answer, Searchable, SearchRunner
from playhead.text import one_line
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from playhead.reader.reading import PlacedNote

SELECTION_LENGTH = 200
"""Characters of a selection taken as a query; alignment needs no more."""


class SearchPane(Pane):
    """Search as you type. Moving previews, Enter jumps and stays, Escape goes back."""

    DEFAULT_CSS = Path(__file__).with_name("search.tcss").read_text(encoding="utf-8")
    BINDING_GROUP_TITLE = "Search"
    TITLE = "SEARCH"
    BINDINGS = [
        Binding("enter", "accept", "jump", id="search.accept"),
        Binding("down", "step(1)", "next", id="search.next", show=False),
        Binding("up", "step(-1)", "previous", id="search.previous", show=False),
        Binding("pagedown", "page(1)", "page down", id="search.page_down", show=False),
        Binding("pageup", "page(-1)", "page up", id="search.page_up", show=False),
        Binding("ctrl+r", "order", "order", id="search.order"),
        Binding("tab", "complete", "complete", id="search.complete"),
        Binding("escape", "leave", "back to where we were", show=False, id="search.leave"),
    ]

    @dataclass
    class Answered(Message):
        """The thread has an answer."""

        answer: Answer

    def __init__(
        self,
        transcript: Transcript,
        index: Searchable | Callable[[], Searchable],
        *,
        notes: Callable[[], Sequence[PlacedNote]] = tuple,
        id: str | None = None,
    ) -> None:
        """`index` may be a function that opens it; `notes` tells the notes of now."""
        super().__init__(id=id)
        self.reading_order = False
        self._transcript = transcript
        self._notes = notes
        self._runner = SearchRunner(index, self._deliver)
        self._suggester = QuerySuggester(transcript)
        self._answer = Answer("", None)
        self._told: Content | None = None

    def contents(self) -> Iterable[Widget]:
        """The query, what is said about it, and the hits."""
        yield Field(
            placeholder="words you half remember",
            suggester=self._suggester,
            id="search-query",
            compact=True,
        )
        yield Static(Content(""), id="search-problem")
        yield RowList[SearchRow](
            partial(draw_row, self._transcript),
            height=row_height,
            lit=True,
            id="search-rows",
        )

    def on_mount(self) -> None:
        """Offer past queries."""
        self._show()

    def on_unmount(self) -> None:
        """Let the thread go."""
        self._runner.close()

    def show_transcript(
        self, transcript: Transcript, index: Searchable | Callable[[], Searchable]
    ) -> None:
        """Search another state of the transcript: speakers guessed, corrections made."""
        self._transcript = transcript
        self._runner.close()
        self._runner = SearchRunner(index, self._deliver)
        self._suggester.show_transcript(transcript)
        if self.is_mounted:
            self._rows.draw_row = partial(draw_row, transcript)
            self._ask(self._query.value)

    def focus(self, scroll_visible: bool = True) -> SearchPane:
        """Give the keys to the query, its words selected so that typing begins anew."""
        self._query.focus(scroll_visible)
        self._query.action_select_all()
        return self

    def search_for(self, selection: str) -> None:
        """Search words selected in the text; signs of the query language lose their meaning."""
        words = one_line(selection)[:SELECTION_LENGTH]
        query = " ".join(word.strip("'\"!|^:") for word in words.split())
        if query == self._query.value:
            self._ask(query)
        self._query.value = query
        self._query.focus()

    def step(self, by: int) -> None:
        """Move `by` hits on and preview; for the `n` and `N` of the text as well."""
        if self._rows.rows:
            self._rows.move_to((self._rows.cursor + by) % len(self._rows.rows))

    def action_step(self, by: int) -> None:
        """Move the cursor, the keys staying with the query."""
        self.step(by)

    def action_page(self, direction: int) -> None:
        """Move the cursor a page."""
        self._rows.action_page(direction)

    def action_accept(self) -> None:
        """Go to the hit under the cursor and stay there."""
        if self._rows.row is not None:
            self._accept(self._rows.row)

    def action_order(self) -> None:
        """Ranked order, or the order of reading; the cursor stays on its hit."""
        self.reading_order = not self.reading_order
        self._show(self._rows.row)

    def action_complete(self) -> None:
        """Take the completion shown, or give the keys to the list and back."""
        if not self._query.has_focus:
            self._query.focus()
        elif self._query._suggestion and self._query._suggestion != self._query.value:
            self._query.action_cursor_right()
        else:
            self._rows.focus()

    def action_leave(self) -> None:
        """Leave; the app goes back to where the search began, the query stays in the history."""
        if self._answer.query:
            remember_query(self._answer.query)
        self._answer = Answer("", None)
        with self.prevent(Input.Changed):
            self._query.value = ""
        self.post_message(SearchClosed(False))

    def on_hide(self) -> None:
        """Offer past queries again when the search was left."""
        if not self._answer.query:
            self._show()

    def action_put_away(self) -> None:
        """The same as leaving."""
        self.action_leave()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_accept()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._preview()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._accept(event.row)

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        event.stop()
        if event.answer.query != self._query.value.strip():
            return
        self._answer = event.answer
        self._show()
        if event.answer.result is not None:
            self.post_message(HitsChanged(event.answer.result, event.answer.query))
        self._preview()

    @property
    def _rows(self) -> RowList[SearchRow]:
        return self.query_one("#search-rows", RowList)

    @property
    def _query(self) -> Input:
        return self.query_one("#search-query", Input)

    def _deliver(self, answer: Answer) -> None:
        # On the search thread, where only post_message may be called.
        self.post_message(self.Answered(answer))

    def _ask(self, value: str) -> None:
        query = value.strip()
        if query:
            self._runner.ask(query, self._notes())
            # The first search makes the index, which may take a while.
            self._say_count()
        else:
            from playhead.search import Result

            self._answer = Answer("", None)
            self._show()
            self.post_message(HitsChanged(Result((), ""), ""))
        self._say_problem()

    def _accept(self, row: SearchRow) -> None:
        if isinstance(row, PastQuery):
            self._query.value = row.query
            self._query.cursor_position = len(row.query)
            self._query.focus()
            return
        remember_query(self._answer.query)
        offset = row_start(row)
        if offset is not None:
            self.post_message(GoTo(offset))
            self.post_message(SearchClosed(True))

    def _preview(self) -> None:
        offset = row_start(self._rows.row) if self._rows.row else None
        if offset is not None:
            self.post_message(GoTo(offset, remember=False))
        self._say_count()

    def _show(self, keep: SearchRow | None = None) -> None:
        rows = self._rows_of(self._answer)
        self._rows.empty = self._why_empty()
        self._rows.set_rows(rows, rows.index(keep) if keep in rows else 0)
        self._say_count()
        self._say_problem()

    def _rows_of(self, answer: Answer) -> list[SearchRow]:
        if not answer.query:
            return [PastQuery(query) for query in past_queries()]
        hits = answer.result.hits if answer.result else ()
        rows: list[SearchRow] = [HitRow(hit) for hit in hits]
        rows += [NoteRow(note) for note in answer.notes]
        if self.reading_order:
            rows.sort(key=lambda row: row_start(row) or 0)
        return rows

    def _why_empty(self) -> str:
        if self._answer.error:
            return "The search does not work here."
        if self._answer.query:
            return "Nobody says anything like it."
        return "Type what you remember of it: a few words, in any order, slips forgiven."

    def _say_count(self) -> None:
        rows = self._rows
        waits = self._query.value.strip() != self._answer.query
        if not self._answer.query:
            self.say_title(("  searching…" * waits, "$foreground-muted"))
            return
        count = f"  {rows.cursor + 1}/{len(rows.rows)}" if rows.rows else "  0"
        order = "  in reading order" if self.reading_order else "  best first"
        self.say_title((count, "bold $foreground"), (order, "$foreground-muted"))

    def _say_problem(self) -> None:
        result = self._answer.result
        query = self._query.value
        hint = self._suggester.hint(query)
        problem = self._answer.error or (result.problem if result else "")
        if problem and self._answer.query == query.strip():
            line = Content.assemble(
                ("! ", "bold $text-warning"), (one_line(problem), "$text-warning")
            )
        elif hint or not query:
            line = Content.assemble((one_line(hint) or HINT, "$foreground-muted"))
        elif result and result.hits and all(hit.weak for hit in result.hits):
            line = Content.assemble(("nothing close; these are weak guesses", "italic"))
        else:
            line = Content("")
        # Every letter comes here; to lay the screen out for the same words would cost a frame.
        if self._told is None or not line.is_same(self._told):
            self._told = line
            said = self.query_one("#search-problem", Static)
            said.update(line)
            said.display = bool(line)
