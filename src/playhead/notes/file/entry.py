"""Entries of a list as YAML text, written anew or with some keys changed."""

from __future__ import annotations

import re
from typing import Any

from playhead.notes.file.events import Node, plain, read_tree
from playhead.notes.file.scalars import block, flow, quoted

PLACES = ("start", "end", "time")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def indent_of(text: str) -> str:
    """The white space before the dash of an entry."""
    return text[: len(text) - len(text.lstrip(" "))]


def entry_text(values: dict[str, Any], indent: str = "") -> str:
    """An entry of a list as YAML: a key a line, texts of several lines as blocks."""
    lines = [pair(key, value, indent + "  ") for key, value in values.items()]
    return indent + "- " + lines[0].lstrip() + "".join(lines[1:])


def pair(key: str, value: Any, indent: str) -> str:
    """A key and its value on lines of their own."""
    if isinstance(value, (dict, list, tuple)):
        return f"{indent}{flow(key)}: {line_item(value)}\n"
    if key == "note" or "\n" in str(value):
        return f"{indent}{flow(key)}: {block(str(value), indent + '  ')}\n"
    return f"{indent}{flow(key)}: {value if _is_number(key, value) else flow(str(value))}\n"


def line_item(value: Any, key: str = "") -> str:
    """A value on one line, within others."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{line_item(k)}: {line_item(v, k)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(line_item(one) for one in value) + "]"
    if _is_number(key, value):
        return str(value)
    text = flow(str(value))
    # A comma ends an item of a list on one line.
    return text if "," not in text or text.startswith('"') else f'"{text}"'


def quoted_item(value: Any, key: str = "") -> str:
    """A value on one line, as JSON too reads it."""
    if isinstance(value, dict):
        pairs = (f"{quoted(str(k))}: {quoted_item(v, k)}" for k, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(quoted_item(one) for one in value) + "]"
    return str(value) if _is_number(key, value) else quoted(str(value))


def _is_number(key: str, value: Any) -> bool:
    """Places are numbers, though all values are read as text."""
    is_place = key in PLACES and _NUMBER.fullmatch(str(value)) is not None
    return is_place or isinstance(value, (int, float))


def rewrite(text: str, wanted: dict[str, Any]) -> str | None:
    """The entry `text` so that it says `wanted`; None where it has to be written anew."""
    text = text if text.endswith("\n") else text + "\n"
    tree = read_tree(text)
    if tree is None or not isinstance(tree.value, list) or len(tree.value) != 1:
        return None
    entry = tree.value[0]
    if tree.flow or not isinstance(entry.value, dict) or not entry.value:
        return None
    made = (_with_changes_in_line if entry.flow else _with_changes)(text, entry, wanted)
    again = read_tree(made)
    return made if again is not None and plain(again) == [as_read(wanted)] else None


def _with_changes(text: str, entry: Node, wanted: dict[str, Any]) -> str:
    first = min(entry.keys.values())
    indent = " " * (first - line_start(text, first))
    parts: list[str] = []
    at = 0
    for key, value in entry.value.items():
        start = first if entry.keys[key] == first else line_start(text, entry.keys[key])
        end = line_end(text, max(value.end, entry.keys[key]))
        parts.append(text[at:start])
        parts.append(_lines(text, start, end, key, value, wanted, indent))
        at = end
    parts += [pair(key, wanted[key], indent) for key in wanted if key not in entry.value]
    return "".join(parts) + text[at:]


def _with_changes_in_line(text: str, entry: Node, wanted: dict[str, Any]) -> str:
    """The same for an entry in braces."""
    item = quoted_item if text[min(entry.keys.values())] == '"' else line_item
    parts: list[str] = []
    at = 0
    for key, value in entry.value.items():
        if key in wanted and plain(value) == as_read(wanted[key]):
            parts.append(text[at : value.end])
        elif key in wanted:
            gap = "" if value.start < value.end else " "
            parts.append(text[at : value.start] + gap + item(wanted[key], key))
        at = value.end
    parts += [
        f", {item(key)}: {item(wanted[key], key)}" for key in wanted if key not in entry.value
    ]
    return "".join(parts) + text[at:]


def _lines(
    text: str, start: int, end: int, key: str, value: Node, wanted: dict[str, Any], indent: str
) -> str:
    """The lines of one key, as they stand or as they are wanted."""
    if key not in wanted:
        return ""
    if plain(value) == as_read(wanted[key]):
        return text[start:end]
    made = pair(key, wanted[key], indent)
    comment = text[value.end : end].rstrip()
    if comment.lstrip().startswith("#") and "\n" not in comment:
        head, _, rest = made.partition("\n")
        made = f"{head}{comment}\n{rest}"
    is_first = text[start - 1 : start] not in ("", "\n")
    return made.removeprefix(indent) if is_first else made


def line_start(text: str, index: int) -> int:
    """Where the line begins that `index` is in."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Where the next line begins; `index` itself where a line has just ended."""
    if index and text[index - 1 : index] == "\n":
        return index
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def as_read(value: Any) -> Any:
    """A value as reading it back from the file gives it: texts in lists and dictionaries."""
    if isinstance(value, dict):
        return {str(key): as_read(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_read(one) for one in value]
    return str(value)
