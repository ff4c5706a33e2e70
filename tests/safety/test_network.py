"""Nothing leaves the machine: no command, and no reading, opens a connection."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.safety.pseudo_terminal import received

TALK = "Ann: Who grows pears by the river?\n\nBob: I do, and quinces too.\n\nAnn: Where?\n"
COMMANDS = [
    "parse talk.txt", "search pears talk.txt", "topics talk.txt", "notes list talk.txt", "notes check talk.txt",
    "notes add talk.txt --quote quinces --note mine", "notes export talk.txt --format w3c",
    "turns export talk.txt", "convert talk.txt --to vtt", "formats", "--version",
]  # fmt: skip
KEYS = [b"o", b"/pears\r", b"\x1b", b"a", b"mine\x13", b"y", b" ", b" ", b"?", b"\x1b", b"q"]
HOOK = """
import sys

def told(event, arguments):
    # A pair of sockets or one without an address stays within the machine.
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        with open({log!r}, "a") as log:
            log.write(f"{{event}} {{arguments[1:]}}\\n")

sys.addaudithook(told)
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where every Python that starts from now on notes what it asks of the network."""
    file = tmp_path / "network.log"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(HOOK.format(log=str(file)), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(hooks))
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    return file


def test_the_log_notes_a_connection(log: Path) -> None:
    program = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", program], env=dict(os.environ), check=True)
    assert "socket.connect" in log.read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_opens_no_connection(command: str, log: Path, home: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "playhead", *command.split()],
        cwd=log.parent, env={**os.environ, "PLAYHEAD_HOME": str(home)}, capture_output=True, check=False,
    )  # fmt: skip
    assert not log.exists()


def test_reading_opens_no_connection(log: Path, home: Path) -> None:
    assert received(["talk.txt"], KEYS, cwd=log.parent, home=home)
    assert not log.exists()
