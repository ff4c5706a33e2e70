"""Writers killed at any instant: nothing acknowledged is lost, nothing corrupt, nothing left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="writers are forked")
def test_ten_killed_writers_lose_nothing() -> None:
    """The full run is `python -m tests.benchmarks.kills`."""
    command = [sys.executable, "-m", "tests.benchmarks.kills", "10", "20"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("| 10 |")
