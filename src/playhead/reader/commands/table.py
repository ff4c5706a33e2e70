"""All commands, in the order in which help shows them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from playhead.reader.commands import (
    files,
    moving,
    panes,
    scrubbing,
    selecting,
    shaping,
    writing,
)
from playhead.reader.commands.command import Command

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Moving", moving.COMMANDS),
    ("Scrubbing and playing", scrubbing.COMMANDS),
    ("Finding and showing", panes.COMMANDS),
    ("Selecting", selecting.COMMANDS),
    ("Writing", writing.COMMANDS),
    ("The look of the text", shaping.COMMANDS),
    ("Talks, settings and keys", files.COMMANDS),
)
COMMANDS = {command.id: command for _, group in GROUPS for command in group}


def command_bindings() -> list[BindingType]:
    """A binding for each command, in the order of help."""
    return [
        Binding(
            one.keys,
            f"do('{one.id}')",
            one.told or one.words,
            show=False,
            id=one.id,
            group=Binding.Group(group),
        )
        for group, commands in GROUPS
        for one in commands
    ]
