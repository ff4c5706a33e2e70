"""Other files: another talk to read; settings and keys, opened in the person's editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp


def open_other(app: PlayheadApp) -> None:
    """Offer the talks at hand; the one chosen is opened when this one has been put away."""
    from playhead.formats.unreadable import UnreadableError
    from playhead.reader.dialogs.choice import Choice, ChoiceDialog
    from playhead.reader.opening.shelf import talks_at_hand
    from playhead.reader.opening.starting import prepare

    def chosen(path: str | None) -> None:
        if path is None:
            return
        try:
            app.next_session = prepare(path, None, None, app.session.use_corrections)
        except UnreadableError as error:
            app.say(f"{Path(path).name} {error}")
        else:
            app.leave()

    app.remember()
    talks = talks_at_hand(app.memory, app.session.path)
    choices = [Choice(one.path, one.title, one.known) for one in talks]
    if not choices:
        app.say("No other talk is at hand: playhead FILE opens one.")
        return
    app.ask(app.kept(ChoiceDialog).offer(choices, title="Open another talk"), chosen)


def edit_settings(app: PlayheadApp) -> None:
    """Open the settings, begun where there are none yet."""
    from playhead.reader.tailoring.settings import fresh_settings

    if _edit(app, app.settings.path, fresh_settings()):
        app.take_settings()
        app.view.set_shape(app.shape_wanted())
        _tell(app, "settings taken")


def edit_keys(app: PlayheadApp) -> None:
    """Open the keymap, begun with every command as a comment where there is none yet."""
    from playhead.reader.commands.pane_keys import pane_keys
    from playhead.reader.commands.table import GROUPS
    from playhead.reader.tailoring.keymap import fresh_keymap, keymap_path
    from playhead.reader.tailoring.tailor import OTHER_KEYS

    groups = [(name, [(one.id, one.keys, one.words) for one in group]) for name, group in GROUPS]
    groups += [("Leaving", [(id, keys, id) for id, keys in OTHER_KEYS.items()])]
    if _edit(app, keymap_path(), fresh_keymap([*groups, *pane_keys()])):
        app.take_keymap()
        _tell(app, "keys taken")


def _tell(app: PlayheadApp, words: str) -> None:
    if app.problems:
        app.tell_problems()
    else:
        app.say(words)


def _edit(app: PlayheadApp, path: Path, fresh: str) -> bool:
    """Whether the person had `path` in their editor; it begins as `fresh`."""
    import os
    import shlex
    import subprocess

    from textual.app import SuspendNotSupported

    from playhead.storage import write_private

    try:
        if not path.exists():
            write_private(path, fresh)
    except OSError as error:
        app.say(f"{path} cannot be written: {error.strerror}")
        return False
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        with app.suspend():
            subprocess.run([*shlex.split(editor), str(path)], check=False)
    except (OSError, ValueError, SuspendNotSupported):
        app.say(f"No editor opens here; edit {path}")
        return False
    return True


COMMANDS = (
    Command("open.other", "O", "open another talk", open_other),
    Command("edit.settings", "S", "edit the settings", edit_settings),
    Command("edit.keys", "ctrl+k", "edit the keys", edit_keys),
)
