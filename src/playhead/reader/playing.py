"""Playing: a clock that runs through the text at speaking pace."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from playhead.reader.view.selecting import word_at

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

TICK = 1 / 15
"""Seconds between two looks at the clock: finer than a word takes."""
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class Player:
    """Plays the text of an app. `now` is a clock in seconds."""

    def __init__(self, app: PlayheadApp, now: Callable[[], float] = time.monotonic) -> None:
        """Not playing."""
        self.speed = 1.0
        self._app = app
        self._now = now
        self._timer: Timer | None = None
        self._from = 0.0
        self._since = 0.0
        self._offset = -1

    @property
    def is_playing(self) -> bool:
        """Whether the clock runs."""
        return self._timer is not None

    def toggle(self) -> None:
        """Play from here, or stop."""
        if self.is_playing:
            self.stop()
        elif self._app.lanes is not None:
            self._start()

    def stop(self) -> None:
        """Stop where we are."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._app.view.light(None)
            self._app.show_status()

    def change_speed(self, by: int) -> None:
        """Play at the next speed up or down."""
        index = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - self.speed)) + by
        self.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, index))]
        if self.is_playing:
            self._from, self._since = self._app.scrub.seconds, self._now()
        self._app.say(f"speed {self.speed:g}×")

    def moved(self, offset: int) -> None:
        """Something moved us to `offset`: if it was not the clock, the person takes over."""
        if self.is_playing and offset != self._offset:
            self.stop()

    def tick(self) -> None:
        """Be where the clock is; stop at the end."""
        lanes = self._app.lanes
        if lanes is None:
            return
        seconds = self._from + (self._now() - self._since) * self.speed
        offset = lanes.offset_at(seconds)
        if seconds >= lanes.length:
            self.stop()
            return
        if offset != self._offset:
            self._offset = offset
            self._light(offset)
            self._app.go_to(offset, remember=False, jump=False)

    def _start(self) -> None:
        self._from, self._since = self._app.scrub.seconds, self._now()
        self._offset = self._app.reading.position
        self._timer = self._app.set_interval(TICK, self.tick)
        self._light(self._offset)
        self._app.show_status()

    def _light(self, offset: int) -> None:
        transcript = self._app.reading.transcript
        index = bisect_right(transcript.sentences, offset, key=lambda one: one.start) - 1
        sentence = transcript.sentences[index] if index >= 0 else None
        self._app.view.light(
            (sentence.start, sentence.end) if sentence else None, word_at(transcript.text, offset)
        )
