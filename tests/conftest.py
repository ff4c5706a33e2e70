"""What every test needs: a home of its own, and a Textual that does not animate."""

from __future__ import annotations

import os
from pathlib import Path

# Read by Textual when it is imported, so they come before any import of it.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
os.environ.pop("NO_COLOR", None)

import pytest
from hypothesis import settings

from playhead.library import shipped_interview

# No test asserts time: a busy machine is no fault.
settings.register_profile("playhead", deadline=None)
settings.load_profile("playhead")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PLAYHEAD_HOME, so that no test reads or writes the user's own notes."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PLAYHEAD_HOME", str(folder))
    return folder


@pytest.fixture
def interview() -> Path:
    """The interview that ships with Playhead."""
    return shipped_interview()
