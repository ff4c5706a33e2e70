"""Copying: the system's own tool, else the terminal (OSC 52), else a file. It says which."""

from __future__ import annotations

import base64
import os
import platform
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from playhead.storage import state_folder, write_private

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

TOOL_SECONDS = 2.0
"""A clipboard tool that takes longer has nobody to talk to."""
TERMINAL_LIMIT = 74_000
"""Bytes that terminals take by OSC 52: xterm's and tmux's limit is 100,000 in base 64."""
SCREEN_CHUNK = 252
"""Characters between two ends of a string: GNU screen before 4.9 drops strings over 256."""


def copy_text(app: PlayheadApp, text: str, tell: Callable[[str], None]) -> None:
    """Copy `text`; `tell` is told in a few words where it went. A slow tool holds up no key."""

    def run() -> None:
        tool = next((tool for tool in _tools(os.environ) if _run(tool, text)), None)
        app.call_later(_copied, app, text, tool[0] if tool else "", tell)

    threading.Thread(target=run, name="copying", daemon=True).start()


def terminal_sequence(text: str, environment: Mapping[str, str]) -> str:
    """The bytes that ask a terminal to put `text` on its clipboard.

    OSC 52 of xterm's control sequences. tmux gets it twice: as it is, for `set-clipboard on`, and
    wrapped for the terminal outside, for `allow-passthrough on`. GNU screen passes it on in pieces.
    """
    asked = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8')).decode('ascii')}\a"
    if environment.get("TMUX"):
        escaped = asked.replace("\x1b", "\x1b\x1b")
        return f"{asked}\x1bPtmux;{escaped}\x1b\\"
    if environment.get("STY"):
        starts = range(0, len(asked), SCREEN_CHUNK)
        return "".join(f"\x1bP{asked[at : at + SCREEN_CHUNK]}\x1b\\" for at in starts)
    return asked


def _copied(app: PlayheadApp, text: str, tool: str, tell: Callable[[str], None]) -> None:
    if tool:
        tell(f"to the clipboard by {tool}")
        return
    path = _keep(text)
    if len(text.encode("utf-8")) <= TERMINAL_LIMIT and not app.is_headless:
        assert app._driver is not None
        app._driver.write(terminal_sequence(text, os.environ))
        # A terminal does not answer, so there is a file for those that do nothing.
        tell(f"by the terminal (OSC 52){f' · also in {path}' if path else ''}")
    else:
        tell(f"to {path}" if path else "nowhere: no clipboard and no file to write")


def _tools(environment: Mapping[str, str]) -> list[list[str]]:
    """The tools that can work here, the likeliest first."""
    if environment.get("SSH_CONNECTION"):
        # A tool here would fill the clipboard of a screen that nobody looks at.
        return []
    tools: list[list[str]] = []
    if sys.platform == "darwin":
        tools.append(["pbcopy"])
    if sys.platform == "win32" or "microsoft" in platform.release().lower():
        tools.append(["clip.exe"])
    if environment.get("WAYLAND_DISPLAY"):
        tools.append(["wl-copy"])
    if environment.get("DISPLAY"):
        tools += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [tool for tool in tools if shutil.which(tool[0])]


def _run(tool: list[str], text: str) -> bool:
    # clip.exe takes anything else for the code page of the machine.
    encoding = "utf-16-le" if tool[0] == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(
            tool,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TOOL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _keep(text: str) -> str:
    """Write `text` to a file; its path, empty where there is none to write."""
    path = state_folder() / "copied.txt"
    try:
        write_private(path, text)
    except OSError:
        return ""
    return str(path)
