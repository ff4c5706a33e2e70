"""The note editor: what it says when a note is saved, left or rests."""

from __future__ import annotations

from typing import Any

import pytest
from textual.geometry import Region
from textual.widget import Widget
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


async def test_undo_brings_back_nothing_of_the_note_before(show: Any) -> None:
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(60, 20)) as pilot:
        editor.edit("quote")
        editor.focus()
        await pilot.press("o", "h", "backspace", "backspace")
        editor.edit("another quote")
        await pilot.press("ctrl+z")
        assert editor.content.text == ""


@pytest.mark.parametrize("words", ["", "one", "a longer note " * 9, "line\n" * 30])
@pytest.mark.parametrize("width", [16, 60])
async def test_the_lines_of_a_note_are_as_textual_draws_them(
    show: Any, words: str, width: int
) -> None:
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(width, 30)) as pilot:
        editor.edit("quote", note=NoteDraft(words))
        editor.focus()
        await pilot.pause()
        area = editor.query_one(TextArea)
        width, height = area.outer_size
        for crop in (Region(0, 0, width, height), Region(0, height - 3, width, 2)):
            ours = area.render_lines(crop)
            assert [list(one) for one in ours] == [
                list(one) for one in TextArea.render_lines(area, crop)
            ]


async def test_a_note_is_drawn_in_the_theme_of_now(show: Any) -> None:
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(60, 20)) as pilot:
        editor.edit("quote", note=NoteDraft("words"))
        await pilot.pause()
        area = editor.query_one(TextArea)
        before = area.render_lines(area.outer_size.region)
        app.theme = "textual-light"
        await pilot.pause()
        ours = area.render_lines(area.outer_size.region)
        area.notify_style_update()
        area.refresh()
        theirs = TextArea.render_lines(area, area.outer_size.region)
        assert [list(one) for one in ours] == [list(one) for one in theirs]
        assert list(ours[0]) != list(before[0])


async def test_the_ground_of_a_pane_is_as_textual_draws_it(show: Any) -> None:
    editor = NoteEditor()
    app = show(editor)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        region = editor.outer_size.region
        ours, theirs = editor.render_lines(region), Widget.render_lines(editor, region)
        assert [one.text for one in ours] == [one.text for one in theirs]
        assert {seg.style.bgcolor for one in ours for seg in one if seg.style} == {
            seg.style.bgcolor for one in theirs for seg in one if seg.style
        }


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
