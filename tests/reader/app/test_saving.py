"""Whether notes are saved is always to be seen, and what cannot be saved is not lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.reader.app.conftest import OpenReader, settle
from textual.pilot import Pilot

from playhead.notes import Notebook, NotesError
from playhead.reader.app import PlayheadApp
from playhead.reader.lines import title_line


async def write_on_a_full_disk(
    app: PlayheadApp, pilot: Pilot[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Write `precious` on this turn and try to save it, in vain."""

    def full(target: object, data: bytes) -> None:
        raise NotesError("cannot be written: no space left on device")

    await pilot.press("a")
    await pilot.pause()
    await pilot.press(*"precious")
    with monkeypatch.context() as patch:
        patch.setattr("playhead.notes.kept_file.save", full)
        await pilot.press("ctrl+s")
        await settle(app, pilot)


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        await write_on_a_full_disk(app, pilot, monkeypatch)
        assert "NOT SAVED" in title_line(app, 120).plain
        assert "no space left" in app.said
        editor = app.desk.panes["editor"]
        assert editor.display
        assert editor.has_focus_within
        assert editor.content.text == "precious"  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "saved ✓" in title_line(app, 120).plain
        assert [note.words for note in app.reading.notes] == ["precious"]


async def test_why_it_is_not_saved_stays_to_be_seen_and_the_text_is_a_draft(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        await write_on_a_full_disk(app, pilot, monkeypatch)
        await pilot.press("escape", "j", "j")
        app.say("")
        assert "no space left" in title_line(app, 120).plain
        assert "1 draft not saved" in title_line(app, 160).plain
        await pilot.press("k", "k", "a")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "draft" not in title_line(app, 160).plain
        assert [note.words for note in app.reading.notes] == ["precious"]


async def test_what_was_half_typed_when_the_terminal_died_is_offered(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playhead.reader.panes.note_editor.editor.REST", 0.01)
    async with open_reader() as (app, pilot):
        for words in ("half a thought", "another thought"):
            await pilot.press("a")
            await pilot.pause()
            await pilot.press(*words)
            await settle(app, pilot)
            if words.startswith("half"):
                await pilot.press("escape", "J", "J")
    async with open_reader() as (app, pilot):
        assert "another thought" in app.said
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        editor = app.desk.panes["editor"]
        assert editor.content.text == "half a thought"  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert [note.words for note in app.reading.notes] == ["half a thought"]
        assert [draft.text for draft in app.keeper.drafts] == ["another thought"]


async def test_both_versions_are_kept_and_that_is_said(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"mine", "ctrl+s")
        await settle(app, pilot)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("!")
        other = Notebook.open(app.reading.transcript)
        other.edit(other.notes[0].id, note="theirs")
        app.keeper.look_outside()
        await settle(app, pilot)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert [note.words for note in app.reading.notes] == ["theirs", "mine!"]
        assert "both versions" in title_line(app, 120).plain
        assert "both versions are kept" in app.said


async def test_a_mended_file_is_read_while_the_reader_is_open(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text("notes: [unclosed\n")
    async with open_reader(notes=path) as (app, pilot):
        await pilot.pause(0.3)
        assert "line" in title_line(app, 120).plain
        path.write_text("notes:\n- id: n1\n  note: mended\n  quote: we\n")
        app.keeper.look_outside()
        await settle(app, pilot)
        assert app.keeper.state == ""
        assert app.keeper.notebook is not None
        assert [note.note for note in app.keeper.notebook.notes] == ["mended"]


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


async def test_a_file_damaged_and_mended_outside_is_said_and_forgotten(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("h")
        await settle(app, pilot)
        assert app.keeper.notebook is not None
        path = app.keeper.notebook.path
        whole = path.read_text("utf-8")
        path.write_text("notes: [unclosed\n", "utf-8")
        app.keeper.look_outside()
        await pilot.pause(0.3)
        failed = app.keeper.state
        assert (failed, len(app.reading.notes)) == ("failed", 1)
        path.write_text(whole, "utf-8")
        app.keeper.look_outside()
        await pilot.pause(0.3)
        assert app.keeper.state == ""
