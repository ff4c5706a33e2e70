"""The whole pipeline."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("corrections", [[], ["--no-corrections"]])
def test_what_is_found_does_not_hang_on_the_order_of_a_set(
    corrections: list[str], interview: Path, tmp_path: Path
) -> None:
    found = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PLAYHEAD_HOME": str(tmp_path / seed)}
        words = ["parse", "--format", "json", *corrections, str(interview)]
        command = [sys.executable, "-m", "playhead", *words]
        found.add(subprocess.run(command, env=environment, stdout=-1, check=True).stdout)
    assert len(found) == 1
