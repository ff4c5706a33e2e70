"""Moving through the text: rows, pages, turns, questions, chapters, marks, the way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command
from playhead.reader.panes.places import time_of
from playhead.reader.view.selecting import step_unit

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

Run = Callable[["PlayheadApp"], None]

SECTIONS = {
    "teaser": "teaser",
    "introduction": "introduction",
    "sponsor": "advertisement",
    "closing": "closing",
}
NOTHING = {
    "question": "No question",
    "chapter": "No chapter",
    "turn": "No turn",
    "sentence": "No sentence",
    "doubt": "No doubtful turn",
    "note": "No note",
    "hit": "No hit",
}
NONE_AT_ALL = {
    "doubt": ("No turn is in doubt; {key} corrects this one.", "write.correct"),
    "note": ("No notes yet; {key} writes one.", "write.note"),
    "hit": ("Nothing is searched for; {key} searches.", "search.open"),
}
"""What is said where there is none in the whole talk, and the command that helps."""


def row(by: int) -> Run:
    """Move by rows of words."""
    return lambda app: app.move_to(app.view.row_offset(by))


def page(share: float) -> Run:
    """Move by a share of a page."""
    return lambda app: app.move_to(app.view.page(share))


def step(kind: str, by: int) -> Run:
    """Move to the next start of `kind`, or the one before; a long jump is remembered."""
    return partial(_step, kind, by)


def _step(kind: str, by: int, app: PlayheadApp) -> None:
    selection = app.view.selection
    if selection is not None and kind in ("turn", "sentence"):
        transcript = app.reading.transcript
        units = transcript.turns if kind == "turn" else transcript.sentences
        app.move_to(step_unit(units, selection, by))
        return
    starts, here = app.reading.starts(kind), app.reading.position
    index = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
    is_around = kind == "hit" and bool(starts) and not 0 <= index < len(starts)
    if is_around:
        index %= len(starts)
    if 0 <= index < len(starts):
        app.go_to(starts[index], remember=kind not in ("turn", "sentence"), jump=kind != "sentence")
        if kind == "hit":
            app.say(f"hit {index + 1}/{len(starts)}{', around the end' if is_around else ''}")
        if kind == "doubt" and app.reading.turn is not None:
            sure = f"{app.reading.turn.confidence:.0%} sure who speaks"
            app.say(f"{sure}; {app.keys_of('write.correct')} corrects it")
    elif not starts and kind in NONE_AT_ALL:
        words, id = NONE_AT_ALL[kind]
        app.say(words.format(key=app.keys_of(id)))
    else:
        app.say(f"{NOTHING[kind]} {'after' if by > 0 else 'before'} this.")


def edge(end: bool) -> Run:
    """Go to the first or the last words."""

    def run(app: PlayheadApp) -> None:
        turns = app.reading.transcript.turns
        if turns:
            app.go_to(turns[-1].start if end else 0)
            if end:
                last = app.view.row_offset(10_000)
                app.go_to(last, remember=False, jump=False, reads=False)

    return run


def go_back(app: PlayheadApp) -> None:
    """Go back to the place before the last jump."""
    offset = app.reading.jumps.go_back(app.reading.position)
    _go_again(app, offset, "Nowhere to go back to.")


def go_forward(app: PlayheadApp) -> None:
    """Go forward again."""
    offset = app.reading.jumps.go_forward(app.reading.position)
    _go_again(app, offset, "Nowhere to go forward to.")


def _go_again(
    app: PlayheadApp, offset: int | None, nowhere: str, *, remember: bool = False
) -> None:
    if offset is None:
        app.say(nowhere)
    else:
        app.reveal(offset)
        app.go_to(offset, remember=remember)


def set_mark(app: PlayheadApp) -> None:
    """Wait for the letter of a mark and set it here."""
    app.wait_for_key("mark with which letter?", partial(_set_mark, app))


def _set_mark(app: PlayheadApp, letter: str) -> None:
    if letter.isalpha():
        app.reading.marks[letter] = app.reading.position
        app.say(f"mark {letter} set")


def go_to_mark(app: PlayheadApp) -> None:
    """Wait for the letter of a mark and go there."""
    transcript, marks = app.reading.transcript, sorted(app.reading.marks.items())
    if not marks:
        app.say(f"No marks yet; {app.keys_of('move.set_mark')} and a letter sets one.")
        return
    places = "  ".join(f"{letter} {time_of(transcript, offset)}" for letter, offset in marks)
    app.wait_for_key(f"go to mark: {places}", partial(_go_to_mark, app))


def _go_to_mark(app: PlayheadApp, letter: str) -> None:
    offset = app.reading.marks.get(letter)
    _go_again(app, offset, f"There is no mark {letter}.", remember=True)


def skip(app: PlayheadApp) -> None:
    """Skip the teaser, the introduction, the advertisement we are in."""
    here, transcript = app.reading.position, app.reading.transcript
    for section in transcript.sections:
        if section.start <= here < section.end and section.kind != "interview":
            after = [turn.start for turn in transcript.turns if turn.start >= section.end]
            app.go_to(after[0]) if after else edge(True)(app)
            app.say(f"{SECTIONS[section.kind]} skipped; {app.keys_of('move.back')} goes back")
            return
    app.say("Nothing to skip here: this is the interview.")


def go_to(app: PlayheadApp) -> None:
    """Ask for a turn, a question, a time or a percentage, or how far on or back."""
    from playhead.reader.dialogs.go_to import GoToDialog

    def answer(offset: int | None) -> None:
        if offset is not None:
            app.reveal(offset)
            app.go_to(offset)

    app.ask(app.kept(GoToDialog).offer(app.reading.transcript, app.reading.position), answer)


COMMANDS = (
    Command("move.down", "j,down", "a line down", row(1)),
    Command("move.up", "k,up", "a line up", row(-1)),
    Command("move.page_down", "pagedown", "a page down", page(1)),
    Command("move.page_up", "pageup", "a page up", page(-1)),
    Command("move.half_down", "ctrl+d", "half a page down", page(0.5)),
    Command("move.half_up", "ctrl+u", "half a page up", page(-0.5)),
    Command("move.next_turn", "J", "next turn", step("turn", 1)),
    Command("move.previous_turn", "K", "previous turn", step("turn", -1)),
    Command("move.next_question", "right_square_bracket", "next question", step("question", 1)),
    Command(
        "move.previous_question", "left_square_bracket", "previous question", step("question", -1)
    ),
    Command("move.next_chapter", "right_curly_bracket", "next chapter", step("chapter", 1)),
    Command("move.previous_chapter", "left_curly_bracket", "previous chapter", step("chapter", -1)),
    Command("move.next_note", "e", "next note", step("note", 1)),
    Command("move.previous_note", "E", "previous note", step("note", -1)),
    Command("move.next_doubt", "d", "next doubtful turn", step("doubt", 1)),
    Command("move.previous_doubt", "D", "previous doubtful turn", step("doubt", -1)),
    Command("move.start", "g,home", "to the start", edge(False)),
    Command("move.end", "G,end", "to the end", edge(True)),
    Command("move.go_to", "colon", "go to 24, q4, 12:30, 40%, +5 turns on", go_to),
    Command("move.back", "H,ctrl+o,alt+left", "back to where we were", go_back),
    Command("move.forward", "L,alt+right", "forward again", go_forward),
    Command("move.set_mark", "M", "mark this place with a letter", set_mark),
    Command("move.go_to_mark", "apostrophe,grave_accent", "go to a mark", go_to_mark),
    Command("move.skip", "s", "skip this section: teaser, advertisement", skip),
)
