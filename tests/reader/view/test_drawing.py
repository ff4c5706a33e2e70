"""What is drawn again: a line that shows something else, and never less."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.conftest import InkedApp
from textual.app import ComposeResult
from textual.geometry import Region

from playhead.reader.reading import PlacedNote, Reading
from playhead.reader.view.overlays import Overlay
from playhead.reader.view.selecting import Selection
from playhead.reader.view.view import TranscriptView
from playhead.transcript.model import Transcript


class Page(InkedApp):
    """The text alone."""

    def compose(self) -> ComposeResult:
        """The view."""
        yield TranscriptView(id="view")


def fresh(view: TranscriptView) -> list[str]:
    """Every line as it is with nothing kept."""
    kept, view._strips = view._strips, {}
    lines = [repr(view.render_line(y)) for y in range(view.size.height)]
    view._strips = kept
    return lines


async def test_what_is_kept_is_what_would_be_drawn(talk: Transcript) -> None:
    app = Page()
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.query_one(TranscriptView)
        reading = Reading(talk)
        view.show(reading)
        span = (talk.turns[1].start, talk.turns[1].start + 8)
        changes: list[Any] = [
            lambda: view.go(talk.turns[1].start, jump=False),
            lambda: view.show_hits([Overlay(*span, "hit")]),
            lambda: view.select(Selection(*span)),
            lambda: view.select(None),
            lambda: view.light(span),
            lambda: view.show_notes([PlacedNote("1", *span, "a note", (), "green")]),
            lambda: setattr(app, "theme", "nord"),
            lambda: view.go(talk.turns[7].start, jump=True),
            lambda: view.show(Reading(talk)),
        ]
        for change in changes:
            change()
            await pilot.pause()
            kept = [repr(view.render_line(y)) for y in range(view.size.height)]
            assert kept == fresh(view)


async def test_a_step_draws_the_turns_that_it_leaves_and_enters(talk: Transcript) -> None:
    app = Page()
    async with app.run_test(size=(60, 40)) as pilot:
        view = app.query_one(TranscriptView)
        view.show(Reading(talk))
        view.go(talk.turns[2].start, jump=False)
        await pilot.pause()
        before = [repr(view.render_line(y)) for y in range(view.size.height)]
        drawn: list[int] = []
        refresh = view.refresh

        def counted(*regions: Region, **given: Any) -> Any:
            drawn.extend(y for region in regions for y in region.line_range)
            return refresh(*regions, **given)

        view.refresh = counted  # type: ignore[method-assign]
        view.go(talk.turns[3].start, jump=False)
        await pilot.pause()
        after = [repr(view.render_line(y)) for y in range(view.size.height)]
        changed = {y for y, (a, b) in enumerate(zip(before, after, strict=True)) if a != b}
        assert changed
        assert changed <= set(drawn)
        assert len(drawn) == len(set(drawn)) < view.size.height // 2


async def test_a_frame_of_a_new_size_has_its_words_before_the_size_is_told(
    talk: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TranscriptView, "on_resize", lambda self: None)
    app = Page()
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.query_one(TranscriptView)
        view.show(Reading(talk))
        for size in ((60, 24), (30, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            whole = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            assert "cosmic ray" in whole
            assert max(len(line.rstrip()) for line in whole.splitlines()) <= size[0]
            assert view._fitted == view.size
