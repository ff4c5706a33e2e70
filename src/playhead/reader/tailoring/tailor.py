"""The person's settings and keys: taken when the reader begins and again when they were edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding

from playhead.reader.commands.table import COMMANDS
from playhead.reader.tailoring.keymap import read_keymap
from playhead.reader.tailoring.settings import Settings
from playhead.reader.tailoring.themes import DIM, PAPER, SIXTEEN
from playhead.reader.view.layout import Shape

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp

OTHER_KEYS = {"quit": "q,ctrl+q", "suspend": "ctrl+z"}
"""Keys of what Textual itself does."""


class Tailoring:
    """The app's part that is as the person wants it. What is wrong in their files is told."""

    _keymap_problems: Sequence[str] = ()

    def take_settings(self: PlayheadApp) -> None:
        """Read the settings and use them."""
        self.register_theme(PAPER)
        self.register_theme(DIM)
        self.settings = Settings({"theme": self.available_themes})
        # With sixteen colours a theme that mixes its own would lose what tells things apart.
        is_poor = self.console.color_system == "standard" and not self.settings.is_chosen("theme")
        self._use_theme(SIXTEEN if is_poor else self.settings.text("theme"))
        self.player.speed = self.settings.number("speed")

    def _use_theme(self: PlayheadApp, name: str) -> None:
        if self.is_running:
            self.theme = name
            return
        # Set as in a running app, all styles would be read twice before the first frame.
        self.set_reactive(App.theme, name)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def take_keymap(self: PlayheadApp) -> None:
        """Read the keymap and use it."""
        defaults = {id: command.keys for id, command in COMMANDS.items()}
        keymap, self._keymap_problems = read_keymap(defaults | OTHER_KEYS)
        self.set_keymap(keymap)

    def shape_wanted(self: PlayheadApp) -> Shape:
        """How the settings want the text laid out."""
        return Shape(int(self.settings.number("measure")), self.settings.flag("paragraphs"))

    @property
    def problems(self: PlayheadApp) -> list[str]:
        """What is wrong in the files of keys and settings."""
        return [*self._keymap_problems, *self.settings.problems]

    def tell_problems(self: PlayheadApp) -> None:
        """Say the first thing that is wrong in them; help has them all."""
        if self.problems:
            more = f" (1 of {len(self.problems)}; help has all)" if self.problems[1:] else ""
            self.say(self.problems[0] + more)

    def keys_of(self: PlayheadApp, id: str) -> str:
        """The first key of a command as it is shown, with the keymap in force."""
        keys = self._keymap.get(id) or (COMMANDS[id].keys if id in COMMANDS else OTHER_KEYS[id])
        return self.get_key_display(Binding(keys.split(",")[0], "", ""))
