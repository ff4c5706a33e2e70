"""The live bindings of the app, its screen and its widgets -> a list of keys in groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What keys do, in the group of the binding or else of the widget that answers them."""

    group: str
    keys: str
    does: str


def key_lines(
    app: App[Any], screen: Screen[Any], more: Iterable[type[DOMNode]] = ()
) -> list[KeyLine]:
    """Every described binding there is, as the keymap has it; `more` may not be mounted yet."""
    lines = chain.from_iterable(_lines_of(app, owner) for owner in _owners(app, screen, more))
    return list(dict.fromkeys(lines))


def _owners(
    app: App[Any], screen: Screen[Any], more: Iterable[type[DOMNode]]
) -> list[type[DOMNode]]:
    nodes: list[DOMNode] = [app, screen, *screen.walk_children()]
    classes = [type(node) for node in nodes] + list(more)
    ours = (
        base
        for cls in classes
        for base in cls.__mro__
        if issubclass(base, DOMNode) and not base.__module__.startswith("textual.")
    )
    return list(dict.fromkeys(ours))


def _lines_of(app: App[Any], owner: type[DOMNode]) -> list[KeyLine]:
    keys_of: dict[tuple[str, str], list[str]] = {}
    for group, binding in _described(owner):
        shown = keys_of.setdefault((group, binding.description), [])
        shown += [key for key in _shown_keys(app, binding) if key not in shown]
    return [KeyLine(group, "  ".join(keys), does) for (group, does), keys in keys_of.items()]


@cache
def _described(owner: type[DOMNode]) -> list[tuple[str, Binding]]:
    """The described bindings of a class, each with its group."""
    title = owner.__dict__.get("BINDING_GROUP_TITLE") or owner.BINDING_GROUP_TITLE
    return [
        (one.group.description if one.group else title or owner.__name__, one)
        for one in Binding.make_bindings(owner.__dict__.get("BINDINGS", ()))
        if one.description
    ]


def _shown_keys(app: App[Any], binding: Binding) -> list[str]:
    mapped = app._keymap.get(binding.id or "")
    if mapped is None:
        return [app.get_key_display(binding)]
    return [app.get_key_display(binding.with_key(key.strip())) for key in mapped.split(",")]
