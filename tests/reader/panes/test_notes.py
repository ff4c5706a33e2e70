"""The notes pane and its tray."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from playhead.notes.notebook import Notebook
from playhead.reader.messages import EditNote, GoTo, PlaceNote, RemoveNote
from playhead.reader.panes.notes import NotesPane
from playhead.reader.panes.notes.rows import (
    NoteLine,
    draw_line,
    line_height,
    note_lines,
    shown_lines,
    state_words,
)
from playhead.reader.panes.row_list import RowList
from playhead.transcript.anchoring.anchor import Anchored
from playhead.transcript.model import Transcript


class TrayNotebook:
    """A notebook whose second note lost its place, with two candidates."""

    def __init__(self, notebook: Notebook) -> None:
        self.notes = notebook.notes
        self.tags = notebook.tags

    def anchors(self, transcript: Transcript) -> dict[str, Anchored]:
        one, two, three = (note.id for note in self.notes)
        return {
            one: Anchored("fuzzy", 0.86, 300, 320),
            two: Anchored("orphaned", 0.0, candidates=((39, 60, 0.6), (121, 140, 0.5))),
            three: Anchored("exact", 1.0, 0, 7),
        }


def a_notebook(talk: Transcript, folder: Path) -> TrayNotebook:
    """Three notes in the order in which they were written."""
    notebook = Notebook.open(talk, folder / "notes.yaml")
    notebook.add(300, 320, "Later [/b] in the talk", ("memory",), "yellow")
    notebook.add(39, 60, "Lost", ("chips", "memory"))
    notebook.add(0, 7, "First words")
    return TrayNotebook(notebook)


def test_order_filter_and_doubt_in_words(talk: Transcript, tmp_path: Path) -> None:
    book = a_notebook(talk, tmp_path)
    anchors = book.anchors(talk)

    def shown(**how: Any) -> list[str]:
        wanted: dict[str, Any] = {"order": "place", "tag": "", "words": "", **how}
        lines = note_lines(book.notes, anchors, {}).values()
        return [line.note.note[:5] for line in shown_lines(lines, **wanted)]

    assert shown() == ["Lost", "First", "Later"]
    assert shown(tag="memory") == ["Lost", "Later"]
    assert shown(words="FIRST words") == ["First"]
    assert state_words(NoteLine(book.notes[0], anchors[book.notes[0].id])) == (
        "words changed, 86% alike"
    )


def test_colours_are_told_by_letters_as_in_the_text(talk: Transcript, tmp_path: Path) -> None:
    notebook = Notebook.open(talk, tmp_path / "notes.yaml")
    for words, colour in (("Why?", "green"), ("", "pink"), ("So", ""), ("", "")):
        notebook.add(0, 7, words, (), colour)
    anchored = Anchored("exact", 1.0, 0, 7)
    lines = [draw_line(talk, NoteLine(note, anchored), 40)[0] for note in notebook.notes]
    assert [line.plain[:3] for line in lines] == ["◆g ", "p  ", "◆  ", "◇  "]


async def test_going_editing_deleting_and_tags(talk: Transcript, show: Any, tmp_path: Path) -> None:
    book = a_notebook(talk, tmp_path)
    pane = NotesPane(book, talk)
    app = show(pane)
    async with app.run_test(size=(40, 30)) as pilot:
        pane.focus()
        await pilot.press("j", "enter", "j", "e", "k", "d")
        assert app.last(GoTo).offset == 0
        assert app.last(EditNote).id == book.notes[0].id
        assert app.last(RemoveNote).id == book.notes[2].id
        rows = pane.query_one("#notes-rows", RowList)
        await pilot.press("t")
        assert pane.tag == "memory"
        assert len(rows.rows) == 2
        await pilot.press("f", *"none such")
        assert not rows.rows
        await pilot.press("escape")
        assert len(rows.rows) == 2
        await pilot.press("escape")
        assert (pane.tag, len(rows.rows)) == ("", 3)


async def test_an_orphan_gets_a_place_with_one_key(
    talk: Transcript, show: Any, tmp_path: Path
) -> None:
    book = a_notebook(talk, tmp_path)
    pane = NotesPane(book, talk)
    app: App[None] = show(pane)
    async with app.run_test(size=(40, 30)) as pilot:
        pane.focus()
        await pilot.press("enter")
        assert app.last(GoTo).offset == 39  # type: ignore[attr-defined]
        await pilot.press("j")
        assert app.last(GoTo).offset == 121  # type: ignore[attr-defined]
        await pilot.press("enter")
        placed = app.last(PlaceNote)  # type: ignore[attr-defined]
        assert (placed.id, placed.start, placed.end) == (book.notes[1].id, 121, 140)
        assert pane.query_one("#notes-rows").has_focus


async def test_where_there_are_few_lines_the_tray_has_them_all(
    talk: Transcript, show: Any, tmp_path: Path
) -> None:
    pane = NotesPane(a_notebook(talk, tmp_path), talk)
    app: App[None] = show(pane)
    async with app.run_test(size=(60, 10)) as pilot:
        pane.focus()
        await pilot.press("enter")
        await pilot.pause()
        assert pane.query_one("#orphan-rows").size.height >= 4
        await pilot.press("escape")
        await pilot.pause()
        assert pane.query_one("#notes-rows").size.height >= 4
        assert pane.query_one("#notes-rows").has_focus


@pytest.mark.parametrize("width", [14, 40])
@pytest.mark.parametrize(
    ("words", "is_cut"),
    [
        ("", False),
        ("short", False),
        ("as long as the line is wide, and then some more of it " * 9, True),
        ("x" * 500, True),
        ("日本語" * 60, True),
        ("e\u0301" * 300, True),
        ("one\ntwo\n\n\nthree", False),
    ],
)
def test_a_row_is_as_high_as_it_is_measured(
    words: str, is_cut: bool, width: int, talk: Transcript, tmp_path: Path
) -> None:
    note = replace(a_notebook(talk, tmp_path).notes[2], note=words)
    line = NoteLine(note, Anchored("exact", 1.0, 0, 7))
    drawn = draw_line(talk, line, width)
    assert len(drawn) == line_height(line, width)
    assert all(part.cell_length <= width for part in drawn)
    assert any("…" in part.plain for part in drawn[2:]) == is_cut
