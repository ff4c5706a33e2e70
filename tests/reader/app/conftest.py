"""A reader to press keys in, with everything loaded before a test looks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from playhead.library import open_transcript
from playhead.reader.app import PlayheadApp
from playhead.reader.opening.starting import prepare

Reader = tuple[PlayheadApp, Pilot[Any]]
OpenReader = Callable[..., AbstractAsyncContextManager[Reader]]


async def settle(app: PlayheadApp, pilot: Pilot[Any]) -> None:
    """Wait until notes are open and every saved change shows."""
    for _ in range(400):
        if app.keeper.notebook is not None and app.keeper.state != "saving" and not app.stage:
            break
        await pilot.pause(0.01)
    await pilot.pause(0.1)


async def found(app: PlayheadApp, pilot: Pilot[Any]) -> None:
    """Wait until a search has hits."""
    for _ in range(300):
        if app.reading.hits:
            break
        await pilot.pause(0.02)


def painted(app: PlayheadApp) -> str:
    """All that is on the screen, a dialog over the text included."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.fixture
def open_reader(home: Path, interview: Path) -> OpenReader:
    """Open the reader on a file, the shipped interview unless told otherwise."""

    @asynccontextmanager
    async def opening(
        path: Path | None = None, size: tuple[int, int] = (120, 36), notes: Path | None = None
    ) -> AsyncIterator[Reader]:
        file = str(path or interview)
        open_transcript(file, notes=notes)
        app = PlayheadApp(prepare(file, str(notes) if notes else None, None, True))
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            yield app, pilot

    return opening
