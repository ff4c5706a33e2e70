"""What may be imported where: the core knows no screen, and commands start light."""

from __future__ import annotations

import subprocess
import sys

import pytest

CORE = (
    "playhead",
    "playhead.text",
    "playhead.library",
    "playhead.formats.reading",
    "playhead.transcript.parse",
    "playhead.transcript.document",
    "playhead.search",
    "playhead.notes",
)
COMMANDS = ("parse", "search", "topics", "notes", "turns", "convert", "formats")


def modules_after(code: str) -> set[str]:
    """Names in `sys.modules` of a fresh interpreter after running `code`."""
    program = f"{code}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", CORE)
def test_core_knows_no_screen(module: str) -> None:
    found = modules_after(f"import {module}")
    assert not found & {"textual", "rich", "numpy"}


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_import_no_screen(command: str) -> None:
    found = modules_after(f"import playhead.cli.{command}")
    assert not found & {"textual", "rich", "numpy", "yaml", "rapidfuzz"}


def test_cached_search_imports_neither_textual_nor_numpy() -> None:
    search = "from playhead.cli import run\nrun(['search', 'reliable systems'])"
    modules_after(search)
    assert not modules_after(search) & {"textual", "rich", "numpy"}


def test_the_reader_starts_without_the_stages() -> None:
    found = modules_after("import playhead.reader.app")
    assert not found & {"playhead.transcript.sentences", "playhead.transcript.parse", "numpy"}


def test_version_imports_nothing_of_the_program() -> None:
    main = "from playhead.__main__ import main\nmain()"
    found = modules_after(f"import sys\nsys.argv = ['playhead', '--version']\n{main}")
    assert {name for name in found if name.startswith("playhead.")} == {"playhead.__main__"}
