"""The command palette: what is wanted most stands first while nothing is typed."""

from __future__ import annotations

from textual.command import DiscoveryHit, Hits
from textual.system_commands import SystemCommandsProvider

FIRST = ("search.", "show.", "write.", "shape.", "select.", "play.")
"""Beginnings of the ids of commands that few find by their keys alone, in the order shown."""


def rank(id: str) -> int:
    """Where a command with `id` stands among the others."""
    return next((place for place, one in enumerate(FIRST) if id.startswith(one)), len(FIRST))


class PaletteProvider(SystemCommandsProvider):
    """Offers the commands in the order in which the app gives them; Textual's sorts by title."""

    async def discover(self) -> Hits:
        """Every command, in order."""
        given = self.app.get_system_commands(self.screen)
        for place, (title, help, run, _) in enumerate(given):
            yield DiscoveryHit(title, run, text=f"{place:04}", help=help)
