"""The themes there are, our own first."""

from __future__ import annotations

from collections.abc import Iterable

from playhead.reader.dialogs.choice import Choice
from playhead.reader.tailoring.themes import OWN


def theme_choices(themes: Iterable[str], current: str) -> list[Choice]:
    """A choice for each of `themes`; `current` is the one in use."""
    names = set(themes)
    own = [name for name in OWN if name in names]
    return [
        Choice(name, name, "in use" if name == current else "made for Playhead" * (name in own))
        for name in (*own, *sorted(names.difference(own)))
    ]
