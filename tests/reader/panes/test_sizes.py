"""Every pane, at every size of the screen."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import pytest

from playhead.reader.panes.note_editor import NoteEditor
from playhead.reader.panes.notes import NotesPane
from playhead.reader.panes.outline import OutlinePane
from playhead.reader.panes.search import SearchPane
from playhead.reader.panes.topics import TopicsPane
from playhead.transcript.model import Transcript


@pytest.mark.parametrize("size", [(12, 4), (60, 12), (200, 60)])
async def test_every_pane_fits_any_size(talk: Transcript, show: Any, size: tuple[int, int]) -> None:
    panes = (OutlinePane(talk), SearchPane(talk, Mock()), NotesPane(None, talk), TopicsPane(talk))
    for pane in (*panes, NoteEditor()):
        app = show(pane)
        async with app.run_test(size=size) as pilot:
            await pilot.press("tab", "j", "enter", "k")
            assert pane.size.width == size[0]
