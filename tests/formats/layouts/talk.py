"""A made-up talk, and what a layout makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap
from typing import NamedTuple


class Said(NamedTuple):
    """A turn: who, from which second on, the words."""

    name: str
    seconds: int
    words: str


Talk = list[Said]
Shape = Callable[[str, int, str], str]
"""Name, second and words of a turn -> the text of it in a file."""

PROPER = ("full", "first", "three", "capitals", "titled", "numbered", "machine")
ANY = (*PROPER, "roles", "initials", "dotted", "lettered", "hosts", "short")
PEOPLE = {
    "full": ("Ann Asker", "Bob Björn"),
    "first": ("Ann", "Bob"),
    "three": ("Ann Asker", "Bob Björn", "Cyd O'Neil-Smith"),
    "capitals": ("ANN ASKER", "BOB BJÖRN"),
    "titled": ("Dr. Ann Asker", "Prof. Bob van der Berg"),
    "numbered": ("Speaker 1", "Speaker 2"),
    "machine": ("SPEAKER_00", "SPEAKER_01"),
    "roles": ("Interviewer", "Interviewee"),
    "initials": ("AA", "BB"),
    "dotted": ("A.A.", "B.B."),
    "lettered": ("Q", "A"),
    "hosts": ("Host", "Guest"),
    "short": ("I", "P1"),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a tool writes a talk.

    `people` are the kinds of names that it can have; `keeps` says which of names and times it does.
    """

    write: Callable[[Talk], str]
    people: tuple[str, ...] = PROPER
    keeps: str = "names times"


def each(shape: Shape, before: str = "", after: str = "") -> Callable[[Talk], str]:
    """Write a talk turn by turn."""
    return lambda talk: before + "".join(shape(*said) for said in talk) + after


def clock(seconds: int) -> str:
    """A clock face of hours, minutes and seconds."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def lines_of(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` characters; words stay whole."""
    return wrap(text, width, break_on_hyphens=False, break_long_words=False)


def filled(text: str, width: int, indent: str = "", first: str = "") -> str:
    """`text` wrapped by hand: `first` is before its first line, `indent` before the others."""
    return first + f"\n{indent}".join(lines_of(text, width))


def minutes(seconds: int) -> str:
    """A clock face without hours."""
    return f"{seconds // 60}:{seconds % 60:02}"
