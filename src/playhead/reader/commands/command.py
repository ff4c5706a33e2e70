"""One thing the reader can be told to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` as Textual names them, commas between; `id` is what a keymap file calls it."""

    id: str
    keys: str
    words: str
    run: Callable[[PlayheadApp], None]
    told: str = ""
    """What help says of several commands at once, where it is not `words`."""
