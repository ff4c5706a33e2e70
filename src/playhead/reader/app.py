"""The reader: one screen with the text, the scrub bar, and panes beside them when wanted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from playhead.reader.commands.palette import show_palette
from playhead.reader.commands.table import COMMANDS, command_bindings
from playhead.reader.finding import Finding
from playhead.reader.opening.memory import Memory
from playhead.reader.opening.session import Session, nothing_yet
from playhead.reader.opening.starting import Starting
from playhead.reader.opening.warming import Warming
from playhead.reader.panes.desk import Desk
from playhead.reader.playing.player import Player
from playhead.reader.reading import Filter, Reading
from playhead.reader.screen import FrugalScreen, ReaderScreen
from playhead.reader.scrub.bar import ScrubBar
from playhead.reader.scrub.lanes import Lanes
from playhead.reader.scrub.preview import ScrubPreview
from playhead.reader.tailoring.tailor import OTHER_KEYS, Tailoring
from playhead.reader.tailoring.themes import readable
from playhead.reader.telling import Telling
from playhead.reader.typed_ahead import TypedAhead
from playhead.reader.view.view import TranscriptView
from playhead.reader.writing.keeping import NoteKeeper
from playhead.reader.writing.noting import Noting

Kept = TypeVar("Kept", bound=Screen[Any])

FOLLOW_SECONDS = 0.06
"""Panes follow the place this much later, once for many moves: the text goes first."""
NARROW, WIDE, LOW = 90, 150, 26
"""Columns and rows at which the screen is arranged otherwise."""


class PlayheadApp(Starting, Tailoring, Telling, Finding, Noting, App[int]):
    """Reads one transcript."""

    TITLE = "Playhead"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    COMMANDS: ClassVar[set[Any]] = set()
    BINDING_GROUP_TITLE = "The reader"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-medium"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *command_bindings(),
        Binding(OTHER_KEYS["quit"], "quit", "quit", show=False, id="quit"),
        Binding(
            OTHER_KEYS["suspend"],
            "suspend_process",
            "to the shell; fg comes back",
            show=False,
            id="suspend",
        ),
    ]

    def __init__(self, session: Session) -> None:
        """Nothing is read before the app runs."""
        super().__init__()
        self.session = session
        self.next_session: Session | None = None
        self.memory = Memory()
        self.stage = ""
        self.lanes: Lanes | None = None
        self.reading = Reading(nothing_yet(session.path))
        self.keeper = NoteKeeper(self, session.notes)
        self.desk = Desk(self)
        self.player = Player(self)
        self._following: Timer | None = None
        self._opening: Callable[[], Awaitable[None]] | None = None
        self.warming = Warming(self)
        self._typed = TypedAhead(self, super().on_event)
        self._is_commanded = False
        self._plays_on = False
        self._sifted = 0, 0
        self.take_settings()
        self.take_keymap()

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, those that words are written with so that they can be read."""
        return readable(super().get_css_variables())

    def get_default_screen(self) -> ReaderScreen:
        """The screen that answers keys at once, arranged for its size from the first frame on."""
        screen = ReaderScreen(id="_default")
        width, height = self.size
        for length, edges in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            screen.add_class(*screen._get_breakpoint_classes(length, edges), update=False)
        return screen

    def compose(self) -> ComposeResult:
        """Title, text, scrub bar, status."""
        yield Static(Content(" "), id="title")
        with Horizontal(id="desk"):
            yield TranscriptView(id="view")
        yield ScrubBar(id="scrub")
        yield Static(Content(" "), id="status")
        yield ScrubPreview(id="preview")

    def on_mount(self) -> None:
        """Give the text the keys and begin to read."""
        self.view = self.query_one("#view", TranscriptView)
        self.scrub = self.query_one("#scrub", ScrubBar)
        self.preview = self.query_one("#preview", ScrubPreview)
        self.write_on(self.query_one("#title", Static), self.query_one("#status", Static))
        self.view.shape = self.shape_wanted()
        self.view.focus()
        self.begin()

    async def action_do(self, id: str) -> None:
        """Carry out a command; a pane or a dialog it opens is there before the next key is."""
        self._is_commanded = True
        self.used()
        self.preview.display = False
        try:
            COMMANDS[id].run(self)
        finally:
            self._is_commanded = False
        if self._opening is not None:
            opening, self._opening = self._opening, None
            await self._show_opened(opening)

    async def on_event(self, event: events.Event) -> None:
        """Take events; a key waits until all that the key before it set off is done."""
        if isinstance(event, events.InputEvent):
            self.warming.put_off()
        if not (isinstance(event, events.Key) and self._typed.keep_waiting(event)):
            await super().on_event(event)

    async def action_quit(self) -> None:
        """Leave; nothing is lost."""
        self.leave()

    def action_command_palette(self) -> None:
        """Show the reader's own palette where Textual would show its."""
        show_palette(self)

    def go_to(
        self, offset: int, *, remember: bool = True, jump: bool = True, reads: bool = True
    ) -> None:
        """Be at `offset`; `remember` where we were, `jump` shows it well inside the screen.

        Unless this `reads`, what lies between does not count as read.

        Where the filter leaves `offset` out, be at the words next to it that are shown.
        """
        before = self.reading.position
        offset = self.reading.nearest_shown(offset, offset - before)
        if remember and offset != before:
            self.reading.jumps.leave(before)
        self._be_at(offset, jump=jump, reads=reads)
        if self.view.selection is not None and not remember:
            self.view.select(type(self.view.selection)(self.view.selection.anchor, offset))

    def _be_at(self, offset: int, *, jump: bool, reads: bool) -> None:
        self.reading.moved_to(offset, reads=reads)
        self.view.go(self.reading.position, jump=jump)
        self._follow()

    def reveal(self, offset: int) -> None:
        """Show everything where the filter leaves out `offset`: somebody wants to see it."""
        if not self.reading.is_shown(offset):
            self.set_filter(Filter())
            self.say("everything is shown again: this was left out")

    def move_to(self, offset: int) -> None:
        """Be at `offset` by a step, with the text moving no more than it must."""
        self.go_to(offset, remember=False, jump=False)

    def offset_at(self, seconds: float) -> int:
        """The character heard at `seconds`."""
        if self.lanes is None:
            return 0
        return self.lanes.offset_at(max(0.0, min(self.lanes.length, seconds)))

    def set_filter(self, chosen: Filter) -> None:
        """Show what `chosen` lets through, and be at a turn that is shown.

        Whoever moves nowhere is back at the same words when they are shown again.
        """
        left, shown = self._sifted
        here = left if self.reading.position == shown else self.reading.position
        self.reading.filter = chosen
        self.view.show(self.reading)
        self.scrub.show_topic(chosen.value if chosen.kind == "topic" else "")
        self.reading.position = here
        self.go_to(here, remember=False, jump=False)
        self._sifted = here, self.reading.position

    def selected_span(self) -> tuple[int, int] | None:
        """Start and end of the words selected."""
        if self.view.selection is None:
            return None
        return self.view.selection.span(self.reading.transcript)

    def selected_text(self) -> str:
        """The words selected, if any."""
        span = self.selected_span()
        return self.reading.transcript.text[span[0] : span[1]] if span else ""

    def open_pane(self, name: str, then: Callable[[Any], Any] | None = None) -> None:
        """Show a pane; `then` is done with it."""

        async def run() -> None:
            self.show_frame()
            pane = await self.desk.open(name)
            if hasattr(pane, "follow"):
                pane.follow(self.reading.position)
            if then is not None:
                then(pane)
            if isinstance(self.screen, FrugalScreen):
                self.screen.paint_first(pane)

        self._arrange(run)

    def ask(self, dialog: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Show a dialog; `answered` gets its result."""

        async def run() -> None:
            await self.push_screen(dialog, answered)

        self._arrange(run)

    def kept(self, kind: type[Kept]) -> Kept:
        """The one dialog of a kind, made when first wanted; from then on it is shown again."""
        name = kind.__name__
        if not self.is_screen_installed(name):
            self.install_screen(kind(), name)
        dialog = self.get_screen(name)
        assert isinstance(dialog, kind)
        return dialog

    async def make_ready(self, kind: type[Screen[Any]]) -> None:
        """Make the dialog of a kind without showing it."""
        await self._get_screen(self.kept(kind))[1]

    def _arrange(self, opening: Callable[[], Awaitable[None]]) -> None:
        if self._is_commanded:
            self._opening = opening
        else:
            self.call_later(self._show_opened, opening)

    async def _show_opened(self, opening: Callable[[], Awaitable[None]]) -> None:
        """Open something and paint it once, when all of it is there."""
        with self.batch_update():
            await opening()
            if isinstance(self.screen, FrugalScreen):
                await self.screen.finish_work()
        self.screen.check_idle()

    def copy(self, text: str, what: str) -> None:
        """Copy `text` and say that `what` was done, and where it went."""
        from playhead.reader.clipboard import copy_text

        self._clipboard = text
        copy_text(self, text, lambda way: self.say(f"{what} {way}"))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what a field or the editor copies the same way."""
        self.copy(text, "copied")

    def wait_for_key(self, prompt: str, then: Callable[[str], None]) -> None:
        """Ask for one key; Escape and the like are no answer."""
        from playhead.reader.dialogs.one_key import OneKey

        def answer(key: str | None) -> None:
            self.say("")
            if key:
                then(key)

        self.say(prompt)
        self.ask(self.kept(OneKey), answer)

    def _follow(self) -> None:
        """Tell everything that shows the place where we are."""
        position = self.reading.position
        self.scrub.go(position, self.reading.read.spans)
        self.player.moved(position)
        self.show_status()
        if self._following is None:
            self._following = self.set_timer(FOLLOW_SECONDS, self._follow_in_panes)

    def _follow_in_panes(self) -> None:
        self._following = None
        position = self.reading.position
        for name in ("outline", "notes", "topics"):
            pane = self.desk.panes.get(name)
            if pane is not None and pane.display and hasattr(pane, "follow"):
                pane.follow(position)

    def on_transcript_view_moved(self, event: TranscriptView.Moved) -> None:
        """The mouse moved us in the text; what is selected stays so."""
        self.used()
        self._be_at(event.offset, jump=False, reads=True)

    def on_transcript_view_selected(self) -> None:
        """Words were selected, or let go."""
        self.show_status()

    def on_transcript_view_note_clicked(self, event: TranscriptView.NoteClicked) -> None:
        """The sign of a note was clicked."""
        self.edit_note_named(event.id)

    def on_scrub_bar_scrubbed(self, event: ScrubBar.Scrubbed) -> None:
        """The playhead was dragged; what played is silent meanwhile, and plays on from there."""
        self.used()
        self._plays_on = self._plays_on or self.player.is_playing
        self.player.stop()
        self.go_to(self.offset_at(event.seconds), remember=event.first, reads=False)
        if event.done and self._plays_on:
            self._plays_on = False
            self.player.play()

    def on_scrub_bar_hovered(self, event: ScrubBar.Hovered) -> None:
        """Show what is under the pointer."""
        preview = self.preview
        if event.span is None or self.lanes is None:
            preview.display = False
        else:
            preview.tell(self.lanes, event.span, event.x, self.reading.notes)


def run_reader(
    path: str | None,
    *,
    notes: Path | str | None = None,
    format: str | None = None,
    use_corrections: bool = True,
) -> int:
    """Read `path`; None is the last transcript read, the first time the shipped interview.

    `notes` names the notes file, `format` overrules the format found by content. Returns the exit
    code. Raises UnreadableError with one line where there is nothing to read.
    """
    from playhead.reader.opening.starting import prepare

    before: Session | None = None
    session: Session | None = prepare(path, str(notes) if notes else None, format, use_corrections)
    code = 0
    while session is not None:
        app = PlayheadApp(session)
        code = app.run() or app.return_code or 0
        if app.error is None:
            before, session = session, app.next_session
        elif before is None:
            raise app.error
        else:
            told = f"{Path(session.path).name} {app.error}"
            session = replace(before, told=told)
            before = None
    return code
