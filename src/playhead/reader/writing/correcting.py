"""Correcting a turn: ask what is wrong, note it in the notebook, read the transcript anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playhead.text import one_line

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.dialogs.correct import CorrectionChoice
    from playhead.transcript.model import Turn


def ask_correction(app: PlayheadApp) -> None:
    """Ask what to correct of this turn or of the words selected in it."""
    from playhead.reader.dialogs.correct import CorrectDialog

    turn = app.reading.turn
    if turn is None:
        return
    span = _selected_in(app, turn)
    app.player.stop()

    def answer(choice: CorrectionChoice | None) -> None:
        if choice is not None:
            _apply(app, choice)

    app.ask(app.kept(CorrectDialog).offer(app.reading.transcript, turn, span), answer)


def give_to_other(app: PlayheadApp) -> None:
    """Give this turn, or the words selected in it, to the other of two speakers; else ask."""
    from playhead.reader.dialogs.correct import CorrectionChoice

    turn = app.reading.turn
    if turn is None:
        return
    others = [one for one in app.reading.transcript.speakers if one.id != turn.speaker]
    if len(others) != 1:
        ask_correction(app)
        return
    start, end = _selected_in(app, turn) or (turn.start, turn.end)
    done = f"given to {one_line(others[0].name)}"
    _apply(app, CorrectionChoice("speaker", start, end, to=others[0].id), done)


def _selected_in(app: PlayheadApp, turn: Turn) -> tuple[int, int] | None:
    """The words selected, if they lie in `turn`."""
    span = app.selected_span()
    return span if span and turn.start <= span[0] < span[1] <= turn.end else None


def _apply(app: PlayheadApp, choice: CorrectionChoice, done: str = "corrected") -> None:
    app.keeper.change(
        f"{done}; {app.keys_of('write.undo')} takes it back",
        lambda book: book.correct(
            choice.action, choice.start, choice.end, speaker=choice.speaker, to=choice.to
        ),
        lambda _: _show(app),
    )


def _show(app: PlayheadApp) -> None:
    app.view.select(None)
    app.reopen()
