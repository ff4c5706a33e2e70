"""Selecting words by keys: v begins, then word, sentence or turn, and any movement draws it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command
from playhead.reader.view.selecting import Selection, sentence_at, step_word, turn_span, word_at

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp


def select(app: PlayheadApp) -> None:
    """Begin at the sentence; again takes the turn; then ends."""
    here = app.reading.position
    transcript = app.reading.transcript
    sentence, turn = sentence_at(transcript, here), turn_span(transcript, here)
    spans = [sentence, turn] if sentence != turn else [turn]
    current = app.view.selection
    if current is None:
        _take(app, spans[0])
        app.say("selecting: w W words, . , sentences, J K turns · a note · h highlight · y copy")
    elif (current.anchor, current.reach + 1) == spans[0] and len(spans) > 1:
        _take(app, spans[1])
    else:
        app.view.select(None)


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
