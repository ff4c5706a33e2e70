"""Settings and keys of one's own: taken, their mistakes shown, and never a reason not to open."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reader.app.conftest import OpenReader

from playhead.reader.dialogs.help import HelpScreen
from playhead.reader.lines import status_line
from playhead.reader.panes.row_list import RowList
from playhead.reader.tailoring.keymap import keymap_path
from playhead.search.query import HELP
from playhead.storage import data_folder


@pytest.fixture
def files(home: Path) -> Path:
    """The folder of the person's files."""
    data_folder().mkdir(parents=True)
    return data_folder()


async def test_keys_of_the_file_work_and_show_in_help_palette_and_status(
    open_reader: OpenReader, files: Path
) -> None:
    keymap_path().write_text("search.open: ctrl+f\nmove.down: n\nwrite.note: F\n")
    async with open_reader() as (app, pilot):
        assert "taken from search.next_hit" in app.said
        app.say("")
        line = status_line(app, 160).plain
        assert "^f find" in line
        assert "F note" in line
        before = app.reading.position
        await pilot.press("n")
        after = app.reading.position
        assert after > before
        await pilot.press("j")
        assert app.reading.position == after
        await pilot.press("P")
        await pilot.pause()
        palette = {row.words: row.beside for row in app.screen.query_one(RowList).rows}
        assert palette["A line down"] == "n"
        assert palette["Next hit"] == "none"
        await pilot.press("escape")
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        keys = {row.does: row.keys for row in app.screen.query_one(RowList).rows}
        assert keys["a line down"] == "n"
        assert keys["search"] == "^f"


async def test_mistakes_in_both_files_are_shown_and_the_reader_opens(
    open_reader: OpenReader, files: Path
) -> None:
    keymap_path().write_text("move.sideways: h\nmove.down: bongo\n")
    (files / "settings.yaml").write_text("theme: [chartreuse]\n")
    async with open_reader() as (app, pilot):
        assert app.said.startswith("keymap.yaml line 1: no command move.sideways (1 of 3")
        assert app.theme == "dim"
        await pilot.press("question_mark")
        await pilot.pause()
        hints = [str(hint.render()) for hint in app.screen.query(".dialog-hint")]
        for told in ("move.sideways", "'bongo' is no key", "theme cannot be '[chartreuse]'"):
            assert told in hints[0]
        await pilot.press("escape", "j")
        assert app.reading.position > 0


async def test_help_tells_how_to_ask_and_where_the_files_lie(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        rows = {row.keys: row.does for row in app.screen.query_one(RowList).rows}
        for sign, what in HELP:
            assert rows[sign] == what
        assert rows["keys"] == str(keymap_path())
        await pilot.press(*"half remembered")
        found = app.screen.query_one(RowList).rows
        assert [row.keys for row in found if row.keys] == ["words"]


async def test_an_editor_that_cannot_open_is_told_with_the_path(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("ctrl+k")
        assert str(keymap_path()) in app.said
        assert "#move.down: j, down" in keymap_path().read_text()
