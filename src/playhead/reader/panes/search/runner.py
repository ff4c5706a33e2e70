"""Runs searches beside the keys: one thread, the newest query only, stale ones told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from playhead.reader.panes.search.note_matches import notes_matching
from playhead.search.model import Hit, Result

if TYPE_CHECKING:
    from playhead.reader.reading import PlacedNote

LIMIT = 200
"""Hits asked for: more than anyone steps through."""
LETTER_SECONDS = 0.008
"""How long a search waits, that the letter typed shows first: both want the interpreter."""
WEAK_SHOWN = 5
"""Weak guesses shown where there is something better."""


class Searchable(Protocol):
    """What an index offers."""

    def search(
        self,
        query: str,
        limit: int = ...,
        *,
        notes: Sequence[PlacedNote] = ...,
        stop: Callable[[], bool] | None = ...,
    ) -> Result:
        """Ranked passages for `query`; `stop` says that nobody waits for them any more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a query: a result, or the reason why there is none."""

    query: str
    result: Result | None
    error: str = ""
    notes: tuple[PlacedNote, ...] = ()


class SearchRunner:
    """A thread that answers the last query asked. `deliver` is called on that thread."""

    def __init__(
        self, index: Searchable | Callable[[], Searchable], deliver: Callable[[Answer], None]
    ) -> None:
        """`index`, where it is a function, is called once, on the thread, at the first query."""
        self._make = index if callable(index) else lambda: index
        self._index: Searchable | None = None
        self._deliver = deliver
        self._wanted: tuple[int, str, Sequence[PlacedNote]] | None = None
        self._asked = 0
        self._closed = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def ask(self, query: str, notes: Sequence[PlacedNote] = ()) -> None:
        """Answer `query` soon; the one before is dropped."""
        with self._changed:
            self._asked += 1
            self._wanted = (self._asked, query, notes)
            if self._thread is None:
                # A daemon, so that leaving the reader never waits for a search.
                self._thread = threading.Thread(target=self._work, name="search", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Stop: what is at work is told so, nothing more is delivered."""
        with self._changed:
            self._closed = True
            self._asked += 1
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._wanted is not None)
                if self._closed or self._wanted is None:
                    return
                self._changed.wait_for(lambda: self._closed, LETTER_SECONDS)
                (number, query, notes), self._wanted = self._wanted, None
            answer = self._answer(number, query, notes)
            if number == self._asked and not self._closed:
                self._deliver(answer)

    def _answer(self, number: int, query: str, notes: Sequence[PlacedNote]) -> Answer:
        try:
            if self._index is None:
                self._index = self._make()
            result = self._index.search(
                query, LIMIT, notes=notes, stop=lambda: number != self._asked
            )
        except Exception as error:
            # The reader goes on whatever the index meets; the pane shows the reason.
            return Answer(query, None, f"{type(error).__name__}: {error}")
        result = Result(_worth_showing(result.hits), result.problem)
        return Answer(query, result, notes=notes_matching(notes, query))


def _worth_showing(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """All hits but those far down a tail of weak guesses."""
    sure = sum(1 for hit in hits if not hit.weak)
    shown = len(hits) if not sure else WEAK_SHOWN
    weak = [hit for hit in hits if hit.weak][:shown]
    return tuple(hit for hit in hits if not hit.weak or hit in weak)
