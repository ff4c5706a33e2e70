"""What keys open is made beforehand, out of sight, and not while somebody does anything."""

from __future__ import annotations

import pytest
from tests.reader.app.conftest import OpenReader, painted, settle

from playhead.reader.opening import warming
from playhead.reader.panes.note_editor import NoteEditor


async def test_panes_and_dialogs_are_made_out_of_sight_and_open_as_ever(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "STEP_SECONDS", 0.01)
    monkeypatch.setattr(warming, "QUIET_SECONDS", 0.0)
    async with open_reader() as (app, pilot):
        await settle(app, pilot)
        await pilot.pause(0.1)
        shown = painted(app)
        for _ in range(200):
            if app.is_screen_installed("CorrectDialog"):
                break
            await pilot.pause(0.02)
        await pilot.pause(0.1)
        assert {"editor", "search"} <= set(app.desk.panes)
        assert not app.desk.is_open("editor")
        assert painted(app) == shown
        await pilot.press("a", *"Once")
        await pilot.pause(0.1)
        assert app.query_one(NoteEditor).content.text == "Once"


async def test_nothing_is_made_while_keys_come(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "STEP_SECONDS", 0.01)
    monkeypatch.setattr(warming, "QUIET_SECONDS", 60.0)
    async with open_reader() as (app, pilot):
        await pilot.press("j")
        await pilot.pause(0.2)
        assert "search" not in app.desk.panes
