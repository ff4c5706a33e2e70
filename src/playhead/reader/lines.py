"""The line above the text and the line below the bar: what is read, where we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from playhead.reader.panes.places import are_times_estimated, turn_index
from playhead.reader.view.words import count_words
from playhead.text import counted, one_line
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
MUTED = "$foreground-muted"
BETWEEN = "  ·  "
BETWEEN_SAID = " · "
"""Stands between parts of what is said; the last of them are left out where there is no room."""
ROOM_FOR_TIME = 12
"""Cells that stay for the time beside what is said, as long as there is anything else to leave out."""
CUT = 9
"""The rank of the part that may be cut, the title of the chapter, and the first to go."""
APART = 3
"""Cells at least between the place and what is said."""
SHORTEST, LONGEST_SIFT, LONGEST_NAME = 12, 24, 20
"""Cells to which a title may be cut, and to which the name of a filter and of a speaker is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the status line. The highest `rank` is left out first, rank 0 last.

    `follows` says that it belongs to the part before it.
    """

    words: str
    rank: int
    style: str = MUTED
    follows: bool = False


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
    is_calm = state in ("", "saved") and not app.stage
    # Beside a draft, "saved" would say of it what is true of the notes alone.
    if drafts := sum(one.name != app.draft_in_hand for one in app.keeper.drafts):
        waiting = f"{counted(drafts, 'draft')} not saved"
        words, style = (waiting, "$text-warning") if is_calm else (f"{words}  {waiting}", style)
    elif app.draft_in_hand and is_calm:
        words, style = "draft kept", "italic $foreground-muted"
    right = Content.assemble((f"{words} ", style))
    right = right.truncate(max(1, width * 2 // 3), ellipsis=True)
    more = "  ·  ".join(one_line(one) for one in (transcript.channel, transcript.date) if one)
    left = Content.assemble(
        (f" {one_line(transcript.title or Path(transcript.origin.path).name)}", "bold"),
        (f"   {more}", "$foreground-muted"),
    )
    room = max(1, width - right.cell_length - 1)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " ", right)


def status_line(app: PlayheadApp, width: int) -> Content:
    """Time, speaker, turn, question, share, chapter; what was last said, or the keys to know.

    What has no room is left out whole, the least wanted first; what is said comes before the place.
    """
    if app.lanes is None or not app.reading.transcript.turns:
        return Content(" ")
    if app.said:
        right = _said(app, width)
        left = _fitting(_place(app), width - right.cell_length - APART)
    else:
        # By the palette and by help all else is found, without keys too.
        left = _fitting(_place(app), width - _hint(app, 0).cell_length - 2)
        right = _hint(app, width - left.cell_length)
    room = max(0, width - right.cell_length - 1)
    return Content.assemble(left.truncate(room, pad=True), " " if room else "", right)


def _said(app: PlayheadApp, width: int) -> Content:
    """What was said; where it is too long its last parts go, then the place beside it."""
    parts = app.said.split(BETWEEN_SAID)
    while len(parts) > 1 and cell_len(BETWEEN_SAID.join(parts)) > width - ROOM_FOR_TIME:
        parts.pop()
    words = Content.assemble((f"{BETWEEN_SAID.join(parts)} ", "italic $text-warning"))
    return words.truncate(width, ellipsis=True)


def _fitting(parts: Sequence[Part], room: int) -> Content:
    """As many parts as there is room for, in their order; a title at the end may be cut."""
    kept = list(parts)
    while kept and _join(kept).cell_length > room:
        least = max(kept, key=lambda part: part.rank)
        kept.remove(least)
        cut_to = room - _join(kept).cell_length - len(BETWEEN)
        if least.rank == CUT and cut_to >= SHORTEST:
            words = Content(least.words).truncate(cut_to, ellipsis=True).plain
            return _join([*kept, Part(words, least.rank)])
    return _join(kept)


def _join(parts: Sequence[Part]) -> Content:
    content = Content("")
    for part in parts:
        between = BETWEEN if content and not part.follows else ""
        content += Content.assemble((between, MUTED), (part.words, part.style))
    return content


def _place(app: PlayheadApp) -> list[Part]:
    """Where we are, and what is left out of the text."""
    reading, lanes = app.reading, app.lanes
    assert lanes is not None
    turns = reading.transcript.turns
    number = turn_index(reading.transcript, reading.position) + 1
    mark = "≈ " if are_times_estimated(reading.transcript) else ""
    playing = f"▶ {app.player.speed:g}× " if app.player.is_playing else ""
    parts = [
        Part(" ", 0),
        Part(playing, 2, "bold $text-warning", follows=True),
        Part(f"{mark}{clock_face(app.scrub.seconds)}", 0, "bold", follows=True),
        Part(f" / {clock_face(lanes.length)}", 4, follows=True),
    ]
    for words in _sift(app):
        short = Content(words).truncate(LONGEST_SIFT, ellipsis=True).plain
        parts.append(Part(f"  ▽ {short}", 1, "bold $text-warning", follows=True))
    # The name over a long turn may be out of sight; colour alone would tell who speaks.
    if name := one_line(reading.transcript.name_of(turns[number - 1].speaker)):
        short = Content(name).truncate(LONGEST_NAME, ellipsis=True).plain
        parts.append(Part(short, 3 if app.said else 2))
    parts.append(Part(f"turn {number} of {len(turns)}", 3))
    if app.view.selection is not None:
        count = count_words(app.selected_text())
        return [*parts, Part(f"{counted(count, 'word')} selected", 2)]
    if asked := reading.question_number(reading.position):
        parts.append(Part(f"question {asked} of {len(reading.questions)}", 6))
    parts.append(Part(f"{100 * reading.position // max(1, turns[-1].end)}%", 5))
    section = reading.section_of(turns[number - 1])
    if section in SKIPPED:
        parts.append(Part(f"{SKIPPED[section]}: {app.keys_of('move.skip')} skips it", 4))
    elif title := lanes.chapter_at(app.scrub.seconds + 0.01):
        parts.append(Part(one_line(title), CUT))
    return parts


def _hint(app: PlayheadApp, room: int) -> Content:
    """The commands to know, to be clicked too; fewer where there is little room."""
    words = [
        Content(f"{app.keys_of(id)} {word}").stylize(Style.from_meta({"@click": f"app.do('{id}')"}))
        for id, word in HINT.items()
    ]
    for shown in (words, words[-2:]):
        hint = Content("   ").join(shown) + Content(" ")
        if hint.cell_length + 2 < room:
            break
    return hint.stylize_before(MUTED)


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
