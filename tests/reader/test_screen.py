"""What is painted is what changed, and all of it."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Offset, Region
from textual.widget import Widget
from textual.widgets import Static

from playhead.reader.screen import ReaderScreen


class Lines(App[None]):
    """Three lines, a card over the second, two of them side by side."""

    CSS = """
    Screen { layers: base above; }
    Static { height: 2; width: 1fr; }
    Horizontal { height: 2; }
    #card { layer: above; position: absolute; width: 6; height: 1; offset: 3 2; }
    """

    def get_default_screen(self) -> ReaderScreen:
        """The screen under test."""
        return ReaderScreen(id="_default")

    def compose(self) -> ComposeResult:
        """Lines and card."""
        yield Static(Content("first"), id="first")
        with Horizontal():
            yield Static(Content("left"), id="left")
            yield Static(Content("right"), id="right")
        yield Static(Content("last"), id="last")
        yield Static(Content("card"), id="card")


async def test_only_the_widgets_that_changed_are_asked_for_their_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Lines()
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        asked: set[str | None] = set()
        render_lines = Widget.render_lines

        def counted(self: Widget, crop: Any) -> Any:
            asked.add(self.id)
            return render_lines(self, crop)

        monkeypatch.setattr(Widget, "render_lines", counted)
        app.query_one("#first", Static).update(Content("first again"), layout=False)
        app.query_one("#last", Static).update(Content("last again"), layout=False)
        await pilot.pause()
        assert asked == {"first", "last"}


async def test_a_layout_puts_everything_in_its_place_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Lines()
    async with app.run_test(size=(40, 8)) as pilot:
        app.query_one("#last").display = False
        await pilot.pause()
        arranged: list[bool] = []
        arrange = Compositor._arrange_root

        def counted(self: Compositor, *given: Any, **named: Any) -> Any:
            arranged.append(True)
            return arrange(self, *given, **named)

        monkeypatch.setattr(Compositor, "_arrange_root", counted)
        app.query_one("#last").display = True
        app.query_one("#last", Static).update(Content("shown"), layout=False)
        await pilot.pause()
        assert app.query_one("#last").region == Region(0, 4, 40, 2)
        assert len(arranged) == 1


async def test_what_is_written_is_what_the_whole_screen_would_be() -> None:
    app = Lines()
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        for id in ("left", "right", "card", "first"):
            widget = app.query_one(f"#{id}", Static)
            widget.update(Content(f"{id} anew"), layout=False)
            if id == "card":
                widget.styles.offset = Offset(10, 2)
                await pilot.pause()
                widget.update(Content("card"), layout=False)
            compositor.update_widgets({widget})
            update = compositor.render_partial_update()
            assert update is not None
            whole = compositor.render_strips()
            for y, first, last in update.spans:
                drawn = "".join(
                    strip.text
                    for x, strip in update.chops[y].items()
                    if strip is not None and first <= x < last
                )
                assert drawn == whole[y].crop(first, last).text
