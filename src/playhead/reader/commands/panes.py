"""Panes and dialogs: search, outline, notes, filter, help, themes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from playhead.reader.commands.command import Command
from playhead.reader.commands.moving import step
from playhead.reader.commands.palette import show_palette

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.dialogs.filter import FilterChoice


def search(app: PlayheadApp) -> None:
    """Search as you type; what is selected is searched for."""
    selection = app.selected_text()
    app.search_origin, app.search_filter = app.reading.position, app.reading.filter
    app.open_pane("search", then=lambda pane: selection and pane.search_for(selection))


def outline(app: PlayheadApp) -> None:
    """Show the outline, or put it away."""
    toggle(app, "outline")


def notes(app: PlayheadApp) -> None:
    """Show the notes, or put them away."""
    toggle(app, "notes")


def topics(app: PlayheadApp) -> None:
    """Show the topics, or put them away."""
    toggle(app, "topics")


def toggle(app: PlayheadApp, name: str) -> None:
    """Show a pane and give it the keys; put it away when it has them already."""
    if app.desk.is_open(name) and app.desk.panes[name].has_focus_within:
        app.desk.close(name)
    else:
        app.open_pane(name)


def choose_filter(app: PlayheadApp) -> None:
    """Ask for a topic or a speaker to show alone."""
    from playhead.reader.dialogs.choice import ChoiceDialog
    from playhead.reader.dialogs.filter import FilterChoice, filter_choices

    current = app.reading.filter
    kind = current.kind if current.kind in ("topic", "speaker") else ""

    def answer(choice: FilterChoice | None) -> None:
        if choice is not None:
            app.set_filter(replace(app.reading.filter, kind=choice.kind, value=choice.value))

    chosen = FilterChoice(kind, current.value)  # type: ignore[arg-type]
    choices = filter_choices(app.reading.transcript, chosen)
    dialog = app.kept(ChoiceDialog).offer(choices, title="Show only", prompt="a topic or a speaker")
    app.ask(dialog, answer)


def focus_mode(app: PlayheadApp) -> None:
    """Nothing but the text; again brings everything back."""
    app.show_frame(not app.is_framed)
    if app.is_framed:
        app.say("")
    else:
        app.desk.close_all()
        app.say(f"nothing but the text; {app.keys_of('show.focus')} brings the rest back")


def theme(app: PlayheadApp) -> None:
    """Choose a theme, seeing each; closing brings the old one back."""
    from playhead.reader.dialogs.choice import ChoiceDialog
    from playhead.reader.dialogs.theme import theme_choices

    before = app.theme

    def show(name: str) -> None:
        app.theme = name

    def answer(name: str | None) -> None:
        app.theme = name or before
        if name is not None:
            app.settings.keep("theme", name)

    choices = theme_choices(app.available_themes, before)
    at = next((place for place, one in enumerate(choices) if one.value == before), 0)
    app.ask(app.kept(ChoiceDialog).offer(choices, title="Theme", at=at, preview=show), answer)


def show_help(app: PlayheadApp) -> None:
    """All keys, as they are now; how to ask for things; what is wrong in the person's files."""
    from playhead.reader.dialogs.help import HelpScreen
    from playhead.reader.dialogs.key_list import KeyLine
    from playhead.reader.tailoring.keymap import keymap_path
    from playhead.search.query import HELP

    asking = [KeyLine("What a search may hold", sign, what) for sign, what in HELP]
    files = {"settings": app.settings.path, "keys": keymap_path()}
    lie = [KeyLine("Your files", name, str(path)) for name, path in files.items()]
    lead = "\n".join(f"! {problem}" for problem in app.problems)
    help = app.kept(HelpScreen)
    help.explain(app.screen, lead=lead, also=[*asking, *lie])
    app.ask(help)


def escape(app: PlayheadApp) -> None:
    """Undo the last state entered: selection, focus mode, hits, filter."""
    if app.view.selection is not None:
        app.view.select(None)
    elif not app.is_framed:
        focus_mode(app)
    elif app.reading.hits:
        app.show_hits(None)
    elif not app.reading.filter.is_all:
        app.set_filter(type(app.reading.filter)())
    else:
        app.player.stop()


COMMANDS = (
    Command("search.open", "slash", "search", search),
    Command("search.next_hit", "n", "next hit", step("hit", 1)),
    Command("search.previous_hit", "N", "previous hit", step("hit", -1)),
    Command("show.outline", "o", "outline", outline),
    Command("show.notes", "m", "notes", notes),
    Command("show.topics", "t", "topics", topics),
    Command("show.filter", "f", "filter by topic or speaker", choose_filter),
    Command("show.focus", "z", "nothing but the text", focus_mode),
    Command("show.theme", "T", "theme", theme),
    Command("show.help", "question_mark,f1", "all keys", show_help),
    Command("show.palette", "P", "all commands", show_palette),
    Command("show.escape", "escape", "leave: selection, hits, filter", escape),
)
