"""Selecting words by keys: v begins, then word, sentence or turn, and any movement draws it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command
from playhead.reader.view.selecting import Selection, sentence_at, turn_span
from playhead.reader.view.words import step_word, word_at

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

ACTS = {"write.note": "note", "write.highlight": "highlight", "write.copy": "copy"}
DRAWN = (
    ("select.word", "select.word_back", "word"),
    ("play.next_sentence", "play.previous_sentence", "sentence"),
    ("move.next_turn", "move.previous_turn", "turn"),
)
"""What is said when a selection begins: what to do with it, and how to draw it on and back."""


def select(app: PlayheadApp) -> None:
    """Begin at the sentence; again takes the turn; then ends."""
    here = app.reading.position
    transcript = app.reading.transcript
    sentence, turn = sentence_at(transcript, here), turn_span(transcript, here)
    spans = [sentence, turn] if sentence != turn else [turn]
    current = app.view.selection
    if current is None:
        _take(app, spans[0])
        app.say(_ways_on(app))
    elif (current.anchor, current.reach + 1) == spans[0] and len(spans) > 1:
        _take(app, spans[1])
    else:
        app.view.select(None)


def _ways_on(app: PlayheadApp) -> str:
    """What can be done with a selection, with the keys as they are."""
    acts = [f"{app.keys_of(id)} {words}" for id, words in ACTS.items()]
    drawn = [f"{app.keys_of(on)} {app.keys_of(back)} by {unit}" for on, back, unit in DRAWN]
    return " · ".join(["selecting", *acts, *drawn])


def _take(app: PlayheadApp, span: tuple[int, int]) -> None:
    app.view.select(Selection(span[0], max(span[0], span[1] - 1)))


def by_word(by: int) -> Callable[[PlayheadApp], None]:
    """Draw the selection on by a word; with none, begin one at the word."""

    def run(app: PlayheadApp) -> None:
        text = app.reading.transcript.text
        current = app.view.selection
        if current is None:
            _take(app, word_at(text, app.reading.position))
            return
        reach = step_word(text, current.reach, by)
        app.view.select(Selection(current.anchor, reach))
        app.go_to(reach, remember=False, jump=False)

    return run


COMMANDS = (
    Command("select.toggle", "v", "select the sentence, then the turn", select),
    Command("select.word", "w", "select a word more", by_word(1)),
    Command("select.word_back", "W", "select a word less", by_word(-1)),
)
