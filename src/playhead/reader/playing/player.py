"""Playing: a clock that runs through the text at speaking pace, set by the sound where there is any."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from playhead.reader.panes.places import are_times_estimated
from playhead.reader.view.selecting import sentence_at
from playhead.reader.view.words import word_at

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.playing.sound import Sound

TICK = 1 / 15
"""Seconds between two looks at the clock: finer than a word takes."""
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class Player:
    """Plays the text of an app. `now` is a clock in seconds."""

    def __init__(self, app: PlayheadApp, now: Callable[[], float] = time.monotonic) -> None:
        """Not playing."""
        self.speed = 1.0
        self.sound: Sound | None = None
        self._app = app
        self._now = now
        self._timer: Timer | None = None
        self._from = 0.0
        self._since = 0.0
        self._offset = -1
        self._is_steered = False
        self._has_asked_for_sound = False

    @property
    def is_playing(self) -> bool:
        """Whether the clock runs."""
        return self._timer is not None

    def toggle(self) -> None:
        """Play from here, or stop."""
        if self.is_playing:
            self.stop()
        else:
            self.play()

    def play(self) -> None:
        """Play from here."""
        if self.is_playing or self._app.lanes is None:
            return
        self._ask_for_sound()
        self._start()
        self._begin_sound()

    def stop(self) -> None:
        """Stop where we are."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._app.view.light(None)
            self._app.show_status()
            if self.sound is not None:
                self.sound.pause()

    def close(self) -> None:
        """Stop, and let the sound go."""
        self.stop()
        if self.sound is not None:
            self.sound.close()

    def change_speed(self, by: int) -> None:
        """Play at the next speed up or down."""
        index = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - self.speed)) + by
        if self.is_playing:
            self._from, self._since = self._seconds, self._now()
        self.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, index))]
        if self.sound is not None:
            self.sound.set_speed(self.speed)
        self._app.say(f"speed {self.speed:g}×")

    def steer(self, move: Callable[[], None]) -> None:
        """Do `move`; what plays plays on from where it leads."""
        self._is_steered = True
        try:
            move()
        finally:
            self._is_steered = False

    def moved(self, offset: int) -> None:
        """Something moved us to `offset`: if it was not the clock, the person takes over."""
        if not self.is_playing or offset == self._offset:
            return
        if self._is_steered:
            self._be_at(offset)
            self._begin_sound()
        else:
            self.stop()

    def tick(self) -> None:
        """Be where the clock is; stop at the end."""
        lanes = self._app.lanes
        if lanes is None:
            return
        seconds = self._seconds
        offset = lanes.offset_at(seconds)
        shown = self._app.reading.nearest_shown(offset, 1)
        if seconds >= lanes.length or shown < offset:
            self._end()
        elif shown > offset:
            # What the filter leaves out is not heard either.
            self.steer(partial(self._app.go_to, shown, remember=False, jump=False))
        elif offset != self._offset:
            self._offset = offset
            self._light(offset)
            self._app.go_to(offset, remember=False, jump=False)

    def _end(self) -> None:
        self.stop()
        self._app.say(f"the end; {self._app.keys_of('move.start')} goes to the start")

    @property
    def _seconds(self) -> float:
        return self._from + (self._now() - self._since) * self.speed

    def _start(self) -> None:
        self._timer = self._app.set_interval(TICK, self.tick)
        self._be_at(self._app.reading.position)
        self._app.show_status()

    def _be_at(self, offset: int) -> None:
        self._from, self._since = self._app.scrub.seconds, self._now()
        self._offset = offset
        self._light(offset)

    def _begin_sound(self) -> None:
        if self.sound is not None:
            self._app.run_worker(self._play_sound(self.sound), exit_on_error=False)

    def _light(self, offset: int) -> None:
        transcript = self._app.reading.transcript
        self._app.view.light(sentence_at(transcript, offset), word_at(transcript.text, offset))

    def _ask_for_sound(self) -> None:
        """Open the sound the first time; where there is none, say why in one line."""
        if self._has_asked_for_sound:
            return
        self._has_asked_for_sound = True
        from playhead.reader.playing.sound import Sound, find_media

        path = self._app.reading.transcript.origin.path
        media = find_media(path)
        if media is None:
            stem = Path(path).stem
            self._app.say(f"playing in silence: no recording, as {stem}.mp3, beside the transcript")
        elif shutil.which("mpv") is None:
            self._app.say(f"playing in silence: {media.name} is there, but mpv is not installed")
        else:
            self.sound = Sound(media, heard=self._heard, turned=self._turned, ended=self._end)
            self._app.run_worker(self._listen(self.sound), exit_on_error=False)

    async def _listen(self, sound: Sound) -> None:
        from playhead.reader.playing.sound import SoundError

        try:
            await sound.run()
        except SoundError as error:
            self.sound = None
            self._has_asked_for_sound = False
            if self._app.is_running:
                self._app.say(f"{error}; the text plays in silence")

    async def _play_sound(self, sound: Sound) -> None:
        await sound.open()
        if self.is_playing:
            sound.play(self._seconds * self._stretch, self.speed)

    def _heard(self, seconds: float) -> None:
        """The sound is at `seconds`: so is the clock."""
        if self.is_playing:
            self._from, self._since = seconds / self._stretch, self._now()

    def _turned(self, plays: bool) -> None:
        """The sound was paused or begun in mpv itself."""
        if plays and not self.is_playing:
            self._start()
        elif not plays:
            self.stop()

    @property
    def _stretch(self) -> float:
        """Seconds of sound to a second of the transcript: one, unless its times are estimates."""
        lanes, sound = self._app.lanes, self.sound
        if lanes is None or sound is None or not sound.duration or lanes.length <= 0:
            return 1.0
        estimated = are_times_estimated(self._app.reading.transcript)
        return sound.duration / lanes.length if estimated else 1.0
