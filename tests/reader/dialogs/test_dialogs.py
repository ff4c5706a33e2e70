"""Dialogs, each in a bare app."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from playhead.reader.dialogs.choice import Choice, ChoiceDialog
from playhead.reader.dialogs.confirm import ConfirmDialog
from playhead.reader.dialogs.correct import CorrectDialog, CorrectionChoice
from playhead.reader.dialogs.filter import FilterChoice, filter_choices
from playhead.reader.dialogs.go_to import GoToDialog
from playhead.reader.dialogs.help import HelpScreen
from playhead.reader.dialogs.key_list import KeyLine, key_lines
from playhead.reader.panes.outline import OutlinePane
from playhead.reader.panes.row_list import RowList
from playhead.transcript.model import Transcript


class BareApp(App[None]):
    """Has one key."""

    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS = [Binding("x,right", "bell", "make [noise]", id="noise")]


async def answer(dialog: Screen[Any], *keys: str, app: App[None] | None = None) -> Any:
    """What a dialog gives after some keys; "still open" where it gave nothing."""
    results: list[Any] = []
    app = app or BareApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.push_screen(dialog, results.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return results[-1] if results else "still open"


async def test_go_to_goes_or_says_why_not(talk: Transcript) -> None:
    assert await answer(GoToDialog().offer(talk), *"0:30", "enter") == talk.turns[3].start
    assert await answer(GoToDialog().offer(talk), *"99", "enter") == "still open"
    assert await answer(GoToDialog().offer(talk), *"99", "escape") is None


async def test_filter_narrows_and_ends(talk: Transcript) -> None:
    def offered(current: FilterChoice | None = None) -> ChoiceDialog:
        return ChoiceDialog(filter_choices(talk, current))

    assert await answer(offered(), *"infer", "enter") == FilterChoice("topic", "inference hardware")
    assert await answer(offered(), "down", "enter") == FilterChoice("speaker", "guest")
    current = FilterChoice("speaker", "guest")
    assert await answer(offered(current), "enter") == FilterChoice("")


async def test_what_the_cursor_rests_on_is_previewed_and_nothing_after_the_answer() -> None:
    seen: list[str] = []
    choices = [Choice(name, name) for name in ("dracula", "nord", "paper")]
    dialog = ChoiceDialog().offer(choices, title="Theme", preview=seen.append)
    app = BareApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.install_screen(dialog, "kept")
        app.push_screen("kept")
        await pilot.pause()
        await pilot.press("down", "down")
        await pilot.pause(0.3)
        assert seen == ["paper"]
        await pilot.press("up", "escape")
        await pilot.pause(0.3)
        assert seen == ["paper"]


async def test_corrections_are_letters(talk: Transcript) -> None:
    turn = talk.turns[3]
    sentence = talk.text.index("Memory has")

    async def mended(*keys: str, **how: Any) -> Any:
        return await answer(CorrectDialog().offer(talk, turn, **how), *keys)

    whole = (turn.start, turn.end)
    assert await mended("x") == CorrectionChoice("speaker", *whole, to="host")
    assert await mended("x", selection=(190, 200)) == CorrectionChoice(
        "speaker", 190, 200, to="host"
    )
    assert await mended("w", "down", "enter") == CorrectionChoice("speaker", *whole, to="guest")
    assert await mended("s", "enter") == CorrectionChoice("split", sentence, turn.end)
    assert await mended("r", *"write", "enter") == CorrectionChoice(
        "speaker", talk.text.index("And you write"), turn.end, to="host"
    )
    assert await mended("m") == CorrectionChoice("merge", *whole)
    assert await mended("n", *"Bo", "enter") == CorrectionChoice(
        "rename", *whole, speaker="guest", to="Bo"
    )
    assert await mended("a") == CorrectionChoice("section", *whole, to="sponsor")
    assert await mended("j", "j", "enter", "escape") == "still open"


async def test_confirm_answers() -> None:
    assert await answer(ConfirmDialog("Sure [/b]?"), "y") is True
    assert await answer(ConfirmDialog("Sure?"), "n") is False
    assert await answer(ConfirmDialog("Sure?"), "escape") is None


async def test_help_has_the_bindings_of_now() -> None:
    app = BareApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.set_keymap({"noise": "z"})
        lines = key_lines(app, app.screen, (OutlinePane,))
        assert KeyLine("Everywhere", "z", "make [noise]") in lines
        shown = {binding.description for binding in OutlinePane.BINDINGS}  # type: ignore[union-attr]
        assert shown <= {line.does for line in lines if line.group == "Outline"}
        screen = HelpScreen()
        screen.explain(app.screen, (OutlinePane,))
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press(*"noise")
        rows = screen.query_one(RowList).rows
        assert [row.does for row in rows if row.keys] == ["make [noise]"]
        assert any(
            "make [noise]" in screen.query_one(RowList).render_line(y).text for y in range(4)
        )
