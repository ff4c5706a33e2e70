"""The keymap file: ids of commands -> keys. What is wrong in it is told and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from playhead.files import read_bytes
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.storage import data_folder

MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
NO_KEY = "none"
"""What stands for no key at all; no key is called so."""
_LINE = re.compile(r"^([a-z_.0-9]+)\s*:\s*(.*?)\s*(?:\s#.*)?$")

Keys = Mapping[str, str]
"""Ids of commands -> their keys, commas between."""
Group = tuple[str, Sequence[tuple[str, str, str]]]
"""A name, and for each command its id, its keys and what it does."""


def keymap_path() -> Path:
    """Where the keymap file lies."""
    return data_folder() / "keymap.yaml"


def read_keymap(commands: Keys) -> tuple[dict[str, str], list[str]]:
    """The keymap and what is wrong with its file; `commands` have the keys they come with."""
    try:
        text = read_bytes(str(keymap_path())).decode()
    except MissingError:
        return {}, []
    except (UnreadableError, ValueError) as error:
        return {}, [f"keymap.yaml cannot be read: {error}"]
    return parse_keymap(text, commands)


def parse_keymap(text: str, commands: Keys) -> tuple[dict[str, str], list[str]]:
    """Lines of `command.id: key, key` -> the keymap and what is wrong.

    A key that another command comes with is taken from that one, and told.
    """
    keymap: dict[str, str] = {}
    lines: dict[str, str] = {}
    owners: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where = f"keymap.yaml line {number}"
        match = _LINE.match(line)
        if match is None:
            problems.append(f"{where}: not of the form command: key, key")
            continue
        if match[1] not in commands and match[1] not in _pane_ids():
            problems.append(f"{where}: no command {match[1]}")
            continue
        id, given = match[1], [key.strip().strip("\"'") for key in match[2].split(",")]
        keys = [key for key in map(key_named, given) if key]
        # The same key may do one thing in the text and another in a pane.
        place = "" if id in commands else id.split(".")[0]
        owned = [key for key in keys if owners.get((place, key), id) != id and key != NO_KEY]
        if len(keys) < len(given):
            wrong = next(key for key in given if key_named(key) is None)
            problems.append(f"{where}: {wrong!r} is no key")
        elif owned:
            problems.append(f"{where}: {owned[0]} is given to {owners[place, owned[0]]} already")
        else:
            keymap[id], lines[id] = ",".join(keys), where
            owners.update({(place, key): id for key in keys})
    return keymap, problems + _take_from_others(keymap, lines, commands)


def key_named(words: str) -> str | None:
    """What Textual calls a key written as a name or a character; None where there is no such."""
    from textual.keys import _character_to_key

    if words == NO_KEY:
        return words
    *modifiers, base = words.split("+") if len(words) > 1 else [words]
    sign = base if len(base) == 1 and base.isprintable() else _sign(base)
    if not (sign or base in _names()) or not MODIFIERS.issuperset(modifiers):
        return None
    if sign:
        base = _character_to_key(sign)
    return "+".join([*modifiers, base])


@cache
def _names() -> frozenset[str]:
    """What Textual calls the keys that have a name, but for names that no terminal's keys get."""
    from textual.keys import Keys

    names = frozenset(key.value for key in Keys if not key.value.startswith("<"))
    return names - {"return", "ctrl-at"}


def fresh_keymap(groups: Iterable[Group]) -> str:
    """A keymap file in which nothing is changed: every command with its keys, as comments."""
    lines = [
        "# Keys of Playhead. Take away the # before a line and write other keys, commas between.",
        "# A key is a letter, a sign, or a name: space, enter, f5, pageup, ctrl+d, alt+left; or none.",
    ]
    for name, commands in groups:
        lines += ["", f"# {name}"]
        lines += [f"#{f'{id}: {_readable(keys)}':<44} # {words}" for id, keys, words in commands]
    return "\n".join(lines) + "\n"


def _readable(keys: str) -> str:
    """Keys with signs for names, but for those signs that mean something in the file."""
    given = keys.split(",")
    return ", ".join(key if _sign(key) in {"", *" ,#'\""} else _sign(key) for key in given)


def _sign(key: str) -> str:
    """The character of a key; empty for keys without one, and for names of control characters."""
    from textual.keys import REPLACED_KEYS, key_to_character

    sign = key_to_character(REPLACED_KEYS.get(key, key)) or ""
    return sign if sign.isprintable() else ""


def _take_from_others(keymap: dict[str, str], lines: Keys, commands: Keys) -> list[str]:
    """Leave commands that the file does not name the keys that it does not give; tell of each."""
    problems = []
    given = {key: id for id in keymap if id in commands for key in keymap[id].split(",")}
    for id, keys in commands.items():
        lost = [] if id in keymap else [key for key in keys.split(",") if key in given]
        if lost:
            left = [key for key in keys.split(",") if key not in given]
            keymap[id] = ",".join(left or [NO_KEY])
            rest = "" if left else ", which has no key now"
            problems.append(f"{lines[given[lost[0]]]}: {' '.join(lost)} is taken from {id}{rest}")
    return problems


@cache
def _pane_ids() -> frozenset[str]:
    from playhead.reader.commands.pane_keys import pane_keys

    return frozenset(id for _, keys in pane_keys() for id, _, _ in keys)
