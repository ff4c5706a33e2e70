"""Whatever is written, nobody but the user may read it, and nothing lies beside the transcript."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.safety.pseudo_terminal import received

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")

TALK = "Ann: Who grows pears by the river?\n\nBob: I do, and quinces too.\n\nAnn: Where?\n"
COMMANDS = [
    "parse talk.txt", "search pears talk.txt", "topics talk.txt",
    "notes add talk.txt --quote quinces --note mine", "notes list talk.txt",
    "topics add quinces t2 talk.txt", "topics hide pears talk.txt --everywhere",
]  # fmt: skip
KEYS = [b"/pears\r", b"\x1b", b"yy", b"a", b"half typed", b"\x1b", b"z", b"q"]


def test_files_and_folders_are_the_users_alone(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir(mode=0o755)
    (folder / "talk.txt").write_text(TALK, "utf-8")
    home = home / "deeper" / "still"
    environment = {**os.environ, "PLAYHEAD_HOME": str(home)}
    for command in COMMANDS:
        subprocess.run(
            [sys.executable, "-m", "playhead", *command.split()],
            cwd=folder, env=environment, umask=0, capture_output=True, check=False,
        )  # fmt: skip
    received(["talk.txt"], KEYS, cwd=folder, home=home)
    made = [home.parent, home, *home.rglob("*")]
    kinds = {path.relative_to(home).parts[0] for path in made[2:]}
    assert kinds == {"cache", "data", "state"}
    assert {path: oct(path.stat().st_mode & 0o077) for path in made} == dict.fromkeys(made, "0o0")
    assert [path.name for path in folder.iterdir()] == ["talk.txt"]
