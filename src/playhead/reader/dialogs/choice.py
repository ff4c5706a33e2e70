"""A list to choose from: type to narrow, arrows to move, Enter to choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from playhead.reader.dialogs.dialog import Dialog
from playhead.reader.panes.field import Field
from playhead.reader.panes.row_list import RowList
from playhead.text import one_line


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it stands for, its words, and words said beside it."""

    value: Any
    words: str
    beside: str = ""
    heading: str = ""


REST_SECONDS = 0.1
"""After which the cursor rests: what it only passes is not previewed."""
AROUND = 8
"""Lines of a dialog that are not its list."""


class ChoiceRows(RowList[Choice]):
    """The choices, as high as all of them: a box that shrank while one types would move about."""

    most = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line a choice, no more than leaves some of the text in sight."""
        return max(3, min(self.most, viewport.height * 6 // 10, viewport.height - AROUND))


class ChoiceDialog(Dialog[Any]):
    """Choose one. The result is the value of a choice, None when closed."""

    BINDING_GROUP_TITLE = "Choosing from a list"
    _resting: Timer | None = None
    BINDINGS = [
        Binding("down,ctrl+n", "step(1)", "next", show=False, id="choice.next"),
        Binding("up", "step(-1)", "previous", show=False, id="choice.previous"),
        Binding("pagedown", "page(1)", "page down", show=False, id="choice.page_down"),
        Binding("pageup", "page(-1)", "page up", show=False, id="choice.page_up"),
    ]

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        title: str = "",
        prompt: str = "type to narrow",
        at: int = 0,
    ) -> None:
        """Begin as `offer` says."""
        super().__init__()
        self.offer(choices, title=title, prompt=prompt, at=at)

    def offer(
        self,
        choices: Sequence[Choice],
        *,
        title: str,
        prompt: str = "type to narrow",
        at: int = 0,
        preview: Callable[[Any], None] | None = None,
    ) -> Self:
        """Offer `choices`, nothing typed yet, `at` under the cursor at first; the dialog.

        `preview` is told the value of the choice on which the cursor rests.
        """
        self._choices = choices
        self._preview = preview
        self._title = title
        self._prompt = prompt
        self._at = at
        if self.is_mounted:
            self._show()
        return self

    def contents(self) -> Iterable[Widget]:
        """The line to type in, and the choices."""
        yield Field(id="choice-words", compact=True)
        yield ChoiceRows(self._draw, empty="Nothing fits.", lit=True, id="choice-rows")

    def on_mount(self) -> None:
        """Show all choices."""
        self._show()

    def _show(self) -> None:
        self.say_title(self._title)
        self.begin_in(self.query_one("#choice-words", Input)).placeholder = self._prompt
        self.rows.most = len(self._choices)
        self.rows.offer(self._choices, self._at)

    @property
    def rows(self) -> ChoiceRows:
        """The list."""
        return self.query_one("#choice-rows", ChoiceRows)

    def action_step(self, by: int) -> None:
        """Move the cursor, the keys staying with the line."""
        self.rows.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move the cursor a page."""
        self.rows.action_page(direction)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        wanted = event.value.casefold().split()
        fitting = [one for one in self._choices if _fits(one, wanted)]
        # What begins with the words comes before what only holds them.
        fitting.sort(key=lambda one: not one.words.casefold().startswith(" ".join(wanted)))
        self.rows.set_rows(fitting if wanted else self._choices)
        if self.rows.row is not None:
            self._moved_to(self.rows.row)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.rows.row is not None:
            self.dismiss(self.rows.row.value)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._moved_to(event.row)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.value)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, with nothing previewed afterwards."""
        self._stop_preview()
        return super().dismiss(result)

    def _moved_to(self, choice: Choice) -> None:
        self._stop_preview()
        if self._preview is not None:
            self._resting = self.set_timer(REST_SECONDS, partial(self._preview, choice.value))

    def _stop_preview(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def _draw(self, choice: Choice, width: int) -> list[Content]:
        beside = one_line(choice.beside)
        words = Content.assemble(
            (f"{choice.heading}  " if choice.heading else "", "$foreground-muted"),
            one_line(choice.words),
        )
        room = max(1, width - len(beside) - 2)
        return [
            Content.assemble(
                words.truncate(room, ellipsis=True, pad=True), " ", (beside, "$foreground-muted")
            )
        ]


def _fits(choice: Choice, wanted: Sequence[str]) -> bool:
    words = f"{choice.heading} {choice.words}".casefold()
    return all(word in words for word in wanted)
