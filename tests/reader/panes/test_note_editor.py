"""The note editor: what it says when a note is saved, left or rests."""

from __future__ import annotations

from typing import Any

from textual.widgets import TextArea

from playhead.reader.messages import NoteDrafted, NoteLeft, NoteSaved
from playhead.reader.panes.note_editor import NoteDraft, NoteEditor
from playhead.reader.panes.note_editor import editor as editor_module
from playhead.reader.panes.note_editor.tags import TagSuggester, read_tags, write_tags


def test_tags_are_read_as_written() -> None:
    assert read_tags("#a #b, inference hardware,, a") == ("a", "b", "inference hardware")
    assert read_tags(write_tags(("x y", "z"))) == ("x y", "z")


async def test_tags_are_completed_from_those_in_use() -> None:
    suggester = TagSuggester(("reliability", "reading"))
    assert await suggester.get_suggestion("chips, re") == "chips, reliability"
    assert await suggester.get_suggestion("reliability, re") == "reliability, reading"
    assert await suggester.get_suggestion("chips, ") is None


async def test_text_tags_and_colour_are_saved(show: Any) -> None:
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(60, 20)) as pilot:
        editor.edit("a [quote]", "Ben · 0:10", known_tags=("hardware",))
        editor.focus()
        await pilot.press("o", "h", "enter", "j", "tab", *"hard")
        await pilot.press("tab", "tab", "right", "right", "ctrl+s")
        saved = app.last(NoteSaved)
        assert (saved.text, saved.tags, saved.colour) == ("oh\nj", ("hardware",), "green")
        editor.mark_saved()
        assert editor.state == "saved"
        await pilot.press("escape")
        assert app.last(NoteLeft).text == ""


async def test_what_is_not_saved_is_a_draft_and_undo_brings_the_saved_text_back(
    show: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(editor_module, "REST", 0.01)
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(60, 20)) as pilot:
        editor.edit("quote", note=NoteDraft("kept"), draft=NoteDraft("kept and more"))
        editor.focus()
        await pilot.press("!")
        await pilot.pause(0.05)
        assert app.last(NoteDrafted).text == "kept and more!"
        editor.mark_failed("disk full")
        assert editor.state == "failed"
        await pilot.press("escape")
        assert app.last(NoteLeft).text == "kept and more!"
        await pilot.press("ctrl+z", "ctrl+z")
        assert editor.query_one(TextArea).text == "kept"
        assert not editor.is_changed
