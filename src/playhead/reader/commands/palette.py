"""The command palette: every command with its key, what few find by their keys alone first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

FIRST = ("search.", "show.", "write.", "shape.", "select.", "play.")
"""Beginnings of the ids of commands that few find by their keys alone, in the order shown."""
QUIT = "quit"


def show_palette(app: PlayheadApp) -> None:
    """Offer every command; the one chosen is carried out as if its key had been pressed."""
    from playhead.reader.commands.table import COMMANDS
    from playhead.reader.dialogs.choice import Choice, ChoiceDialog

    words = {id: one.words for id, one in COMMANDS.items() if id != "show.palette"}
    choices = [
        Choice(id, said[0].upper() + said[1:], app.keys_of(id))
        for id, said in sorted((words | {QUIT: QUIT}).items(), key=lambda item: _rank(item[0]))
    ]

    def chosen(id: str | None) -> None:
        if id == QUIT:
            app.leave()
        elif id is not None:
            app.call_later(app.action_do, id)

    dialog = app.kept(ChoiceDialog).offer(
        choices, title="Commands", prompt="type what you want to do"
    )
    app.ask(dialog, chosen)


def _rank(id: str) -> int:
    return next((place for place, one in enumerate(FIRST) if id.startswith(one)), len(FIRST))
