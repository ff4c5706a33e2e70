"""Searching from the app's side: the index, the hits on the text and on the bar, the way back."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from playhead.reader.reading import Filter
from playhead.reader.view.overlays import Overlay
from playhead.transcript.model import Span

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.messages import (
        FilterChanged,
        GoTo,
        HitsChanged,
        PaneClosed,
        SearchClosed,
    )
    from playhead.search import Index, Result


class Finding:
    """The app's part that searches and goes where panes point."""

    search_origin: int | None = None
    search_filter = Filter()
    _index: Index | None = None
    _index_lock = threading.Lock()

    def open_index(self: PlayheadApp) -> Index:
        """The index of the transcript, opened once; called on the search's own thread."""
        from playhead.search import open_index

        with self._index_lock:
            if self._index is None:
                self._index = open_index(self.reading.transcript)
            return self._index

    def forget_index(self: PlayheadApp) -> None:
        """The transcript is another one now."""
        self._index = None

    def show_hits(self: PlayheadApp, result: Result | None) -> None:
        """Mark hits in the text and on the bar; None takes them away."""
        hits = result.hits if result else ()
        self.reading.hits = tuple(Span(hit.start, hit.end) for hit in hits)
        overlays = [Overlay(hit.start, hit.end, "near") for hit in hits]
        overlays += [
            Overlay(mark.start, mark.end, "hit") for hit in hits for mark in hit.marks if mark.exact
        ]
        self.view.show_hits(overlays)
        self.scrub.show_hits(sorted(hit.start for hit in hits))

    def on_hits_changed(self: PlayheadApp, event: HitsChanged) -> None:
        """The search found something else."""
        self.show_hits(event.result)

    def on_search_closed(self: PlayheadApp, event: SearchClosed) -> None:
        """The search is left, with a hit or without."""
        origin, self.search_origin = self.search_origin, None
        self.desk.close("search")
        if event.accepted:
            if origin is not None:
                self.reading.jumps.leave(origin)
        else:
            self.show_hits(None)
            if self.reading.filter != self.search_filter:
                self.set_filter(self.search_filter)
            if origin is not None:
                self.go_to(origin, remember=False)

    def on_go_to(self: PlayheadApp, event: GoTo) -> None:
        """A pane points somewhere."""
        self.reveal(event.offset)
        searching = self.search_origin is not None
        self.go_to(event.offset, remember=event.remember and not searching, reads=False)

    def on_filter_changed(self: PlayheadApp, event: FilterChanged) -> None:
        """A pane wants only a topic or a speaker shown."""
        self.set_filter(replace(self.reading.filter, kind=event.kind, value=event.value))

    def on_pane_closed(self: PlayheadApp, event: PaneClosed) -> None:
        """A pane gives the keys back; where it covers the text it is put away."""
        beside = event.pane == "outline" and not self.screen.has_class("-narrow")
        if beside and not event.away:
            self.view.focus()
        else:
            self.desk.close(event.pane)
