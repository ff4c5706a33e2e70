"""The line above the text and the line below the bar: what is read, where we are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from playhead.reader.panes.places import are_times_estimated, turn_index
from playhead.text import one_line
from playhead.transcript.times import clock_face

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

SAVE_STATES = {
    "": ("", ""),
    "saving": ("saving…", "italic $foreground-muted"),
    "saved": ("saved ✓", "$text-success"),
    "both": ("saved, both versions kept", "bold $text-warning"),
    "failed": ("NOT SAVED ✗", "bold $text-error"),
}
HINT = {
    "search.open": "find",
    "write.note": "note",
    "play.toggle": "play",
    "show.palette": "more",
    "show.help": "keys",
}
"""Commands whose keys stand in the status line while nothing else is said there."""
SKIPPED = {"teaser": "teaser", "sponsor": "advertisement"}
"""Sections that the status line tells how to skip."""


def title_line(app: PlayheadApp, width: int) -> Content:
    """Title, channel and date; whether the notes are saved, or what is being done."""
    transcript = app.reading.transcript
    is_open = app.keeper.notebook is not None
    state = app.keeper.state or ("saved" if is_open else "")
    words, style = SAVE_STATES[state]
    if state == "failed":
        words = f"{words} {one_line(app.keeper.problem)}"
    elif app.stage:
        words = f"{app.stage}…  {words if state == 'saving' else ''}".rstrip()
        style = "italic $foreground-muted"
    drafts = len(app.keeper.drafts)
    waiting = f"{drafts} {'draft' if drafts == 1 else 'drafts'} not saved  " if drafts else ""
    right = Content.assemble((waiting, "$text-warning"), (f"{words} ", style))
    right = right.truncate(max(1, width * 2 // 3), ellipsis=True)
    more = "  ·  ".join(one_line(one) for one in (transcript.channel, transcript.date) if one)
    left = Content.assemble(
        (f" {one_line(transcript.title or Path(transcript.origin.path).name)}", "bold"),
        (f"   {more}", "$foreground-muted"),
    )
    room = max(1, width - right.cell_length - 1)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " ", right)


def status_line(app: PlayheadApp, width: int) -> Content:
    """Time, turn, question, share, chapter; what was last said, or the keys to know."""
    if app.lanes is None or not app.reading.transcript.turns:
        return Content(" ")
    playing = f" ▶ {app.player.speed:g}× " if app.player.is_playing else " "
    mark = "≈ " if are_times_estimated(app.reading.transcript) else ""
    here = f"{mark}{clock_face(app.scrub.seconds)}"
    sift = "  ".join(_sift(app))
    left = Content.assemble(
        (playing, "bold $text-warning"),
        (here, "bold"),
        ("  ·  ".join(_place(app, width)), "$foreground-muted"),
        (f"  ▽ {sift}" if sift else "", "bold $text-warning"),
    )
    if app.said:
        right = Content.assemble((f"{app.said} ", "italic $text-warning"))
        right = right.truncate(max(12, width - len(playing + here) - 2), ellipsis=True)
    else:
        right = _hint(app, width - left.cell_length)
    room = max(1, width - right.cell_length - 1)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " ", right)


def _place(app: PlayheadApp, width: int) -> list[str]:
    """Where we are, in as many parts as fit well in `width`."""
    reading, lanes = app.reading, app.lanes
    assert lanes is not None
    turns = reading.transcript.turns
    number = turn_index(reading.transcript, reading.position) + 1
    parts = [f" / {clock_face(lanes.length)}", f"turn {number} of {len(turns)}"]
    if app.view.selection is not None:
        count = len(app.selected_text().split())
        return [*parts, f"{count} word{'' if count == 1 else 's'} selected"]
    if width >= 90 and reading.questions:
        asked = reading.question_number(reading.position)
        parts.append(f"question {asked} of {len(reading.questions)}")
    parts.append(f"{100 * reading.position // max(1, turns[-1].end)}%")
    section = reading.section_of(turns[number - 1])
    if section in SKIPPED:
        parts.append(f"{SKIPPED[section]}: {app.keys_of('move.skip')} skips it")
    elif width >= 100 and (title := lanes.chapter_at(app.scrub.seconds + 0.01)):
        parts.append(one_line(title))
    return parts


def _hint(app: PlayheadApp, room: int) -> Content:
    """The commands to know, to be clicked too; fewer where there is little room."""
    words = [
        Content(f"{app.keys_of(id)} {word}").stylize(Style.from_meta({"@click": f"app.do('{id}')"}))
        for id, word in HINT.items()
    ]
    for shown in (words, words[-2:], words[-1:]):
        hint = Content("   ").join(shown) + Content(" ")
        if hint.cell_length + 2 < room:
            return hint.stylize_before("$foreground-muted")
    return Content("")


def _sift(app: PlayheadApp) -> list[str]:
    """What the filter lets through, in words."""
    chosen = app.reading.filter
    words = []
    if chosen.kind == "topic":
        words.append(f"only {one_line(chosen.value)}")
    if chosen.kind == "speaker":
        words.append(f"only {one_line(app.reading.transcript.name_of(chosen.value))}")
    if chosen.only_questions:
        words.append("only questions")
    return words
