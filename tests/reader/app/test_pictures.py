"""Pictures of the main screens; the README shows the same files."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import found, settle
from textual.pilot import Pilot
from textual.widgets import Input

from playhead.library import open_transcript
from playhead.reader.app import PlayheadApp
from playhead.reader.opening.starting import prepare
from playhead.reader.panes.search.pane import SearchPane

Compare = Callable[..., bool]


@pytest.fixture
def app(interview: Path, tmp_path: Path) -> PlayheadApp:
    """The reader on the interview, under a name that is the same on every machine."""
    file = tmp_path / "interview.txt"
    shutil.copy(interview, file)
    open_transcript(file)
    return PlayheadApp(prepare(str(file), None, None, True))


def after(*keys: str, theme: str = "dim") -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press keys once everything is loaded, and let nothing blink or pass away."""

    async def press(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PlayheadApp)
        app.theme = theme
        await settle(app, pilot)
        for key in keys:
            await pilot.press(key)
            await settle(app, pilot)
        for field in app.query("Input, TextArea"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        app.say("")
        await pilot.pause(0.3)

    return press


NOTE = ("5", "J", "h", "h", "J", "a", *"Chips next!", "tab", *"hardware", "ctrl+s")


def test_wide_and_dark(app: PlayheadApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(160, 44), run_before=after(*NOTE))


def test_wide_and_light(app: PlayheadApp, snap_compare: Compare) -> None:
    press = after(*NOTE, theme="paper")
    assert snap_compare(app, terminal_size=(160, 44), run_before=press)


def test_narrow(app: PlayheadApp, snap_compare: Compare) -> None:
    press = after("right_square_bracket", "right_square_bracket", "J", "h")
    assert snap_compare(app, terminal_size=(60, 20), run_before=press)


def test_search(app: PlayheadApp, snap_compare: Compare) -> None:
    async def press(pilot: Pilot[Any]) -> None:
        await after("slash")(pilot)
        # In one go: what is shown on the way would leave the text where a slow machine had it.
        field = pilot.app.query_one(SearchPane).query_one(Input)
        field.value = "relable systems unreliable parts"
        reader = pilot.app
        assert isinstance(reader, PlayheadApp)
        await found(reader, pilot)
        await after()(pilot)

    assert snap_compare(app, terminal_size=(120, 36), run_before=press)
