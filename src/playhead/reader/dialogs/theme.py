"""Choose a theme, seeing each while moving."""

from __future__ import annotations

from collections.abc import Iterable

from playhead.reader.dialogs.choice import Choice, ChoiceDialog


class ThemeDialog(ChoiceDialog):
    """Themes by name, shown live. The result is a name; closing brings the old one back."""

    BINDING_GROUP_TITLE = "Themes"

    def __init__(self, themes: Iterable[str], current: str, first: Iterable[str] = ()) -> None:
        """`first` are the names to stand on top: our own."""
        own = [name for name in first if name in set(themes)]
        names = [*own, *sorted(name for name in themes if name not in own)]
        choices = [
            Choice(name, name, "in use" if name == current else "made for Playhead" * (name in own))
            for name in names
        ]
        at = names.index(current) if current in names else 0
        super().__init__(choices, title="Theme", at=at)
        self._before = current

    def moved_to(self, choice: Choice) -> None:
        """Show the theme."""
        self.app.theme = choice.value

    def action_cancel(self) -> None:
        """Bring the old theme back."""
        self.app.theme = self._before
        super().action_cancel()
