"""Copying: the system's own tool, else the terminal (OSC 52), else a file. It says which."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from playhead.storage import make_folder, state_folder

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

TOOL_SECONDS = 2.0
"""A clipboard tool that takes longer has nobody to talk to."""
TERMINAL_LIMIT = 74_000
"""Bytes that terminals take by OSC 52: xterm's and tmux's limit is 100,000 in base 64."""


def copy_text(app: PlayheadApp, text: str) -> str:
    """Copy `text`; say in a few words where it went."""
    for tool in _tools():
        if _run(tool, text):
            return f"to the clipboard by {tool[0]}"
    if len(text.encode("utf-8")) <= TERMINAL_LIMIT and not app.is_headless:
        app.copy_to_clipboard(text)
        _keep(text)
        return "to the clipboard through the terminal"
    path = _keep(text)
    return f"to {path}" if path else "nowhere: no clipboard and no file to write"


def _tools() -> list[list[str]]:
    """The tools that can work here, the likeliest first."""
    if os.environ.get("SSH_CONNECTION"):
        # A tool here would fill the clipboard of a screen that nobody looks at.
        return []
    tools: list[list[str]] = []
    if sys.platform == "darwin":
        tools.append(["pbcopy"])
    if sys.platform == "win32":
        tools.append(["clip"])
    if os.environ.get("WAYLAND_DISPLAY"):
        tools.append(["wl-copy"])
    if os.environ.get("DISPLAY"):
        tools += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [tool for tool in tools if shutil.which(tool[0])]


def _run(tool: list[str], text: str) -> bool:
    encoding = "utf-16" if tool[0] == "clip" else "utf-8"
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
    """Write what was copied to a file as well, for terminals that say nothing and do nothing."""
    path = state_folder() / "copied.txt"
    try:
        make_folder(path.parent)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return ""
    return str(path)
