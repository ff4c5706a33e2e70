"""The notes of the transcript being read: one thread writes them, the screen shows what is on disk."""

from __future__ import annotations

import gc
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from playhead.reader.reading import PlacedNote
from playhead.transcript.model import Transcript

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from playhead.notes import Notebook
    from playhead.notes.drafts import Draft
    from playhead.reader.app import PlayheadApp

SaveState = Literal["", "saving", "saved", "both", "failed"]
QUIT_SECONDS = 0.8
"""How long quitting waits for a save under way."""


class NoteKeeper:
    """Opens, changes and places notes. Jobs run in order on a thread of their own."""

    def __init__(self, app: PlayheadApp, path: str | None) -> None:
        """`path` names the notes file; None means where the notes of the transcript lie."""
        self.state: SaveState = ""
        self.problem = ""
        self.notebook: Notebook | None = None
        self.drafts: tuple[Draft, ...] = ()
        self._app = app
        self._path = path
        self._thread: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._waiting: list[Callable[[], None]] = []
        self._looked = (0, 0)
        self._is_damaged = False

    def open(self, transcript: Transcript) -> None:
        """Open the notes of `transcript`."""
        self._submit(self._open, transcript)

    def change(
        self,
        words: str,
        job: Callable[[Notebook], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Run `job` on the notebook; `done` gets what it gives, `failed` why it could not."""
        if self.problem and self.notebook is None:
            (failed or self._app.say)(self.problem)
            return
        self._state("saving", "")
        self.when_open(lambda: self._submit(self._change, words, job, done, failed))

    def when_open(self, then: Callable[[], None]) -> None:
        """Do `then` now, or as soon as the notes are open."""
        if self.notebook is not None:
            then()
        else:
            self._waiting.append(then)

    def refresh(self, transcript: Transcript) -> None:
        """Place the notes anew, in another state of the transcript."""
        self._submit(self._refresh, transcript)

    def keep_draft(self, draft: Draft) -> None:
        """Write down what is not saved."""
        self._submit(self._keep_draft, draft)

    def forget_draft(self, draft: Draft) -> None:
        """Throw away what was saved or is not wanted."""
        self._submit(self._forget_draft, draft)

    def look_outside(self) -> None:
        """Show what another program wrote into the notes."""
        transcript = self._app.reading.transcript
        if self.notebook is None:
            if self.problem and self._file_status(transcript) != self._looked:
                self._submit(self._open, transcript)
        elif self.notebook.changed_outside():
            self._submit(self._reload, self.notebook)

    def finish(self) -> None:
        """Wait for what is being saved, but not for ever."""
        if self._last is not None and self._thread is not None:
            from concurrent.futures import wait

            wait([self._last], timeout=QUIT_SECONDS)
            self._thread.shutdown(wait=False)

    def _submit(self, job: Callable[..., None], *given: Any) -> None:
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(1, thread_name_prefix="notes")
        self._last = self._thread.submit(job, *given)

    def _open(self, transcript: Transcript) -> None:
        from playhead.notes import Notebook, NotesError
        from playhead.notes.drafts import drafts_of, forget_draft, unsaved

        self._looked = self._file_status(transcript)
        drafts = drafts_of(transcript)
        try:
            notebook = Notebook.open(transcript, self._path)
        except NotesError as error:
            self._app.call_later(self._opened, None, str(error), (), drafts)
            return
        left = unsaved(drafts, notebook.notes)
        for draft in set(drafts) - set(left):
            forget_draft(draft)
        problem = next(iter((*notebook.problems, *notebook.copies())), "")
        placed = place_notes(notebook, transcript)
        self._app.call_later(self._opened, notebook, problem, placed, left)

    def _opened(
        self,
        notebook: Notebook | None,
        problem: str,
        placed: tuple[PlacedNote, ...],
        drafts: tuple[Draft, ...],
    ) -> None:
        self.notebook, self.drafts = notebook, drafts
        if notebook is None:
            self._state("failed", problem)
        elif self.state == "failed":
            self._state("", "")
        if problem:
            self._app.say(problem)
        # Thousands of notes stay: the collector need not look at them again, which holds the keys.
        gc.freeze()
        self._app.show_notes(placed)
        if drafts and not problem:
            self._app.offer_drafts()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            if notebook is not None:
                then()

    def _file_status(self, transcript: Transcript) -> tuple[int, int]:
        """What tells that a file which could not be read was mended."""
        from playhead.notes import find_notes_file

        origin = transcript.origin
        file = Path(self._path) if self._path else find_notes_file(origin.path, origin.sha256)
        try:
            status = file.stat()
        except OSError:
            return (0, 0)
        return (status.st_mtime_ns, status.st_size)

    def _keep_draft(self, draft: Draft) -> None:
        from playhead.notes import NotesError
        from playhead.notes.drafts import keep_draft

        others = tuple(one for one in self.drafts if one.name != draft.name)
        self.drafts = (*others, draft)
        try:
            keep_draft(draft)
        except NotesError as error:
            self._app.call_later(self._failed, f"the draft {error}", None)
        if len(others) == len(self.drafts) - 1:
            self._app.call_later(self._app.show_drafts)

    def _forget_draft(self, draft: Draft) -> None:
        from playhead.notes.drafts import forget_draft

        forget_draft(draft)
        self.drafts = tuple(one for one in self.drafts if one.name != draft.name)
        self._app.call_later(self._app.show_drafts)

    def _change(
        self,
        words: str,
        job: Callable[[Notebook], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[str], None] | None,
    ) -> None:
        from playhead.notes import NotesError

        notebook = self.notebook
        assert notebook is not None
        conflicts = len(notebook.conflicts)
        try:
            result = job(notebook)
            placed = place_notes(notebook, self._app.reading.transcript)
        except NotesError as error:
            self._app.call_later(self._failed, str(error), failed)
            return
        except Exception as error:
            # What was typed must not be lost over a fault of ours.
            self._app.call_later(self._failed, f"a fault of Playhead ({error!r})", failed)
            raise
        said = "; ".join(notebook.conflicts[conflicts:])
        self._app.call_later(self._changed, words, result, placed, done, said)

    def _changed(
        self,
        words: str,
        result: Any,
        placed: tuple[PlacedNote, ...],
        done: Callable[[Any], None] | None,
        conflict: str = "",
    ) -> None:
        self._state("both" if conflict else "saved", "")
        self._app.show_notes(placed)
        if words:
            self._app.say(words)
        if done is not None:
            done(result)
        if conflict:
            self._app.say(conflict, stays=True)

    def _failed(self, reason: str, failed: Callable[[str], None] | None) -> None:
        self._state("failed", reason)
        self._app.say(f"NOT SAVED: {reason}")
        if failed is not None:
            failed(reason)

    def _refresh(self, transcript: Transcript) -> None:
        if self.notebook is not None:
            self._app.call_later(self._app.show_notes, place_notes(self.notebook, transcript))

    def _reload(self, notebook: Notebook) -> None:
        from playhead.notes import NotesError

        try:
            changed = notebook.reload()
        except NotesError as error:
            if str(error) != self.problem:
                self._is_damaged = True
                self._app.call_later(self._failed, str(error), None)
            return
        if self._is_damaged:
            self._is_damaged = False
            self._app.call_later(self._state, "", "")
        if changed:
            placed = place_notes(notebook, self._app.reading.transcript)
            self._app.call_later(self._app.show_notes, placed)
            self._app.call_later(self._app.say, "the notes were changed outside")

    def _state(self, state: SaveState, problem: str) -> None:
        self.state, self.problem = state, problem
        self._app.show_title()


def place_notes(notebook: Notebook, transcript: Transcript) -> tuple[PlacedNote, ...]:
    """The notes that have a place, in the order of the text."""
    anchors = notebook.anchors(transcript)
    placed = [
        PlacedNote(note.id, found.start, found.end, note.note.strip(), note.tags, note.colour)
        for note in notebook.notes
        if (found := anchors[note.id]).start is not None and found.end is not None
    ]
    return tuple(sorted(placed, key=attrgetter("start", "end")))
