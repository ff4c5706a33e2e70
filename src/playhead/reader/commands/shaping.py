"""How the text is laid out: measure, folds, what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

NARROWEST, WIDEST = 40, 100


def measure(by: int) -> Callable[[PlayheadApp], None]:
    """Make lines longer or shorter; it is remembered."""

    def run(app: PlayheadApp) -> None:
        wanted = max(NARROWEST, min(WIDEST, app.view.shape.measure + by))
        app.view.set_shape(replace(app.view.shape, measure=wanted))
        app.settings.keep("measure", wanted)
        app.say(f"lines of {wanted} characters")

    return run


def fold(app: PlayheadApp) -> None:
    """Fold this turn to its first line, or unfold it."""
    turn = app.reading.turn
    if turn is not None:
        app.view.set_shape(replace(app.view.shape, folded=app.view.shape.folded ^ {turn.id}))


def fold_answers(app: PlayheadApp) -> None:
    """Fold all answers to their first lines, or unfold them."""
    shape = app.view.shape
    app.view.set_shape(replace(shape, folds_answers=not shape.folds_answers, folded=frozenset()))
    app.say("answers folded" if not shape.folds_answers else "answers unfolded")


def open_here(app: PlayheadApp) -> None:
    """Unfold this turn; where turns are left out, show all that is around it."""
    here, turn, shape = app.reading.position, app.reading.turn, app.view.shape
    if turn is not None and shape.folds(turn):
        app.view.set_shape(replace(shape, folded=shape.folded ^ {turn.id}))
    elif not app.reading.filter.is_all:
        app.set_filter(type(app.reading.filter)())
        app.go_to(here, remember=False, jump=False)
    else:
        app.say("Nothing is folded or left out here.")


def only_questions(app: PlayheadApp) -> None:
    """Show the questions alone, or everything."""
    wanted = not app.reading.filter.only_questions
    app.set_filter(replace(app.reading.filter, only_questions=wanted))
    if wanted:
        app.say(f"{app.keys_of('shape.open')} shows what was answered")


def backchannels(app: PlayheadApp) -> None:
    """Leave out “mhm” and “yeah”, or show them."""
    wanted = not app.reading.filter.hides_backchannels
    app.set_filter(replace(app.reading.filter, hides_backchannels=wanted))
    app.say("backchannels left out" if wanted else "backchannels shown")


COMMANDS = (
    Command("shape.wider", "greater_than_sign", "longer lines", measure(4)),
    Command("shape.narrower", "less_than_sign", "shorter lines", measure(-4)),
    Command("shape.fold", "i", "fold this turn", fold),
    Command("shape.fold_answers", "I", "fold all answers", fold_answers),
    Command("shape.open", "enter", "unfold this turn, show all around it", open_here),
    Command("shape.questions", "Q", "questions only", only_questions),
    Command("shape.backchannels", "b", "leave out mhm and yeah", backchannels),
)
