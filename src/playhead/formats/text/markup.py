"""Marks of Markdown, HTML and chats in lines of text: made plain where they are not spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BOLD_TAG = re.compile(r"^(\W*)<(b|strong)>([^<>\n]{1,80})</\2>", re.IGNORECASE)
_EDGE_TAG = re.compile(r"^<p(?: [^<>]{0,200})?>|(?:</p>|<br ?/?>)$", re.IGNORECASE)
_UNDERSCORED = re.compile(r"^(\W*)(?<!_)_(?!_)(\S[^\n]{0,60}?)_(?=[:：\s]|$)")
_SPACED = re.compile(r"^(\W{0,6}(\*\*|__)[^*_\n]{1,80}?[:：])[ \t]+\2(?=\S)")
_STAMP = re.compile(r"#(\d\d:\d\d:\d\d)-(\d)#")
"""The times of f4 and MAXQDA; at the end of a paragraph it is the time of the next one's begin."""

_TICKED = re.compile(r"`\[?((?:\d{1,2}:)?\d{1,3}:\d\d(?:[.,]\d{1,3})?)\]?`")
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

_TIME_HEADING = re.compile(r"#{1,6}[ \t]+\**((?:\d{1,2}:)?\d{1,2}:\d\d)\**$")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\((?:https?://|/|#)[^\s()]*(?:\([^\s()]*\))?\)")
_TIME = re.compile(r"[(\[]?(?:\d{1,2}:)?\d{1,3}:\d\d[)\]]?")
_BOLD = re.compile(r"(?<!\\)(\*\*|__)(?=\S)([^\n]{0,5000}?[^\s\\])\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_lines(lines: Sequence[str]) -> list[str]:
    """`lines` with tags, quotation marks of Markdown and the `From` of chats made plain."""
    full = len(lines) - lines.count("")
    quoted = sum([line.startswith("> ") for line in lines])
    if quoted > 0.5 * full:
        lines = [line[1:].lstrip() if line.startswith(">") else line for line in lines]
    elif quoted:
        lines = [line[2:] if line.startswith("> **") else line for line in lines]
    plain = _with_times_of_day([_plain(line) if line else line for line in lines])
    is_stamped = any("#" in line and _STAMP.search(line) for line in plain)
    return _with_stamps_before(plain) if is_stamped else plain


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


def unmarked(text: str) -> str:
    """`text` without the marks round bold type."""
    return _BOLD.sub(r"\2", text) if "*" in text or "_" in text else text


def unescaped(text: str) -> str:
    """`text` without the backslashes that keep Markdown from reading marks into words."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def unlinked(text: str) -> tuple[str, int]:
    """`text` with the words of links alone, and how many there were; times that are links stay."""
    # A single character is looked for ten times as fast as two.
    if "]" not in text or "](" not in text:
        return text, 0
    count = 0

    def words(match: re.Match[str]) -> str:
        nonlocal count
        if _TIME.fullmatch(match[1]):
            return match.group()
        count += 1
        return match[1]

    return _LINK.sub(words, text), count


def _plain(line: str) -> str:
    if "<" in line:
        line = _BOLD_TAG.sub(r"\1**\3**", _EDGE_TAG.sub("", line).strip())
    if "_" in line:
        line = _UNDERSCORED.sub(r"\1*\2*", line)
    if line == "&nbsp;":
        return ""
    if line[0] == "#" and (match := _TIME_HEADING.match(line)):
        return match[1]
    if ": **" in line or ": __" in line:
        line = _SPACED.sub(r"\1\2 ", line)
    if "`" in line:
        line = _TICKED.sub(r"[\1]", line)
    if line[:1].isdigit() and "From" in line:
        line = _CHAT.sub(r"\1 \2:", line)
    if line[:1] in "[0123456789" and (match := _MESSAGE.match(line)):
        line = f"[{_of_day(match[1], match[2])}] {line[match.end() :]}"
    return line


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
