"""Writing: notes, highlights, undo, copying."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from playhead.reader.commands.command import Command
from playhead.reader.view.palette import COLOURS
from playhead.reader.view.selecting import passage_at, sentence_at, turn_span
from playhead.reader.view.words import count_words
from playhead.text import counted

if TYPE_CHECKING:
    from playhead.notes import Notebook
    from playhead.reader.app import PlayheadApp


def write(app: PlayheadApp) -> None:
    """Write a note on the selection or on this turn; a note that stands there is edited."""
    start, end = app.selected_span() or passage_at(app.reading.transcript, app.reading.position)
    there = next((one for one in app.reading.notes if (one.start, one.end) == (start, end)), None)
    app.edit_note(start, end, there.id if there else None)


def highlight(app: PlayheadApp) -> None:
    """Highlight the selection or this sentence; again for the next colour, after the last none."""
    transcript = app.reading.transcript
    start, end = app.selected_span() or sentence_at(transcript, app.reading.position)
    there = next((one for one in app.reading.notes if (one.start, one.end) == (start, end)), None)
    if there is None:
        job = partial(_add_highlight, start, end)
        app.keeper.change(f"highlighted in {COLOURS[0]}; h again for another colour", job)
        return
    index = COLOURS.index(there.colour) + 1 if there.colour in COLOURS else 0
    if index < len(COLOURS):
        colour = COLOURS[index]
        app.keeper.change(f"now {colour}", lambda book: book.edit(there.id, colour=colour))
    elif there.words:
        app.keeper.change("no colour", lambda book: book.edit(there.id, colour=""))
    else:
        app.keeper.change("highlight taken away", lambda book: book.remove(there.id))


def _add_highlight(start: int, end: int, book: Notebook) -> Any:
    return book.add(start, end, colour=COLOURS[0])


def remove(app: PlayheadApp) -> None:
    """Delete the note here."""
    here = app.reading.position
    turn = app.reading.turn
    found = [one for one in app.reading.notes if one.start <= here < one.end]
    if not found and turn is not None:
        found = [one for one in app.reading.notes if turn.start <= one.start < turn.end]
    if not found:
        app.say("No note here.")
        return
    id = found[0].id
    app.keeper.change("note deleted; u brings it back", lambda book: book.remove(id))


def undo(app: PlayheadApp) -> None:
    """Take the last change of notes or corrections back."""
    app.keeper.change("", lambda book: book.undo(), partial(_tell, app, "undone"))


def redo(app: PlayheadApp) -> None:
    """Do it again."""
    app.keeper.change("", lambda book: book.redo(), partial(_tell, app, "done again"))


def _tell(app: PlayheadApp, verb: str, words: str | None) -> None:
    app.say(f"{verb}: {words}" if words else f"Nothing to be {verb}.")
    if words and "correction" in words:
        app.reopen()


def copy(app: PlayheadApp) -> None:
    """Copy the selection or this turn with its citation."""
    from playhead.transcript.citation import cite

    transcript = app.reading.transcript
    start, end = app.selected_span() or turn_span(transcript, app.reading.position)
    quote = " ".join(transcript.text[start:end].split())
    cited = f"“{quote}”\n— {cite(transcript, start)}\n"
    app.copy(cited, f"copied {_count_words(quote)} with citation")


def copy_words(app: PlayheadApp) -> None:
    """Copy the bare words."""
    transcript = app.reading.transcript
    start, end = app.selected_span() or turn_span(transcript, app.reading.position)
    words = transcript.text[start:end]
    app.copy(words, f"copied {_count_words(words)}")


def _count_words(text: str) -> str:
    return counted(count_words(text), "word")


def correct(app: PlayheadApp) -> None:
    """Correct who says this turn, where it begins, what it is."""
    from playhead.reader.writing.correcting import ask_correction

    ask_correction(app)


def give_to_other(app: PlayheadApp) -> None:
    """The turn or the words selected are the other speaker's."""
    from playhead.reader.writing.correcting import give_to_other

    give_to_other(app)


COMMANDS = (
    Command("write.note", "a", "write a note on this turn or the selection", write),
    Command("write.highlight", "h", "highlight; again for another colour", highlight),
    Command("write.remove", "x", "delete the note here", remove),
    Command("write.undo", "u", "undo", undo),
    Command("write.redo", "U", "redo", redo),
    Command("write.copy", "y,ctrl+c", "copy with citation", copy),
    Command("write.copy_words", "Y", "copy the bare words", copy_words),
    Command("write.correct", "c", "correct this turn", correct),
    Command("write.other", "C", "give this turn to the other speaker", give_to_other),
)
