"""Opening an address in the person's browser, with our screen left as it is."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from pathlib import Path

IN_TERMINAL = {"www-browser", "links", "elinks", "lynx", "w3m"}
"""Browsers that need the terminal that we have."""


def open_address(address: str) -> bool:
    """Open `address` in a browser; whether there is one that has a window of its own."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if Path(str(getattr(browser, "name", ""))).name in IN_TERMINAL:
        return False
    # In a process apart: what a browser prints would stand between our lines.
    nothing = subprocess.DEVNULL
    command = [sys.executable, "-m", "webbrowser", address]
    subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)
    return True
