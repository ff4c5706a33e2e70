"""What every test needs: a home of its own, and a Textual that does not animate."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

# Read by Textual when it is imported, so they come before any import of it.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
os.environ.pop("NO_COLOR", None)

import pytest
from hypothesis import settings

from playhead.library import shipped_interview

FREEZE = gc.freeze

# Screens that are made and thrown away by the hundred: looking at them often takes a fourth of the time.
gc.set_threshold(100_000, 50, 100)

# No test asserts time: a busy machine is no fault.
settings.register_profile("playhead", deadline=None)
settings.load_profile("playhead")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PLAYHEAD_HOME, so that no test reads or writes the user's own notes."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PLAYHEAD_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test leaves may be collected: a reader keeps it, but one process runs them all."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture
def collector_keeps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process of its own, where nothing is kept yet; what is kept now is let go."""
    monkeypatch.setattr(gc, "freeze", FREEZE)
    yield
    gc.unfreeze()


@pytest.fixture
def interview() -> Path:
    """The interview that ships with Playhead."""
    return shipped_interview()
