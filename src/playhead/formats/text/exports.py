"""What programs write beside words, in their own ways: numbers of lines, times, heads of messages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_STAMP = re.compile(r"#(\d\d:\d\d:\d\d)-(\d)#")
"""The times of f4 and MAXQDA; at the end of a paragraph it is the time of the next one's begin."""

_CHAT = re.compile(
    r"^(\d\d:\d\d:\d\d)[ \t]+From[ \t]+(.{1,60}?)(?:[ \t]+[tT]o[ \t]+[^:\n]{1,60})?[ \t]*:"
)
_DAY_TIME = r"(\d{1,2}:\d\d(?::\d\d)?)(?:[ \u202f]?([AP])\.?M\.?)?"
_MESSAGE = re.compile(
    rf"^\[?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},? {_DAY_TIME}\]?(?: -)? (?=[^:]{{1,60}}: )",
    re.IGNORECASE,
)
_NAMED_AT = re.compile(rf"^([A-ZÀ-Þ][\w'’.-]*(?:[ ]+[A-ZÀ-Þ][\w'’.-]*){{0,4}})[ \t]+{_DAY_TIME}$")
"""A message of WhatsApp, and the head of one of Slack or Teams; their times are of the day."""

FEWEST_HEADS = 2
"""Heads of messages at least, so that `Monday 3:20 PM` stays talk."""

_LINE_NUMBER = re.compile(r"(\d{1,2})(?:[ \t]{2,}|$)")
NUMBERED, ONWARD = 0.7, 0.9
"""Lines are numbered, as courts have them, where this share of them are, this share of those in turn."""


def common_lines(lines: Sequence[str]) -> list[str]:
    """`lines` with times in brackets or behind names, as most programs write them."""
    if any(line[:2] == "2 " for line in lines):
        lines = _without_numbers(lines)
    made = _with_times_of_day([_message(line) for line in lines])
    is_stamped = any("#" in line and _STAMP.search(line) for line in made)
    return _with_stamps_before(made) if is_stamped else made


def _message(line: str) -> str:
    """A line of a chat: its time and who says it, without the date and to whom."""
    if line[:1].isdigit() and "From" in line:
        return _CHAT.sub(r"\1 \2:", line)
    if line[:1] in "[0123456789" and (match := _MESSAGE.match(line)):
        return f"[{_of_day(match[1], match[2])}] {line[match.end() :]}"
    return line


def _without_numbers(lines: Sequence[str]) -> Sequence[str]:
    """`lines` without the numbers of lines on a page before them."""
    full = len(lines) - lines.count("")
    found = [_LINE_NUMBER.match(line) for line in lines]
    numbers = [int(one[1]) for one in found if one]
    onward = sum(after in (before + 1, 1) for before, after in pairwise(numbers))
    if len(numbers) < max(2, NUMBERED * full) or onward < ONWARD * (len(numbers) - 1):
        return lines
    return [line[one.end() :] if one else line for line, one in zip(lines, found, strict=True)]


def _with_stamps_before(lines: list[str]) -> list[str]:
    """`lines` with times in brackets before their words."""
    made: list[str] = []
    waiting = "[00:00:00.0] " if any(_STAMP.search(line, 1) for line in lines) else ""
    for line in lines:
        match = _STAMP.search(line)
        if match is None or match.end() == len(line):
            words = line[: match.start()].rstrip() if match else line
            made.append(waiting + words if words else words)
            waiting = "" if words else waiting
        else:
            made.append(_STAMP.sub(r"[\1.\2]", line))
            waiting = ""
        if match and match.end() == len(line):
            waiting = f"[{match[1]}.{match[2]}] "
    return made


def _with_times_of_day(lines: list[str]) -> list[str]:
    """`lines` with the heads of messages, `Ann Lee  10:02 AM`, as other programs write them."""
    heads = {
        number: match
        for number, line in enumerate(lines)
        if line[-2:] in ("AM", "PM") and (match := _NAMED_AT.match(line))
    }
    if len(heads) < FEWEST_HEADS:
        return lines
    for number, match in heads.items():
        lines[number] = f"{match[1]}  {_of_day(match[2], match[3])}"
    return lines


def _of_day(clock: str, half: str | None) -> str:
    """A time of day with hours of twenty-four, minutes and seconds."""
    hours, minutes, *seconds = clock.split(":")
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return f"{hour:02}:{minutes}:{seconds[0] if seconds else '00'}"
