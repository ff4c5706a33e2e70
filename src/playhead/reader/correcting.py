"""Correcting a turn: ask what is wrong, note it in the notebook, read the transcript anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.dialogs.correct import CorrectionChoice


def ask_correction(app: PlayheadApp) -> None:
    """Ask what to correct of this turn or of the words selected in it."""
    from playhead.reader.dialogs.correct import CorrectDialog

    turn = app.reading.turn
    if turn is None:
        return
    span = app.selected_span()
    if span is not None and not (turn.start <= span[0] < span[1] <= turn.end):
        span = None

    def answer(choice: CorrectionChoice | None) -> None:
        if choice is not None:
            _apply(app, choice)

    app.push_screen(CorrectDialog(app.reading.transcript, turn, span), answer)


def _apply(app: PlayheadApp, choice: CorrectionChoice) -> None:
    app.keeper.change(
        "corrected; u takes it back",
        lambda book: book.correct(
            choice.action, choice.start, choice.end, speaker=choice.speaker, to=choice.to
        ),
        lambda _: _show(app),
    )


def _show(app: PlayheadApp) -> None:
    app.view.select(None)
    app.reopen()
