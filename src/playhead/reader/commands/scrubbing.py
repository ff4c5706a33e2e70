"""Scrubbing by keys: seconds, and tenths of the talk; playing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command
from playhead.reader.commands.moving import Run, step
from playhead.reader.view.words import step_stretch

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp


def playing_on(run: Run) -> Run:
    """What goes to another second, where the talk plays, plays on from there."""
    return lambda app: app.player.steer(partial(run, app))


def by_seconds(seconds: float) -> Run:
    """Scrub by seconds; it always moves by a word at least."""

    def run(app: PlayheadApp) -> None:
        before = app.reading.position
        wanted = app.scrub.seconds + seconds
        offset = app.offset_at(wanted)
        text = app.reading.transcript.text
        if offset <= before and seconds > 0:
            offset = step_stretch(text, before, 1)
        if offset >= before and seconds < 0 and before > 0:
            offset = step_stretch(text, before, -1)
        app.go_to(offset, remember=False, jump=False)

    return playing_on(run)


def to_tenth(tenth: int) -> Run:
    """Go to a tenth of the talk."""
    return playing_on(partial(_to_tenth, tenth))


def _to_tenth(tenth: int, app: PlayheadApp) -> None:
    if app.lanes is not None:
        app.go_to(app.offset_at(app.lanes.length * tenth / 10))


def play(app: PlayheadApp) -> None:
    """Run the text at speaking pace, or stop."""
    app.player.toggle()


def speed(by: int) -> Run:
    """Play faster or slower."""
    return lambda app: app.player.change_speed(by)


def open_source(app: PlayheadApp) -> None:
    """Open the source at this second, where it has an address; copy that where nothing opens it."""
    from playhead.reader.browser import open_address
    from playhead.transcript.citation import link_at

    address = link_at(app.reading.transcript, app.reading.position)
    if not address.startswith(("https://", "http://")):
        app.say("This transcript has no address to open.")
    elif open_address(address):
        app.say(f"opened {address}")
    else:
        app.copy(address, "there is no browser here; the address was copied")


COMMANDS = (
    Command("scrub.back", "left", "5 s back", by_seconds(-5)),
    Command("scrub.on", "right", "5 s on", by_seconds(5)),
    Command("scrub.far_back", "shift+left", "30 s back", by_seconds(-30)),
    Command("scrub.far_on", "shift+right", "30 s on", by_seconds(30)),
    *(
        Command(
            f"scrub.tenth_{tenth}",
            str(tenth),
            f"to {tenth * 10}% of the talk",
            to_tenth(tenth),
            "to that tenth; no counts here",
        )
        for tenth in range(10)
    ),
    Command("play.toggle", "space", "play, pause", play),
    Command("play.faster", "plus,equals_sign", "faster", speed(1)),
    Command("play.slower", "minus", "slower", speed(-1)),
    Command("play.next_sentence", "full_stop", "next sentence", playing_on(step("sentence", 1))),
    Command(
        "play.previous_sentence", "comma", "previous sentence", playing_on(step("sentence", -1))
    ),
    Command("play.open", "p", "open the source at this second", open_source),
)
