"""Whether notes are saved is always to be seen, and what cannot be saved is not lost."""

from __future__ import annotations

import pytest
from tests.reader.app.conftest import OpenReader, settle

from playhead.notes import Notebook, NotesError
from playhead.reader.lines import title_line


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: object, data: bytes) -> None:
        raise NotesError("cannot be written: no space left on device")

    async with open_reader() as (app, pilot):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"precious")
        with monkeypatch.context() as patch:
            patch.setattr("playhead.notes.notebook.save", full)
            await pilot.press("ctrl+s")
            await settle(app, pilot)
        assert "NOT SAVED" in title_line(app, 120).plain
        assert "no space left" in app.said
        editor = app.desk.panes["editor"]
        assert editor.display
        assert editor.content.text == "precious"  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "saved ✓" in title_line(app, 120).plain
        assert [note.words for note in app.reading.notes] == ["precious"]


async def test_a_note_written_by_another_program_shows(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        Notebook.open(app.reading.transcript).add(0, 20, "from elsewhere")
        app.keeper.look_outside()
        await pilot.pause(0.3)
        assert [note.words for note in app.reading.notes] == ["from elsewhere"]


async def test_notes_that_cannot_be_read_do_not_stop_the_reading(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("h")
        await settle(app, pilot)
        assert app.keeper.notebook is not None
        path = app.keeper.notebook.path
    path.write_text("notes: [unclosed\n")
    async with open_reader(notes=path) as (app, pilot):
        await pilot.pause(0.5)
        assert app.keeper.state == "failed"
        await pilot.press("a", "j")
        assert app.reading.position > 0
    assert path.read_text() == "notes: [unclosed\n"
