"""The keys of panes and dialogs, which are not loaded before they are wanted."""

from __future__ import annotations

import importlib
import pkgutil

from textual.binding import Binding
from textual.dom import DOMNode

from playhead.reader.tailoring.keymap import Group

ROOMS = ("playhead.reader.panes", "playhead.reader.dialogs")


def pane_keys() -> list[Group]:
    """Every pane and dialog that has keys with ids: its name, then (id, keys, words)."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            importlib.import_module(module.name)
    return [
        (owner.BINDING_GROUP_TITLE or owner.__name__, keys)
        for owner in sorted(_owners(DOMNode), key=lambda one: (one.__module__, one.__name__))
        if (keys := _keys_of(owner))
    ]


def _owners(base: type[DOMNode]) -> set[type[DOMNode]]:
    found = {one for one in base.__subclasses__() if one.__module__.startswith(ROOMS)}
    for one in base.__subclasses__():
        found |= _owners(one)
    return found


def _keys_of(owner: type[DOMNode]) -> list[tuple[str, str, str]]:
    found: dict[str, tuple[list[str], str]] = {}
    for binding in Binding.make_bindings(owner.__dict__.get("BINDINGS", ())):
        if binding.id:
            found.setdefault(binding.id, ([], binding.description))[0].append(binding.key)
    return [(id, ",".join(keys), words) for id, (keys, words) in found.items()]
