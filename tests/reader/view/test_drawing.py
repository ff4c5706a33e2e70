"""What is drawn again: a line that shows something else, and never less."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult

from playhead.reader.reading import PlacedNote, Reading
from playhead.reader.themes import readable
from playhead.reader.view.overlays import Overlay
from playhead.reader.view.selecting import Selection
from playhead.reader.view.view import TranscriptView
from playhead.transcript.model import Transcript


class Page(App[None]):
    """The text alone."""

    def get_css_variables(self) -> dict[str, str]:
        """With the inks of voices, as the reader has them."""
        return readable(super().get_css_variables())

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
        whole = TranscriptView.render_line

        def counted(y: int) -> Any:
            drawn.append(y)
            return whole(view, y)

        view.render_line = counted  # type: ignore[method-assign]
        view.go(talk.turns[3].start, jump=False)
        await pilot.pause()
        after = [repr(whole(view, y)) for y in range(view.size.height)]
        changed = {y for y, (a, b) in enumerate(zip(before, after, strict=True)) if a != b}
        assert changed
        assert changed <= set(drawn)
        assert len(set(drawn)) < view.size.height // 2
