"""Beginning and leaving: what is opened, how it reaches the screen, what is written down on the way out."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playhead.reader.opening.following import FileWatch
from playhead.reader.opening.hangup import watch_terminal
from playhead.reader.opening.memory import Memory
from playhead.reader.opening.session import Session
from playhead.reader.scrub.lanes import Lanes
from playhead.reader.stretches import Stretches
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playhead.formats.unreadable import UnreadableError
    from playhead.reader.app import PlayheadApp

REMEMBER_SECONDS = 5.0
"""How often the place is written down while we read."""
AT_ONCE = 200_000
"""Bytes of a transcript that is shown with the first frame when it was parsed before."""
OUTSIDE_SECONDS = 2.0
"""How often we look whether another program changed the notes or the transcript."""
AFTER_PAINT = 0.05
"""Seconds after which the first frame is surely on the screen."""
OUTLINE_ROOM = 112
"""Columns from which the outline is open at first."""
WELCOME = {
    "show.help": "all keys",
    "move.down": "read",
    "search.open": "find",
    "write.note": "write",
    "scrub.tenth_5": "to the middle",
}
"""What is said to those who read for the first time, what matters most first."""
HINT_USES = 8
"""Keys pressed and movements of the mouse after which they need it no more."""


def prepare(
    path: str | None, notes: str | None, format: str | None, use_corrections: bool
) -> Session:
    """Find what to read. Raises UnreadableError."""
    from playhead.files import read_bytes
    from playhead.formats.unreadable import UnreadableError
    from playhead.library import open_transcript, shipped_interview

    path = path or Memory().last or str(shipped_interview())
    if path != "-" and not Path(path).is_fifo():
        data = read_bytes(path)
        if not data.strip():
            raise UnreadableError("is empty")
        session = Session(path, notes, format, use_corrections)
        return parsed_before(session) if len(data) <= AT_ONCE else session
    # A stream can be read but once.
    transcript = open_transcript(path, format=format, notes=notes, use_corrections=use_corrections)
    if path == "-":
        # Standard input is used up; keys come from the terminal itself.
        os.dup2(os.open(os.ctermid(), os.O_RDONLY), sys.stdin.fileno())
    return Session(path, notes, format, use_corrections, transcript)


def parsed_before(session: Session) -> Session:
    """`session` with its transcript, if it was parsed before and need not be waited for."""
    from playhead.library import open_transcript

    def stop(stage: str, share: float) -> None:
        raise InterruptedError(stage)

    try:
        transcript = open_transcript(
            session.path,
            format=session.format,
            notes=session.notes,
            use_corrections=session.use_corrections,
            progress=stop,
        )
    except InterruptedError:
        return session
    return replace(session, transcript=transcript)


class Starting:
    """The app's part that opens and leaves."""

    error: UnreadableError | None = None
    _is_placed = False
    _watch: FileWatch | None = None
    _hint = ""
    _times_used = 0
    _kept: tuple[int, int] = (-1, -1)
    _opened = 0
    """How often the transcript was begun to be opened; what an earlier time comes to is passed over."""

    def begin(self: PlayheadApp) -> None:
        """Open in a thread; be told when someone wants us gone."""
        self._read()
        self.set_interval(REMEMBER_SECONDS, self.remember)
        self._watch = FileWatch(self.session.path)
        self.set_interval(OUTSIDE_SECONDS, self._look_outside)
        self.app_suspend_signal.subscribe(self, lambda _: self._before_suspension())
        self._heed_signals()

    def _look_outside(self: PlayheadApp) -> None:
        self.keeper.look_outside()
        if not self.stage and self._watch is not None and self._watch.has_changed():
            self.say("The transcript has changed: it is read again.")
            self._read(drafts=False)

    def _before_suspension(self: PlayheadApp) -> None:
        # A stopped process may never be continued.
        self.player.stop()
        self.keep_draft()
        self.remember()

    def _heed_signals(self: PlayheadApp) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        if not self.is_headless:
            watch_terminal(self, loop)
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None and threading.current_thread() is threading.main_thread():
                try:
                    loop.add_signal_handler(number, self.leave, 128 + number)
                except (NotImplementedError, RuntimeError):
                    return

    def _read(self: PlayheadApp, *, drafts: bool = True) -> None:
        if drafts and self.session.transcript is not None:
            self.show_transcript(self.session.transcript, "")
            return
        self._opened += 1
        given = (drafts, self._opened)
        threading.Thread(target=self._open, args=given, name="opening", daemon=True).start()

    def _open(self: PlayheadApp, drafts: bool, number: int) -> None:
        """In the thread: the words, then who says them."""
        from playhead.formats.unreadable import UnreadableError
        from playhead.reader.opening.steps import open_in_steps

        session = self.session

        def show(transcript: Transcript, stage: str) -> None:
            if drafts or not stage:
                self.call_later(self._if_last, number, self.show_transcript, transcript, stage)

        def tell(stage: str) -> None:
            self.call_later(self._if_last, number, self._at_work, stage)

        try:
            open_in_steps(
                session.path,
                show,
                tell,
                format=session.format,
                notes=session.notes,
                use_corrections=session.use_corrections,
            )
        except UnreadableError as error:
            refused = self._refuse if drafts else self._keep_reading
            self.call_later(self._if_last, number, refused, error)
        except Exception as error:
            # A fault of ours must not leave the screen waiting for ever.
            self.call_later(self._fail, error)

    def _if_last(self: PlayheadApp, number: int, then: Callable[..., None], *given: object) -> None:
        """Do `then` for the last opening: an earlier one may end later, and shows what was before."""
        if number == self._opened:
            then(*given)

    def _fail(self: PlayheadApp, error: Exception) -> None:
        raise error

    def _refuse(self: PlayheadApp, error: UnreadableError) -> None:
        self.error = error
        self.exit(2)

    def _keep_reading(self: PlayheadApp, error: UnreadableError) -> None:
        self._at_work("")
        self.say(f"The transcript cannot be read again: {error} · this is how it was")

    def _at_work(self: PlayheadApp, stage: str) -> None:
        self.stage = stage
        self.show_title()

    def reopen(self: PlayheadApp) -> None:
        """Read the transcript anew, as its corrections are now; the place stays."""
        if self.session.path == "-":
            self.say("Noted. Standard input cannot be read again; it shows at the next opening.")
        else:
            self._read(drafts=False)

    def show_transcript(self: PlayheadApp, transcript: Transcript, stage: str) -> None:
        """Show a transcript; `stage` is what is still at work on it, empty when it is finished."""
        self.stage = stage
        before = self.reading.transcript.text
        if self._is_placed and transcript.text != before:
            self._keep_place(before, transcript.text)
        self.reading.show_transcript(transcript)
        lanes = self.lanes = Lanes(transcript)
        self.scrub.show(lanes)
        if not self._is_placed:
            self._is_placed = True
            self._take_place()
        self.view.show(self.reading)
        self.go_to(self.reading.position, remember=False, jump=False)
        self.show_title()
        if not stage:
            self._finished(transcript)

    def _keep_place(self: PlayheadApp, before: str, after: str) -> None:
        """Keep the place, what was read, and the marks, in a text that has changed."""
        from playhead.reader.opening.following import same_place

        reading = self.reading
        reading.position = same_place(before, after, reading.position)
        reading.read = Stretches(
            (same_place(before, after, start), same_place(before, after, end))
            for start, end in reading.read.spans
        )
        reading.marks = {
            name: same_place(before, after, offset) for name, offset in reading.marks.items()
        }

    def _take_place(self: PlayheadApp) -> None:
        """Go where we left off."""
        transcript = self.reading.transcript
        place = self.memory.place(transcript.origin.sha256)
        offset, read, marks = (place.get(name) for name in ("offset", "read", "marks"))
        if isinstance(offset, int) and 0 <= offset < len(transcript.text):
            self.reading.moved_to(offset, reads=False)
        if isinstance(read, list):
            self.reading.read = Stretches(_spans_in(read, len(transcript.text)))
        if isinstance(marks, dict):
            self.reading.marks = {str(k): v for k, v in marks.items() if isinstance(v, int)}

    def _finished(self: PlayheadApp, transcript: Transcript) -> None:
        """Everyone is known: the notes and the panes may come."""
        self.forget_index()
        # What is read stays: the collector need not look at it again, which takes many frames.
        gc.freeze()
        gc.enable()
        for name, pane in self.desk.panes.items():
            if name == "search":
                pane.show_transcript(transcript, self.open_index)  # type: ignore[attr-defined]
            elif name == "notes":
                pane.reload(transcript=transcript)  # type: ignore[attr-defined]
            elif hasattr(pane, "show_transcript"):
                pane.show_transcript(transcript)
        if self.keeper.notebook is None:
            # The first frame comes first: reading YAML would share its time.
            self.set_timer(AFTER_PAINT, lambda: self._after_paint(transcript))
        else:
            self.keeper.refresh(transcript)

    def _after_paint(self: PlayheadApp, transcript: Transcript) -> None:
        self.keeper.open(transcript)
        self._first_time()
        self.warming.begin()

    def _first_time(self: PlayheadApp) -> None:
        if self.memory.is_first_time and not self.said:
            self._hint = " · ".join(f"{self.keys_of(id)} {words}" for id, words in WELCOME.items())
            self.say(self._hint, stays=True)
        self.tell_problems()
        if self.session.told:
            self.say(self.session.told)
        if self.settings.flag("outline") and self.size.width >= OUTLINE_ROOM:
            self.call_after_refresh(self._open_outline)

    def used(self: PlayheadApp) -> None:
        """Take the hint for beginners away once they have begun."""
        self._times_used += 1
        if self._times_used == HINT_USES and self.said and self.said == self._hint:
            self.say("")

    async def _open_outline(self: PlayheadApp) -> None:
        if not self.desk.any_open():
            pane = await self.desk.open("outline", focus=False)
            pane.follow(self.reading.position)

    def remember(self: PlayheadApp) -> None:
        """Write the place down, if we moved."""
        reading, talk = self.reading, self.reading.transcript
        here = (reading.position, len(reading.marks))
        if talk.origin.sha256 and here != self._kept:
            self._kept = here
            place = {
                "offset": reading.position,
                "read": reading.read.spans,
                "marks": reading.marks,
            }
            share = reading.read.length / max(1, len(talk.text))
            self.memory.keep(talk.origin.sha256, talk.origin.path, place, talk.title, share)

    def leave(self: PlayheadApp, code: int = 0) -> None:
        """Write everything down and go."""
        self.player.close()
        self.keep_draft()
        self.remember()
        self.keeper.finish()
        self.exit(code)


def _spans_in(kept: list[Any], length: int) -> Iterator[tuple[int, int]]:
    """The spans that were kept, as far as they are some in a text of `length` characters."""
    for one in kept:
        match one:
            case [int(start), int(end)]:
                yield max(0, start), min(end, length)
