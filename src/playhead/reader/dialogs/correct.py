"""Correct a turn: whose it is, where it begins, what it is part of. Each correction is a letter."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from playhead.reader.dialogs.choice import Choice, ChoiceDialog
from playhead.reader.dialogs.dialog import Dialog
from playhead.reader.dialogs.name import NameDialog
from playhead.reader.panes.places import time_of
from playhead.reader.panes.row_list import RowList
from playhead.text import one_line
from playhead.transcript.corrections.applying import Action
from playhead.transcript.model import Speaker, Transcript, Turn

_WORDS = 56
"""Characters of the text shown to tell a turn or a sentence."""


@dataclass(frozen=True, slots=True)
class CorrectionChoice:
    """A correction of `text[start:end]`, in the terms of the notebook's `correct`."""

    action: Action
    start: int
    end: int
    speaker: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    words: str
    action: str


class CorrectDialog(Dialog[CorrectionChoice | None]):
    """What can be mended of a turn, or of the words selected in it."""

    BINDING_GROUP_TITLE = "Correcting a turn"
    BINDINGS = [
        Binding("x", "give_other", "give it to the other speaker", id="correct.other"),
        Binding("w", "choose_speaker", "choose who says it", id="correct.speaker"),
        Binding("s", "split", "split it", id="correct.split"),
        Binding("r", "give_rest", "give its end to the other speaker", id="correct.rest"),
        Binding("m", "merge", "merge it with the turn before", id="correct.merge"),
        Binding("n", "rename", "rename the speaker", id="correct.rename"),
        Binding("a", "advertisement", "mark it as an advertisement", id="correct.advertisement"),
    ]

    _transcript: Transcript
    _turn: Turn
    _start = _end = 0

    def offer(
        self, transcript: Transcript, turn: Turn, selection: tuple[int, int] | None = None
    ) -> Self:
        """Correct `turn`, or the words selected in it between two offsets; the dialog."""
        self._transcript = transcript
        self._turn = turn
        self._start, self._end = selection or (turn.start, turn.end)
        if self.is_mounted:
            self._show()
        return self

    def contents(self) -> Iterable[Widget]:
        """The words in question, who is taken to say them, what can be done."""
        yield Static(Content(""), id="correct-quote")
        yield RowList[_Line](self._draw, id="correct-rows")

    def on_mount(self) -> None:
        """Show what can be done, if there is a turn already."""
        if self._start < self._end:
            self._show()

    def _show(self) -> None:
        name = self._speaker_name(self._turn.speaker)
        sure = self._turn.confidence
        doubt = f", {sure:.0%} sure" if sure < 1 else ""
        heading = f"{name}{doubt} · {time_of(self._transcript, self._start)}"
        self.say_title(heading)
        self.query_one("#correct-quote", Static).update(self._quote())
        rows = self.query_one("#correct-rows", RowList)
        rows.set_rows(self._lines())
        rows.focus()

    @property
    def other(self) -> Speaker | None:
        """The other one of two speakers."""
        others = [one for one in self._transcript.speakers if one.id != self._turn.speaker]
        return others[0] if len(others) == 1 else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense here do nothing."""
        if action in {"give_other", "give_rest"}:
            return self.other is not None
        if action == "merge":
            return self._turn.start > self._transcript.turns[0].start
        if action == "rename":
            return self._turn.speaker is not None
        return True

    def action_give_other(self) -> None:
        """The words are the other speaker's."""
        if self.other:
            self._done("speaker", self._start, self._end, to=self.other.id)

    def action_choose_speaker(self) -> None:
        """Choose whose words they are."""
        choices = [Choice(one.id, one.name or one.id) for one in self._transcript.speakers]

        def chosen(speaker: str | None) -> None:
            if speaker:
                self._done("speaker", self._start, self._end, to=speaker)

        self.app.push_screen(ChoiceDialog(choices, title="Who says it?"), chosen)

    def action_split(self) -> None:
        """Choose where a new turn begins."""

        def chosen(start: int | None) -> None:
            if start is not None:
                self._done("split", start, self._turn.end)

        self._choose_sentence("Where does a new turn begin?", chosen)

    def action_give_rest(self) -> None:
        """Choose from where on the words are the other speaker's."""
        other = self.other
        if other is None:
            return

        def chosen(start: int | None) -> None:
            if start is not None:
                self._done("speaker", start, self._turn.end, to=other.id)

        self._choose_sentence(f"From where on does {self._speaker_name(other.id)} speak?", chosen)

    def action_merge(self) -> None:
        """The turn goes on the turn before it."""
        self._done("merge", self._turn.start, self._turn.end)

    def action_rename(self) -> None:
        """Type another name for the speaker."""
        speaker = self._turn.speaker or ""

        def named(name: str | None) -> None:
            if name:
                self._done("rename", self._start, self._end, speaker=speaker, to=name)

        self.app.push_screen(NameDialog(f"Rename {self._speaker_name(speaker)}"), named)

    def action_advertisement(self) -> None:
        """The words are an advertisement."""
        self._done("section", self._start, self._end, to="sponsor")

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.run_action(event.row.action)

    def _choose_sentence(self, title: str, chosen: Callable[[Any], None]) -> None:
        text = self._transcript.text
        starts = {
            one.start
            for one in self._transcript.sentences
            if self._turn.start < one.start < self._turn.end
        }
        if self._start > self._turn.start:
            starts.add(self._start)
        bounds = [*sorted(starts), self._turn.end]
        choices = [
            Choice(start, one_line(text[start:end])) for start, end in itertools.pairwise(bounds)
        ]
        at = next((i for i, one in enumerate(choices) if one.value >= self._start), 0)
        dialog = ChoiceDialog(choices, title=title, prompt="type words of it", at=at)
        self.app.push_screen(dialog, chosen)

    def _done(
        self, action: Action, start: int, end: int, *, speaker: str = "", to: str = ""
    ) -> None:
        self.dismiss(CorrectionChoice(action, start, end, speaker, to))

    def _lines(self) -> list[_Line]:
        name = self._speaker_name(self._turn.speaker)
        other = self._speaker_name(self.other.id) if self.other else ""
        words = {
            "give_other": f"give it to {other}",
            "choose_speaker": "choose who says it…",
            "split": "split it…",
            "give_rest": f"give its end to {other}…",
            "merge": "merge it with the turn before",
            "rename": f"rename {name}…",
            "advertisement": "mark it as an advertisement",
        }
        return [
            _Line(binding.key, words[binding.action], binding.action)
            for binding in self.BINDINGS
            if isinstance(binding, Binding) and self.check_action(binding.action, ())
        ]

    def _quote(self) -> Content:
        said = one_line(self._transcript.text[self._start : self._end])
        if len(said) > 2 * _WORDS:
            first, last = said[:_WORDS].rpartition(" "), said[-_WORDS:].partition(" ")
            said = f"{first[0]} … {last[2]}"
        return Content.assemble((f"“{said}”", "italic $foreground-muted"))

    def _speaker_name(self, speaker: str | None) -> str:
        return one_line(self._transcript.name_of(speaker)) or "speaker unknown"

    def _draw(self, line: _Line, width: int) -> list[Content]:
        return [Content.assemble((f" {line.key}  ", "bold $text-accent"), line.words)]
