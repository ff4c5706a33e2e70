"""The outline: its rows, and a pane that follows and goes."""

from __future__ import annotations

from typing import Any

from playhead.reader.messages import GoTo, PaneClosed
from playhead.reader.panes.outline import OutlinePane
from playhead.reader.panes.outline.rows import outline_rows, rows_matching, rows_shown
from playhead.transcript.model import Transcript


def test_questions_lie_under_their_chapters_without_their_lead_in(talk: Transcript) -> None:
    rows = outline_rows(talk)
    assert [(row.kind, row.title) for row in rows] == [
        ("chapter", "Failing chips"),
        ("question", "Why do chips fail at all?"),
        ("question", "How do you build reliable systems out of unreliable parts?"),
        ("question", "Does that cost much?"),
        ("chapter", "Inference hardware"),
    ]
    assert [row.follow_up for row in rows] == [False, False, False, True, False]
    assert rows[2].time == "0:20"


def test_grains_and_folds(talk: Transcript) -> None:
    rows = outline_rows(talk)
    assert len(rows_shown(rows, "coarse", 0, frozenset())) == 2
    assert len(rows_shown(rows, "here", 1, frozenset())) == 2
    assert len(rows_shown(rows, "here", 1, frozenset({0}))) == 5
    assert len(rows_shown(rows, "fine", 1, frozenset({0}))) == 2


def test_a_filter_keeps_the_chapters_of_what_it_finds(talk: Transcript) -> None:
    found = rows_matching(outline_rows(talk), "relia sys")
    assert [row.title[:7] for row in found] == ["Failing", "How do "]


async def test_it_follows_and_goes(talk: Transcript, show: Any) -> None:
    pane = OutlinePane(talk)
    app = show(pane)
    async with app.run_test(size=(40, 20)) as pilot:
        pane.follow(talk.turns[3].start)
        pane.focus()
        await pilot.press("j", "enter")
        assert app.last(GoTo).offset == talk.turns[4].start
        pane.follow(len(talk.text))
        await pilot.press("e", "G", "enter")
        assert app.last(GoTo).offset == talk.turns[6].start
        await pilot.press("f", *"relia", "enter", "G", "enter")
        assert app.last(GoTo).offset == talk.turns[2].start
        assert app.last(PaneClosed) is not None
        assert len(pane._rows.rows) > 1


async def test_following_shows_what_drawing_all_of_it_would(talk: Transcript, show: Any) -> None:
    pane = OutlinePane(talk)
    app = show(pane)
    async with app.run_test(size=(40, 20)) as pilot:
        rows = pane._rows
        for grain in ("here", "fine", "coarse", "here", "fine"):
            assert pane.grain == grain
            for turn in (*talk.turns, *reversed(talk.turns)):
                pane.follow(turn.start)
                await pilot.pause()
                kept = [repr(rows.render_line(y)) for y in range(8)]
                rows._strips.clear()
                assert kept == [repr(rows.render_line(y)) for y in range(8)]
            pane.action_next_grain()
            # With the keys in the list its cursor stays while the sign of the place moves on.
            if grain == "coarse":
                pane.focus()
                rows.move_to(0)


async def test_a_mouse_folds_goes_acts_and_closes(talk: Transcript, show: Any) -> None:
    pane = OutlinePane(talk)
    app = show(pane)
    async with app.run_test(size=(40, 20)) as pilot:
        rows = pane.query_one("#outline-rows")
        assert len(rows.rows) == 5  # type: ignore[attr-defined]
        await pilot.click("#outline-rows", offset=(1, 0))
        assert len(rows.rows) == 2  # type: ignore[attr-defined]
        await pilot.click("#outline-rows", offset=(6, 1))
        assert app.last(GoTo).offset == talk.turns[6].start
        await pilot.click("#pane-keys", offset=(9, 0))
        assert pane.grain == "fine"
        await pilot.click("#pane-close")
        await pilot.pause()
        assert app.last(PaneClosed) is not None
