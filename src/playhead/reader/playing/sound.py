"""The sound of a talk: mpv plays it, and is told and asked over a socket, in JSON.

The protocol is described in mpv's manual, https://mpv.io/manual/stable/#json-ipc.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

MEDIA = ".opus .ogg .mp3 .m4a .aac .wav .flac .mka .webm .mp4 .m4v .mkv .mov .avi".split()
"""Ends of the names of media files, the one to be preferred first."""
OBSERVED = ("time-pos", "duration", "pause", "eof-reached")


class SoundError(Exception):
    """mpv cannot play; the message is one line for a person."""


def find_media(transcript: str) -> Path | None:
    """The media file beside a transcript: of its name, or of its name without a language."""
    path = Path(transcript)
    stems = [path.stem]
    while Path(stems[-1]).suffix and len(Path(stems[-1]).suffix) <= 6:
        stems.append(Path(stems[-1]).stem)
    for stem in stems:
        for end in MEDIA:
            if (beside := path.with_name(stem + end)).is_file():
                return beside
    return None


class Sound:
    """One media file in an mpv without a window. All is said in seconds of the media."""

    def __init__(
        self,
        media: Path,
        *,
        heard: Callable[[float], None],
        turned: Callable[[bool], None],
        ended: Callable[[], None],
    ) -> None:
        """`heard` is told where the sound is, `turned` when mpv itself plays or pauses, `ended`."""
        self.media = media
        self.duration = 0.0
        self._heard = heard
        self._turned = turned
        self._ended = ended
        self._process: subprocess.Popen[bytes] | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._is_ready = asyncio.Event()
        self._is_playing = False
        self._commands = self._seek = 0
        self._is_seeking = self._is_sought = False
        self._why = ""

    async def run(self) -> None:
        """Start mpv and listen to it until it is closed. Raises SoundError."""
        try:
            reader = await self._start()
            for number, name in enumerate(OBSERVED, 1):
                self._say("observe_property", number, name)
            with contextlib.suppress(ConnectionError):
                while line := await reader.readline():
                    self._take(line)
        except (OSError, ValueError) as error:
            raise SoundError(f"mpv cannot be reached: {error}") from error
        finally:
            self.close()
        if self._is_ready.is_set() and not self._why:
            raise SoundError("mpv has ended")
        raise SoundError(f"mpv cannot play {self.media.name}{self._why}")

    async def open(self) -> None:
        """Wait until the file is open."""
        await self._is_ready.wait()

    def play(self, seconds: float, speed: float) -> None:
        """Play from `seconds`, from elsewhere or from silence; the file has to be open."""
        self._is_playing = True
        self._say("set_property", "speed", speed)
        self._seek = self._say("seek", seconds, "absolute+exact")
        self._is_seeking, self._is_sought = True, False
        self._say("set_property", "pause", False)

    def pause(self) -> None:
        """Be silent."""
        self._is_playing = False
        self._say("set_property", "pause", True)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower, at the same pitch."""
        self._say("set_property", "speed", speed)

    def close(self) -> None:
        """End mpv, whatever it does."""
        if self._writer is not None:
            self._say("quit")
            self._writer.close()
            self._writer = None
        if self._process is not None:
            self._process.terminate()
            self._process = None

    async def _start(self) -> asyncio.StreamReader:
        if os.name == "nt":
            raise SoundError("mpv cannot be driven on Windows")
        # One end of a pair: nobody else can reach mpv, and it ends when we do, even if we are killed.
        ours, its = socket.socketpair()
        options = ["--no-terminal", "--no-video", "--pause", "--keep-open=yes", "--really-quiet"]
        client = f"--input-ipc-client=fd://{its.fileno()}"
        command = ["mpv", *options, client, "--", str(self.media)]
        nothing = subprocess.DEVNULL
        with its:
            self._process = subprocess.Popen(
                command, stdin=nothing, stdout=nothing, stderr=nothing, pass_fds=[its.fileno()]
            )
        reader, self._writer = await asyncio.open_connection(sock=ours)
        return reader

    def _say(self, *command: Any) -> int:
        """Send a command; its number, which mpv's answer has too."""
        self._commands += 1
        if self._writer is not None and not self._writer.is_closing():
            said = {"command": command, "request_id": self._commands}
            self._writer.write(json.dumps(said).encode() + b"\n")
        return self._commands

    def _take(self, line: bytes) -> None:
        """Take in one line of mpv's: an event, or the answer to a command."""
        said = json.loads(line)
        event, data = said.get("event"), said.get("data")
        if said.get("request_id") == self._seek:
            self._is_sought = True
        elif event == "playback-restart":
            # Of many seeks on their way only the end of the last one counts.
            self._is_seeking = self._is_seeking and not self._is_sought
        elif event == "end-file" and (why := said.get("file_error")):
            self._why = f": {why}"
        elif event == "property-change" and data is not None:
            self._observe(said.get("name"), data)

    def _observe(self, name: str, data: Any) -> None:
        if name == "duration":
            self.duration = float(data)
        elif name == "time-pos":
            self._is_ready.set()
            # Until the seek is done mpv tells of where it comes from.
            if self._is_playing and not self._is_seeking:
                self._heard(float(data))
        elif name == "pause":
            self._turn(not data)
        elif data:
            self._is_playing = False
            self._ended()

    def _turn(self, plays: bool) -> None:
        """mpv plays or pauses: by our word, or by keys that are its own."""
        if plays != self._is_playing and not self._is_seeking and self._is_ready.is_set():
            self._is_playing = plays
            self._turned(plays)
