"""The sound of a talk: mpv plays it, and is told and asked over its JSON IPC socket.

The protocol is described in mpv's manual, https://mpv.io/manual/stable/#json-ipc.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

MEDIA = ".opus .ogg .mp3 .m4a .aac .wav .flac .mka .webm .mp4 .m4v .mkv .mov .avi".split()
"""Ends of the names of media files, the one to be preferred first."""
PATIENCE = 5.0
"""Seconds that mpv has to open its socket."""
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
    ) -> None:
        """`heard` is told where the sound is, `turned` when mpv itself plays or pauses."""
        self.media = media
        self.duration = 0.0
        self._heard = heard
        self._turned = turned
        self._folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._is_ready = asyncio.Event()
        self._is_playing = False
        self._is_seeking = False

    async def run(self) -> None:
        """Start mpv and listen to it until it is closed. Raises SoundError."""
        try:
            reader = await self._start()
            for number, name in enumerate(OBSERVED, 1):
                self._say("observe_property", number, name)
            while line := await reader.readline():
                self._take(line)
        except (OSError, ValueError) as error:
            raise SoundError(f"mpv cannot be reached: {error}") from error
        finally:
            self.close()
        raise SoundError("mpv has ended")

    async def open(self) -> None:
        """Wait until the file is open."""
        await self._is_ready.wait()

    def play(self, seconds: float, speed: float) -> None:
        """Play from `seconds`; the file has to be open."""
        self._is_playing = self._is_seeking = True
        self._say("set_property", "speed", speed)
        self._say("seek", seconds, "absolute+exact")
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
        atexit.unregister(self.close)
        if self._writer is not None:
            self._say("quit")
            self._writer.close()
            self._writer = None
        if self._process is not None:
            self._process.terminate()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    async def _start(self) -> asyncio.StreamReader:
        # In a folder of our own: whoever can write to the socket can run commands.
        self._folder = Path(tempfile.mkdtemp(prefix="playhead-"))
        socket = self._folder / "mpv"
        options = ["--no-terminal", "--no-video", "--pause", "--keep-open=yes", "--really-quiet"]
        command = ["mpv", *options, f"--input-ipc-server={socket}", "--", str(self.media)]
        nothing = subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)
        atexit.register(self.close)
        for _ in range(int(PATIENCE / 0.05)):
            try:
                reader, self._writer = await asyncio.open_unix_connection(socket)
            except (FileNotFoundError, ConnectionRefusedError):
                if self._process.poll() is not None:
                    break
                await asyncio.sleep(0.05)
            else:
                return reader
        raise SoundError(f"mpv cannot open {self.media.name}")

    def _say(self, *command: Any) -> None:
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(json.dumps({"command": command}).encode() + b"\n")

    def _take(self, line: bytes) -> None:
        """Take in one line of mpv's: an event, or an answer, which is of no interest."""
        said = json.loads(line)
        event, data = said.get("event"), said.get("data")
        if event == "playback-restart":
            self._is_seeking = False
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
            self._turn(False)

    def _turn(self, plays: bool) -> None:
        """mpv plays or pauses: by our word, by its end, or by keys that are its own."""
        if plays != self._is_playing and not self._is_seeking and self._is_ready.is_set():
            self._is_playing = plays
            self._turned(plays)
