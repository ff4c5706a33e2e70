"""Programs that benchmarks press keys in.

python -m tests.benchmarks.apps reader TURNS    the reader on a made-up talk
python -m tests.benchmarks.apps list TURNS      a bare Textual list of as many lines
python -m tests.benchmarks.apps field 0         a bare Textual input field
"""

from __future__ import annotations

import sys
from dataclasses import replace

from tests.benchmarks.talk import make_talk
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from playhead.transcript.model import Chapter, Exchange, Transcript

CHAPTER = 40
"""Turns of a made-up chapter: fifteen minutes or so."""
OFFERED = 60
"""Lines in the bare pane and the bare dialog, as many as the reader has commands."""


def make_interview(turns: int) -> Transcript:
    """A made-up talk in which every other turn is a question, with chapters."""
    talk = make_talk(turns)
    said = talk.turns
    exchanges = tuple(
        Exchange(f"q{number}", (said[number].id,), (said[number + 1].id,))
        for number in range(1, len(said) - 1, 2)
    )
    starts = [said[number].start for number in range(0, len(said), CHAPTER)]
    chapters = tuple(
        Chapter(f"Chapter {number}", start, end)
        for number, (start, end) in enumerate(
            zip(starts, [*starts[1:], len(talk.text)], strict=True), 1
        )
    )
    return replace(talk, exchanges=exchanges, chapters=chapters)


def read(turns: int) -> None:
    """Run the reader."""
    from playhead.reader.app import PlayheadApp
    from playhead.reader.opening.session import Session

    session = Session("talk.txt", transcript=make_interview(turns))
    print("talk is made", flush=True)
    PlayheadApp(session).run()


class ListApp(App[None]):
    """The yardstick: a list that Textual brings, with the keys that are measured."""

    BINDINGS = [
        ("j,J,right", "step(1)"),
        ("right_square_bracket", "step(2)"),
        ("right_curly_bracket", f"step({CHAPTER})"),
        ("2", "tenth(2)"),
        ("5", "tenth(5)"),
        ("g", "edge(0)"),
        ("G", "edge(-1)"),
        ("n", "step(7)"),
        ("o", "open"),
        ("P", "ask"),
        ("escape", "close"),
    ]
    CSS = "#pane { dock: right; width: 38; }"

    def __init__(self, lines: list[str]) -> None:
        """`lines` to be listed."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(*(Content(line) for line in self._lines))

    def action_step(self, by: int) -> None:
        """Move on."""
        listed = self.query_one(OptionList)
        listed.highlighted = min((listed.highlighted or 0) + by, listed.option_count - 1)

    def action_tenth(self, tenths: int) -> None:
        """Go to a tenth."""
        listed = self.query_one(OptionList)
        listed.highlighted = listed.option_count * tenths // 10

    def action_edge(self, edge: int) -> None:
        """Go to the first or the last."""
        listed = self.query_one(OptionList)
        listed.highlighted = edge % listed.option_count

    def action_open(self) -> None:
        """Show a pane beside the list."""
        self.mount(OptionList(*(Content(line) for line in self._lines[:OFFERED]), id="pane"))
        self.query_one("#pane").focus()

    def action_ask(self) -> None:
        """Show a dialog over the list."""
        self.push_screen(BareDialog(self._lines[:OFFERED]))

    def action_close(self) -> None:
        """Put the pane away."""
        self.query("#pane").remove()


class BareDialog(ModalScreen[None]):
    """A dialog as Textual makes it: a field and a list in a box."""

    BINDINGS = [("escape", "dismiss")]
    CSS = "BareDialog { align: center middle; } #box { width: 64; height: 24; }"

    def __init__(self, lines: list[str]) -> None:
        """`lines` to be listed."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(id="box"):
            yield Input()
            yield OptionList(*(Content(line) for line in self._lines))


class FieldApp(App[None]):
    """The yardstick for typing."""

    def compose(self) -> ComposeResult:
        """The field."""
        field = Input()
        field.cursor_blink = False
        yield field


def main() -> None:
    """Run one of them."""
    what, turns = sys.argv[1], int(sys.argv[2])
    if what == "reader":
        read(turns)
    elif what == "list":
        talk = make_talk(turns)
        ListApp([talk.words(turn)[:70] for turn in talk.turns]).run()
    else:
        FieldApp().run()


if __name__ == "__main__":
    main()
