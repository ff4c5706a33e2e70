"""What a key opens is painted once, when all of it is there, over the text as it is."""

from __future__ import annotations

from typing import Any

import pytest
from rich.style import Style
from tests.reader.app.conftest import OpenReader, painted
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Input

from playhead.reader.dialogs.over import OverScreen, dimmed
from playhead.reader.panes.pane import Pane
from playhead.reader.panes.row_list import RowList
from playhead.reader.view.view import TranscriptView


async def open_once(pilot: Pilot[Any], key: str) -> None:
    """Open what `key` opens and close it: it is made by then."""
    for press in (key, "escape"):
        await pilot.press(press)
        await pilot.pause(0.2)


@pytest.mark.parametrize(("key", "sign"), [("P", "Commands"), ("colon", "Go to"), ("T", "Theme")])
async def test_a_dialog_is_painted_whole_from_the_first(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, key: str, sign: str
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.pause(0.2)
        shown: list[str] = []
        display = App._display

        def watched(self: App[Any], screen: Any, update: Any) -> None:
            if update is not None and not self._batch_count:
                shown.append(painted(app))
            display(self, screen, update)

        monkeypatch.setattr(App, "_display", watched)
        await pilot.press(key)
        await pilot.pause(0.2)
        assert shown
        assert sign in shown[0]
        assert shown[0] == shown[-1]
        assert "Jeff Dean" in shown[0]


@pytest.mark.parametrize(
    ("key", "opened"), [("m", "#notes"), ("slash", "#search"), ("T", "#dialog")]
)
async def test_what_a_key_opens_is_painted_before_what_is_around_it(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, key: str, opened: str
) -> None:
    async with open_reader() as (app, pilot):
        await open_once(pilot, key)
        places: list[Region] = []
        display = App._display

        def watched(self: App[Any], screen: Any, update: Any) -> None:
            if isinstance(update, ChopsUpdate):
                spans = [Region(x, y, end - x, 1) for y, x, end in update.spans]
                places.append(Region.from_union(spans))
            elif isinstance(update, LayoutUpdate):
                places.append(update.region)
            display(self, screen, update)

        monkeypatch.setattr(App, "_display", watched)
        await pilot.press(key)
        await pilot.pause(0.2)
        place = app.screen.query_one(opened).region
        assert places[0] == place
        assert any(not place.contains_region(one) for one in places)


@pytest.mark.parametrize(("key", "opened"), [("a", "#editor"), ("m", "#notes")])
async def test_a_pane_as_large_as_before_waits_for_nobody_and_all_else_comes_in_one_paint(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, key: str, opened: str
) -> None:
    async with open_reader() as (app, pilot):
        await open_once(pilot, key)
        told: list[str] = []
        display, on_resize = App._display, TranscriptView.on_resize

        def watched(self: App[Any], screen: Any, update: Any) -> None:
            if update is not None and not self._batch_count:
                told.append(painted(app))
            display(self, screen, update)

        def resized(self: TranscriptView) -> None:
            told.append("the text is told its size")
            on_resize(self)

        monkeypatch.setattr(App, "_display", watched)
        monkeypatch.setattr(TranscriptView, "on_resize", resized)
        await pilot.press(key)
        await pilot.pause(0.2)
        pane, told_size, *rest = told
        assert told_size == "the text is told its size"
        assert app.screen.query_one(opened, Pane).TITLE in pane
        assert len(set(rest)) == 1
        assert rest[0] == pane


async def test_a_pane_that_is_put_away_leaves_one_paint(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (_app, pilot):
        await pilot.press("slash")
        await pilot.pause(0.2)
        paints: list[int] = []
        display = App._display

        def watched(self: App[Any], screen: Any, update: Any) -> None:
            if isinstance(update, ChopsUpdate):
                paints.append(len({y for y, _, _ in update.spans}))
            display(self, screen, update)

        monkeypatch.setattr(App, "_display", watched)
        await pilot.press("escape")
        await pilot.pause(0.2)
        assert len([lines for lines in paints if lines > 2]) == 1


async def test_what_is_behind_is_painted_once_when_a_dialog_is_answered(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.pause(0.2)
        await pilot.press("colon", *"50%")
        await pilot.pause(0.2)
        shown: list[str] = []
        display = App._display

        def watched(self: App[Any], screen: Any, update: Any) -> None:
            if isinstance(update, LayoutUpdate) and not self._batch_count:
                shown.append(painted(app))
            display(self, screen, update)

        monkeypatch.setattr(App, "_display", watched)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert len(shown) == 1
        assert "turn 57 of" in shown[0]


async def test_a_dialog_shown_again_is_as_new_in_the_theme_of_now(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("P", *"notes")
        await pilot.click(RowList, offset=(5, 0))
        await pilot.press("escape")
        app.theme = "paper"
        await pilot.press("P", *"them")
        await pilot.pause(0.1)
        assert app.screen.query_one(Input).value == "them"
        ground = app.screen.query_one("#dialog").styles.background
        assert ground == Color.parse(app.theme_variables["surface"])


async def test_what_is_behind_a_dialog_goes_on(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("colon")
        app.say("something new")
        await pilot.pause(0.2)
        assert "something new" in painted(app)


async def test_nothing_of_what_is_behind_is_kept_when_a_dialog_is_closed(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("P")
        await pilot.pause(0.1)
        dialog = app.screen
        assert isinstance(dialog, OverScreen)
        assert dialog._behind
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert dialog._behind is None


def test_what_is_behind_is_dimmed_and_has_no_links() -> None:
    style = Style(color="#ffffff", bgcolor="#202020", bold=True, link="https://a.example")
    seen = dimmed(style, Color(0, 0, 0, 0.5))
    assert seen.color is not None
    assert seen.color.triplet is not None
    assert seen.color.triplet.red in (127, 128)
    assert seen.bold
    assert seen.link is None
