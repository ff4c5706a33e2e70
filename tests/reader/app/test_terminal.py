"""The reader on a real terminal: a child process, its bytes drawn by pyte, its notes on disk."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from playhead.library import open_transcript
from playhead.notes import Notebook

ENTERS, LEAVES = b"\x1b[?1049h", b"\x1b[?1049l"
"""The alternate screen, where a full-screen program draws and what it leaves behind untouched."""
PATIENCE = 30.0
"""Seconds after which something that should have happened has not."""


class Screen:
    """A reader in a pseudo-terminal and what its screen shows."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        environment: dict[str, str],
    ) -> None:
        """Start the reader with `environment` and little else."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.painted = b""
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            bare = {
                "PATH": os.environ.get("PATH", ""),
                "HOME": str(home),
                "PLAYHEAD_HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "TEXTUAL_ANIMATIONS": "none",
                "PYTHONPATH": os.pathsep.join(sys.path),
            }
            command = [sys.executable, "-m", "playhead", *arguments]
            os.execvpe(sys.executable, command, bare | environment)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    @property
    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> None:
        """Type keys, each an event of its own."""
        for key in keys:
            os.write(self._terminal, key.encode())
            self.listen(0.02)

    def paste(self, keys: str) -> None:
        """Type keys all at once."""
        os.write(self._terminal, keys.encode())

    def hang_up(self) -> int:
        """Close the window, whatever still stands to be read; the code with which the reader ends."""
        os.close(self._terminal)
        self._terminal = os.open(os.devnull, os.O_RDONLY)
        return self.exit_code()

    def listen(self, seconds: float) -> None:
        """Draw what the reader paints for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self._terminal], [], [], left)[0]:
                return
            try:
                painted = os.read(self._terminal, 65536)
            except OSError:
                return
            self.painted += painted
            self._stream.feed(painted)

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Listen until something has happened."""
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, self.text
            self.listen(0.05)

    def exit_code(self) -> int:
        """Wait for the reader to end."""
        found: list[int] = []

        def ended() -> bool:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                found.append(os.waitstatus_to_exitcode(status))
            return bool(process)

        self.wait_for(ended)
        self.process = 0
        return found[0]

    def is_stopped(self) -> bool:
        """Whether the reader has just been stopped, as by a shell."""
        process, status = os.waitpid(self.process, os.WNOHANG | os.WUNTRACED)
        return bool(process) and os.WIFSTOPPED(status)

    @property
    def shows_typing(self) -> bool:
        """Whether the terminal is as a shell wants it: what is typed shows."""
        return bool(termios.tcgetattr(self._terminal)[3] & termios.ECHO)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def close(self) -> None:
        """End the reader if it still runs."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._terminal)


@pytest.fixture
def screens(home: Path) -> Iterator[Callable[..., Screen]]:
    """Starts readers, and ends those still running."""
    started: list[Screen] = []

    def start(*arguments: str, **environment: str) -> Screen:
        started.append(Screen(home, *arguments, environment=environment))
        return started[-1]

    yield start
    for screen in started:
        screen.close()


def notes_of(interview: Path) -> list[str]:
    """The notes on disk."""
    return [note.note.strip() for note in Notebook.open(open_transcript(interview)).notes]


def test_a_note_written_in_the_reader_is_in_the_file_and_survives_a_kill(
    screens: Callable[..., Screen], interview: Path
) -> None:
    screen = screens()
    screen.wait_for(lambda: "[laughter]" in screen.text and "turn 1 of 124" in screen.text)
    screen.press("JJ")
    screen.wait_for(lambda: "turn 3 of" in screen.text)
    screen.press("a")
    screen.wait_for(lambda: "NOTE" in screen.text)
    screen.press("Kept on disk\x13")
    screen.wait_for(lambda: "note saved" in screen.text)
    assert notes_of(interview) == ["Kept on disk"]
    os.kill(screen.process, signal.SIGKILL)
    again = screens()
    again.wait_for(lambda: "◆" in again.text)
    again.press("q")
    assert again.exit_code() == 0


def test_a_hangup_keeps_the_place_and_what_was_being_written(
    screens: Callable[..., Screen], interview: Path
) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("5")
    screen.wait_for(lambda: "turn 57 of" in screen.text)
    screen.press("a")
    screen.wait_for(lambda: "NOTE" in screen.text)
    screen.press("unfinished")
    screen.wait_for(lambda: "unfinished" in screen.text)
    os.kill(screen.process, signal.SIGHUP)
    screen.exit_code()
    again = screens()
    again.wait_for(lambda: "turn 57 of" in again.text)
    again.press("a")
    again.wait_for(lambda: "unfinished" in again.text)


def test_a_window_that_closes_while_it_is_written_to_leaves_no_reader_behind(
    screens: Callable[..., Screen],
) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    # Nobody reads what these show: all that is written stands in line.
    for _ in range(60):
        screen.paste("J")
        time.sleep(0.05)
    # Python ends with 120 where it cannot flush what it has printed.
    assert screen.hang_up() in {120, 128 + signal.SIGHUP}


def test_a_file_that_is_not_text_is_refused_in_one_line(
    screens: Callable[..., Screen], tmp_path: Path
) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    screen = screens(str(file))
    assert screen.exit_code() == 2
    assert "Traceback" not in screen.text
    assert "playhead:" in screen.text


def test_keys_typed_faster_than_a_pane_opens_reach_the_pane(
    screens: Callable[..., Screen], interview: Path
) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("J")
    screen.wait_for(lambda: "turn 2 of 124" in screen.text)
    screen.listen(1.0)
    screen.paste("aJust in time\x13")
    screen.wait_for(lambda: "note saved" in screen.text)
    assert notes_of(interview) == ["Just in time"]


@pytest.mark.parametrize(
    ("environment", "before", "after"),
    [({}, b"\x1b]52;c;", b"\a"), ({"TMUX": "x,1,0"}, b"\x1bPtmux;\x1b\x1b]52;c;", b"\a\x1b\\")],
)
def test_a_copy_reaches_the_terminal_where_there_is_no_tool(
    screens: Callable[..., Screen], environment: dict[str, str], before: bytes, after: bytes
) -> None:
    screen = screens(**environment)
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("wwwY")
    screen.wait_for(lambda: "OSC 52" in screen.text)
    assert before + base64.b64encode(b"There used to") + after in screen.painted


def test_settings_edited_from_the_reader_show_at_once(
    screens: Callable[..., Screen], tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('measure: 72', 'measure: 40'))\n"
    )
    editor.chmod(0o755)
    screen = screens(EDITOR=str(editor))
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("S")
    screen.wait_for(lambda: "settings taken" in screen.text)
    longest = max(len(line.strip()) for line in screen.text.splitlines()[1:-6])
    assert longest <= 50


def test_suspended_it_gives_the_terminal_back_and_continues_where_it_was(
    screens: Callable[..., Screen],
) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    assert not screen.shows_typing
    screen.press("5")
    screen.wait_for(lambda: "turn 57 of" in screen.text)
    screen.press("\x1a")
    screen.wait_for(screen.is_stopped)
    screen.listen(0.1)
    assert screen.painted.count(LEAVES) == 1
    assert screen.shows_typing
    os.kill(screen.process, signal.SIGCONT)
    screen.wait_for(lambda: screen.painted.rfind(ENTERS) > screen.painted.rfind(LEAVES))
    screen.wait_for(lambda: not screen.shows_typing)
    screen.press("J")
    screen.wait_for(lambda: "turn 58 of" in screen.text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_gives_the_terminal_back_and_tells_the_signal(
    screens: Callable[..., Screen], number: signal.Signals
) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    os.kill(screen.process, number)
    assert screen.exit_code() == 128 + number
    screen.listen(0.1)
    assert screen.painted.rfind(LEAVES) > screen.painted.rfind(ENTERS)
    assert "Traceback" not in screen.text


def test_it_can_be_left_while_a_transcript_is_still_worked_on(
    screens: Callable[..., Screen], tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Why do chips fail, and what do you do about it then? " * 40_000)
    screen = screens(str(file))
    screen.wait_for(lambda: "Why do chips fail" in screen.text)
    screen.press("q")
    assert screen.exit_code() == 0
    cached = [path for path in (home / "cache").rglob("*") if path.is_file()]
    assert not cached, "it was left only when all was done"


def test_a_window_of_another_size_shows_the_same_place(screens: Callable[..., Screen]) -> None:
    screen = screens()
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("5")
    screen.wait_for(lambda: "turn 57 of" in screen.text)
    here = pointed_at(screen)
    for columns, rows in ((60, 20), (180, 50), (30, 10)):
        screen.resize(columns, rows)
        screen.wait_for(lambda: any(word in pointed_at(screen) for word in here.split()))
    screen.resize(100, 30)
    screen.wait_for(lambda: pointed_at(screen) == here)


def pointed_at(screen: Screen) -> str:
    """The words of the line that the pointer stands at; nothing where it is not in sight."""
    lines = [line for line in screen.text.splitlines() if "▸▌" in line]
    return lines[0].split("▸▌")[1].strip() if lines else ""


def test_sixteen_colours_are_the_terminals_own_and_hits_are_told_without_mixing(
    screens: Callable[..., Screen],
) -> None:
    screen = screens(TERM="xterm", COLORTERM="")
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("/memory")
    reversed_hit = re.compile(rb"\x1b\[[0-9;]*\b7\b[0-9;]*m[^\x1b]*memory")
    screen.wait_for(lambda: reversed_hit.search(screen.painted) is not None)
    assert b"38;2;" not in screen.painted and b"48;2;" not in screen.painted
    assert b"38;5;" not in screen.painted and b"48;5;" not in screen.painted


def test_without_colour_nothing_but_greys_is_painted(screens: Callable[..., Screen]) -> None:
    screen = screens(NO_COLOR="1")
    screen.wait_for(lambda: "turn 1 of 124" in screen.text)
    screen.press("h")
    screen.wait_for(lambda: "highlighted" in screen.text)
    found = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", screen.painted)
    assert found
    assert all(red == green == blue for red, green, blue in found)
