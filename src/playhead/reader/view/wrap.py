"""A stretch of text -> the lines it takes, as offsets. Counts cells, not characters."""

from __future__ import annotations

import re
from functools import lru_cache

from playhead.reader.view.words import unbroken

# Every character outside these ranges may take no cell or two, and is measured one by one.
_UNEVEN = re.compile(
    "[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u257f]"
)


def is_even(text: str) -> bool:
    """Whether every character of `text` takes exactly one cell."""
    return text.isascii() or _UNEVEN.search(text) is None


def wrap(text: str, start: int, end: int, width: int, indent: int = 0) -> list[tuple[int, int]]:
    """Break `text[start:end]` into lines of at most `width` cells, the first shorter by `indent`.

    Returns the offsets of each line, without the space at its end. A word longer than a line is
    broken where the line is full. Line breaks in the text are kept.
    """
    width = max(8, width)
    if not is_even(text[start:end]):
        return _wrap_uneven(text, start, end, width, indent)
    lines: list[tuple[int, int]] = []
    at = start
    room = width - indent
    while at < end:
        found = _breaker(room).match(text, at, end)
        if found is None:
            break
        if found.end(1) > at or found.end() > at + 1:
            lines.append((at, found.end(1)))
        at = found.end()
        room = width
    return lines


@lru_cache(maxsize=32)
def _breaker(width: int) -> re.Pattern[str]:
    """One line: as many words as fit, or as much of a long word; then the space after it."""
    return re.compile(rf"((?:[^\n]{{0,{width}}}(?<=\S)(?=\s|\Z))|[^\s]{{1,{width}}}|)\s?[^\S\n]*")


def _wrap_uneven(text: str, start: int, end: int, width: int, indent: int) -> list[tuple[int, int]]:
    from textual._cells import cell_len

    lines: list[tuple[int, int]] = []
    begin, last, used = start, start, indent
    for word in unbroken().finditer(text, start, end):
        token = word.group()
        if token == "\n":
            if last > begin:
                lines.append((begin, last))
            begin = last = word.end()
            used = 0
            continue
        size = cell_len(token)
        if token.isspace():
            used += size
            continue
        if used + size > width and last > begin:
            lines.append((begin, last))
            begin, used = word.start(), 0
        elif last == begin:
            begin = word.start()
            used = indent if not lines else 0
        if used + size > width:
            begin, used = _break_word(text, word.start(), word.end(), width, used, lines)
        else:
            used += size
        last = word.end()
    if last > begin:
        lines.append((begin, last))
    return lines


def _break_word(
    text: str, start: int, end: int, width: int, used: int, lines: list[tuple[int, int]]
) -> tuple[int, int]:
    """Break one long word, whole lines going to `lines`; where the rest begins, and its cells."""
    from rich.cells import get_character_cell_size

    begin = start
    for at in range(start, end):
        size = get_character_cell_size(text[at])
        if used + size > width and at > begin:
            lines.append((begin, at))
            begin, used = at, 0
        used += size
    return begin, used


def column_of(line: str, index: int) -> int:
    """The cell at which the character `index` of `line` begins."""
    if is_even(line):
        return index
    from textual._cells import cell_len

    return cell_len(line[:index])


def index_at(line: str, column: int) -> int:
    """The character of `line` that covers cell `column`; its length when beyond the end."""
    if is_even(line):
        return max(0, min(column, len(line)))
    from rich.cells import get_character_cell_size

    used = 0
    for index, character in enumerate(line):
        used += get_character_cell_size(character)
        if used > column:
            return index
    return len(line)


def cut(line: str, cells: int) -> str:
    """As much of `line` as fits in `cells`, an ellipsis where some is left out."""
    if column_of(line, len(line)) <= cells:
        return line
    return line[: index_at(line, max(0, cells - 1))].rstrip() + "…" if cells > 0 else ""
