"""Copying: which way is taken, and the very bytes that a terminal gets."""

from __future__ import annotations

import base64
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import OpenReader

from playhead.reader.clipboard import SCREEN_CHUNK, terminal_sequence
from playhead.storage import state_folder

QUOTE = "“Why do chips fail?”\n— Ann · A talk · 0:00\n"
ENCODED = base64.b64encode(QUOTE.encode()).decode()
ASKED = f"\x1b]52;c;{ENCODED}\a"

MakeTool = Callable[..., Path]


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeTool:
    """Puts a program of a name on an otherwise empty PATH; its input goes to the file returned."""
    for name in ("SSH_CONNECTION", "WAYLAND_DISPLAY", "DISPLAY", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("platform.release", lambda: "6.1.0")
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, code: int = 0) -> Path:
        taken = tmp_path / f"{name}.taken"
        program = folder / name
        program.write_text(
            f"#!{sys.executable}\nimport sys\n"
            f"open({str(taken)!r}, 'wb').write(sys.stdin.buffer.read())\nsys.exit({code})\n"
        )
        program.chmod(0o755)
        return taken

    return make


async def said(app: Any, pilot: Any) -> str:
    """What the status line says when the copying is done."""
    for _ in range(500):
        if app.said:
            break
        await pilot.pause(0.01)
    return str(app.said)


def test_a_terminal_gets_osc_52() -> None:
    assert terminal_sequence(QUOTE, {}) == ASKED


def test_tmux_gets_it_plain_and_wrapped_for_the_terminal_outside() -> None:
    sequence = terminal_sequence(QUOTE, {"TMUX": "socket,1,0"})
    assert sequence == f"{ASKED}\x1bPtmux;\x1b\x1b]52;c;{ENCODED}\a\x1b\\"


def test_screen_gets_it_in_pieces_that_it_can_take() -> None:
    sequence = terminal_sequence(QUOTE * 20, {"STY": "1.tty"})
    pieces = sequence.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert len(pieces) > 4
    assert all(len(piece) <= SCREEN_CHUNK for piece in pieces)
    assert "".join(pieces) == terminal_sequence(QUOTE * 20, {})


@pytest.mark.parametrize(
    ("name", "variable"),
    [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY")],
)
async def test_a_tool_of_the_system_gets_the_quote_and_is_named(
    open_reader: OpenReader,
    tool: MakeTool,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, ":0")
    taken = tool(name)
    async with open_reader() as (app, pilot):
        app.say("")
        await pilot.press("w", "w", "w", "y")
        assert await said(app, pilot) == f"copied 3 words with citation to the clipboard by {name}"
    copied = taken.read_text(encoding="utf-8")
    assert copied.startswith("“There used to”\n— Jeff Dean · What Happens After")
    assert "Two Minute Papers · 2026-06-01 · ≈ 0:00" in copied
    assert not (state_folder() / "copied.txt").exists()


async def test_the_clipboard_of_windows_gets_its_own_encoding(
    open_reader: OpenReader, tool: MakeTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.release", lambda: "5.15.90.1-microsoft-standard-WSL2")
    taken = tool("clip.exe")
    async with open_reader() as (app, pilot):
        app.say("")
        await pilot.press("w", "w", "w", "Y")
        assert await said(app, pilot) == "copied 3 words to the clipboard by clip.exe"
    assert taken.read_bytes().decode("utf-16-le") == "There used to"


async def test_a_tool_that_fails_is_passed_over(
    open_reader: OpenReader, tool: MakeTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    tool("xclip", code=1)
    taken = tool("xsel")
    async with open_reader() as (app, pilot):
        app.say("")
        await pilot.press("y")
        assert "by xsel" in await said(app, pilot)
    assert taken.stat().st_size > 0


async def test_over_ssh_no_tool_of_the_far_machine_is_asked(
    open_reader: OpenReader, tool: MakeTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5000 10.0.0.2 22")
    taken = tool("xclip")
    async with open_reader() as (app, pilot):
        app.say("")
        await pilot.press("y")
        assert "copied.txt" in await said(app, pilot)
    assert not taken.exists()


async def test_with_no_way_at_all_it_says_so(
    open_reader: OpenReader, tool: MakeTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        (state_folder() / "copied.txt").mkdir(parents=True)
        app.say("")
        await pilot.press("y")
        assert "nowhere" in await said(app, pilot)


async def test_the_editor_of_notes_pastes_what_was_copied(
    open_reader: OpenReader, tool: MakeTool
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("w", "w", "w", "Y", "escape", "a")
        await pilot.pause()
        await pilot.press("ctrl+v")
        await pilot.pause()
        assert app.desk.panes["editor"].content.text == "There used to"  # type: ignore[attr-defined]
