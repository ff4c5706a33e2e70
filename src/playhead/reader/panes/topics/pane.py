"""The topics pane: what the talk is about, each topic with a page of its passages."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from playhead.reader.dialogs.choice import Choice, ChoiceDialog
from playhead.reader.dialogs.name import NameDialog
from playhead.reader.messages import FilterChanged, GoTo, TopicRuled
from playhead.reader.panes.filtered import FilteredPane
from playhead.reader.panes.row_list import RowList
from playhead.reader.panes.topics.page import (
    Passage,
    draw_passage,
    passage_height,
    passages_of,
)
from playhead.text import counted, one_line
from playhead.transcript.model import Topic, Transcript

BAR_WIDTH = 8
"""Cells of the bar that shows a weight."""


class TopicsPane(FilteredPane):
    """Topics by weight; Enter opens a topic's page, Escape goes back to the list."""

    BINDING_GROUP_TITLE = "Topics"
    TITLE = "TOPICS"
    EMPTY = "No clear topics."
    BINDINGS = [
        Binding("enter", "go", "open", show=False, id="topics.open"),
        Binding("x", "only", "only this", id="topics.only"),
        Binding("r", "rename", "rename", id="topics.rename"),
        Binding("m", "merge", "merge", id="topics.merge"),
        Binding("d", "hide", "hide", id="topics.hide"),
        Binding("A", "add", "add to the turn", id="topics.add"),
        Binding("f", "filter", "filter", id="topics.filter"),
    ]

    def __init__(self, transcript: Transcript, *, id: str | None = None) -> None:
        """Show the topics of `transcript`."""
        super().__init__(id=id)
        self.page: Topic | None = None
        self._transcript = transcript

    def contents(self) -> Iterable[Widget]:
        """A line to filter by, hidden until wanted, the topics, and a topic's page."""
        yield self.filter_line()
        yield RowList[Topic](self._draw_topic, id="topics-rows")
        page = RowList[Passage](
            self._draw_passage,
            height=self._passage_height,
            empty="No turn speaks of it.",
            id="topics-page",
        )
        page.display = False
        yield page

    def on_mount(self) -> None:
        """Show the topics."""
        self._show()

    def show_transcript(self, transcript: Transcript) -> None:
        """Show another state of the transcript: topics found, or ruled on."""
        self._transcript = transcript
        if self.is_mounted:
            self._show(self._rows.cursor)
            same = [one for one in transcript.topics if self.page and one.name == self.page.name]
            if self.page:
                self.open_page(same[0] if same else None)

    def focus(self, scroll_visible: bool = True) -> TopicsPane:
        """Give the keys to the list, or to the page that is open."""
        (self._page if self.page else self._rows).focus(scroll_visible)
        return self

    def open_page(self, topic: Topic | None) -> None:
        """Show the page of `topic`; None goes back to the list."""
        self.page = topic
        self._rows.display = topic is None
        self._page.display = topic is not None
        if topic is not None:
            self._page.set_rows(passages_of(self._transcript, topic))
        self._say()
        self.call_after_refresh(self.focus)

    def action_go(self) -> None:
        """Open the topic under the cursor."""
        if topic := self._topic:
            self.open_page(topic)

    def action_only(self) -> None:
        """Show only the turns about this topic in the text."""
        if topic := self._topic:
            self.post_message(FilterChanged("topic", topic.name))

    def action_rename(self) -> None:
        """Type another name for the topic."""
        topic = self._topic
        if topic is None:
            return

        def named(name: str | None) -> None:
            if name and name != topic.name:
                self.post_message(TopicRuled("rename", topic.name, name))

        self.app.push_screen(NameDialog(f"Rename {one_line(topic.name)}", topic.name), named)

    def action_merge(self) -> None:
        """Choose the topic that this one becomes a part of."""
        topic = self._topic
        if topic is None:
            return

        def chosen(name: str | None) -> None:
            if name:
                self.post_message(TopicRuled("merge", topic.name, name))

        others = [one for one in self._transcript.topics if one.name != topic.name]
        choices = [Choice(one.name, one.name) for one in others]
        title = f"{one_line(topic.name)} is the same as"
        self.app.push_screen(ChoiceDialog(choices, title=title), chosen)

    def action_hide(self) -> None:
        """Hide the topic; undo brings it back."""
        if topic := self._topic:
            self.post_message(TopicRuled("hide", topic.name))

    def action_add(self) -> None:
        """Type a topic for the turn we are at."""

        def named(name: str | None) -> None:
            if name:
                self.post_message(TopicRuled("add", name))

        self.app.push_screen(NameDialog("A topic for the turn you are at"), named)

    def action_filter(self) -> None:
        """Type to see only topics that hold the words; a page has no filter."""
        if self.page is None:
            super().action_filter()

    def action_leave(self) -> None:
        """Leave the page, then the filter, then the pane."""
        if self.page is not None:
            self.open_page(None)
        else:
            super().action_leave()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if isinstance(event.row, Passage):
            self.post_message(GoTo(event.row.start))
        else:
            self.open_page(event.row)

    @property
    def _rows(self) -> RowList[Topic]:
        return self.query_one("#topics-rows", RowList)

    @property
    def _page(self) -> RowList[Passage]:
        return self.query_one("#topics-page", RowList)

    @property
    def _topic(self) -> Topic | None:
        return self.page or self._rows.row

    def _show(self, cursor: int = 0) -> None:
        wanted = self._words.casefold().split()
        topics = sorted(self._transcript.topics, key=lambda one: -one.weight)
        fitting = [one for one in topics if all(word in one.name.casefold() for word in wanted)]
        self._rows.empty = self._why_no_rows()
        self._rows.set_rows(fitting, cursor, keep_scroll=True)
        self._say()

    def _say(self) -> None:
        if self.page is None:
            count = len(self._rows.rows)
            self.say_title((f"  {count}" if count else "", "$foreground-muted"))
            return
        count = len(self.page.turns)
        turns = counted(count, "turn")
        name = (f"  {one_line(self.page.name)}", "bold $text-accent")
        self.say_title(name, (f"  {turns}", "$foreground-muted"))

    def _draw_topic(self, topic: Topic, width: int) -> list[Content]:
        count = f"{len(topic.turns):>4}"
        bar = weight_bar(topic.weight)
        room = max(1, width - len(count) - BAR_WIDTH - 3)
        name = Content(one_line(topic.name)).truncate(room, ellipsis=True, pad=True)
        return [
            Content.assemble(name, " ", (bar, "$accent"), " ", (count, "$foreground-muted"), " ")
        ]

    def _passage_height(self, passage: Passage, width: int) -> int:
        return passage_height(self._transcript, passage, width)

    def _draw_passage(self, passage: Passage, width: int) -> list[Content]:
        return draw_passage(self._transcript, passage, width)


def weight_bar(weight: float) -> str:
    """A weight of 0 to 1 as a line of at most BAR_WIDTH cells, drawn in halves of a cell."""
    full, half = divmod(max(1, round(max(0.0, min(1.0, weight)) * BAR_WIDTH * 2)), 2)
    return ("━" * full + "╸" * half).ljust(BAR_WIDTH)
