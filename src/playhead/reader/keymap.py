"""The keymap file: ids of commands -> keys. What is wrong in it is told and left out."""

from __future__ import annotations

import re

from playhead.storage import data_folder

PANES = frozenset(
    "choice colour confirm correct dialog help list note notes orphan outline pane search topics".split()
)
"""First words of ids that belong to panes and dialogs, which are not loaded before they are wanted."""
_LINE = re.compile(r"^([a-z_.0-9]+)\s*:\s*(.*?)\s*(?:\s#.*)?$")
_KEY = re.compile(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)*(?:[a-zA-Z0-9_]+|[^\w\s,])$")


def read_keymap(known: set[str]) -> tuple[dict[str, str], list[str]]:
    """The keymap and what is wrong with its file; `known` are the ids there are."""
    try:
        text = (data_folder() / "keymap.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError) as error:
        return {}, [f"keymap.yaml cannot be read: {error}"]
    return parse_keymap(text, known)


def parse_keymap(text: str, known: set[str]) -> tuple[dict[str, str], list[str]]:
    """Lines of `command.id: key, key` -> the keymap and what is wrong."""
    keymap: dict[str, str] = {}
    owners: dict[str, str] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where = f"keymap.yaml line {number}"
        match = _LINE.match(line)
        if match is None:
            problems.append(f"{where}: not of the form command: key")
            continue
        id, keys = match[1], [key.strip().strip("\"'") for key in match[2].split(",")]
        wrong = [key for key in keys if not _KEY.fullmatch(key)]
        taken = [key for key in keys if owners.get(key, id) != id]
        if id not in known and id.split(".")[0] not in PANES:
            problems.append(f"{where}: no command {id}")
        elif wrong:
            problems.append(f"{where}: {wrong[0]!r} is no key")
        elif taken:
            problems.append(f"{where}: {taken[0]} is given to {owners[taken[0]]} already")
        else:
            keymap[id] = ",".join(keys)
            owners.update(dict.fromkeys(keys, id))
    return keymap, problems
