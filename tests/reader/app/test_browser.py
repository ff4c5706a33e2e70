"""Opening the source: at this second, with the screen left alone, or its address copied."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import OpenReader

TALK = """---
title: Rain
url: https://www.youtube.com/watch?v=abc
---

Ann (0:00): Why does it rain so often here?

Bob (0:08): Because clouds are heavy.
"""


class Named(webbrowser.GenericBrowser):
    """A browser with a name."""


async def test_the_source_is_opened_at_this_second_or_its_address_is_copied(
    open_reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rain.md"
    file.write_text(TALK, encoding="utf-8")
    begun: list[Any] = []
    copied: list[str] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *given, **_: begun.append(given[0]))
    async with open_reader(file) as (app, pilot):
        monkeypatch.setattr(app, "copy", lambda text, what: copied.append(text))
        await pilot.press("J")
        for name, opens in (("firefox", True), ("/usr/bin/w3m", False)):
            monkeypatch.setattr(webbrowser, "get", lambda name=name: Named(name))
            begun.clear()
            copied.clear()
            await pilot.press("p")
            address = "https://www.youtube.com/watch?v=abc&t=8s"
            assert begun == [[sys.executable, "-m", "webbrowser", address]] * opens
            assert copied == [address] * (not opens)
