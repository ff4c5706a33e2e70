"""What every pane is: a title line, its parts, and one line that tells its keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from playhead.reader.messages import PaneClosed
from playhead.reader.panes.looks import APPROXIMATE, EXACT, HIGHLIGHTS
from playhead.reader.strips import as_shown, ground

LOW = 14
"""Lines under which a pane has no room for air."""
ACTION = "pane_action"
"""Where the style of a word keeps the action that a click on it does."""


class ActionLine(Static):
    """A line whose parts are actions of the pane around it, for those without keys."""

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        action = event.style.meta.get(ACTION)
        pane = next((node for node in self.ancestors if isinstance(node, Pane)), None)
        if action and pane is not None:
            event.stop()
            await self.app.run_action(action, pane)


class KeysLine(ActionLine):
    """The keys of the pane around it, folded at whatever width the layout gives."""

    def render(self) -> Content:
        """The keys as the keymap has them."""
        return self._folded(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys take at `width`."""
        return len(self._folded(width).split("\n"))

    def _folded(self, width: int) -> Content:
        pane = self.parent
        assert isinstance(pane, Pane)
        return pane.keys_line(max(1, width))


class Pane(Vertical):
    """A pane. Panes give `contents`, `TITLE` and bindings; Escape gives the keys back."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDINGS = [Binding("escape", "leave", "back to the text", show=False, id="pane.leave")]
    COMPONENT_CLASSES = {style[1:] for style in (EXACT, APPROXIMATE, *HIGHLIGHTS.values())}
    BINDING_GROUP_TITLE = "In any pane"
    TITLE = ""
    _said = Content("")

    def compose(self) -> ComposeResult:
        """The title, the contents, the keys."""
        with Horizontal(id="pane-head"):
            yield Static(Content(self.TITLE), id="pane-title")
            yield ActionLine(_act(Content("✕"), "put_away"), id="pane-close")
        yield from self.contents()
        yield KeysLine(id="pane-keys")

    def contents(self) -> Iterable[Widget]:
        """The widgets between title and keys."""
        return ()

    def before_shown(self) -> None:
        """Make ready to be seen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing but the ground: the widgets stand on it, and there is no border."""
        line = Strip.blank(self.outer_size.width, ground(self))
        return as_shown(self, [line] * crop.height, crop)

    def on_resize(self) -> None:
        """Leave out air where there are few lines."""
        self.set_class(self.size.height < LOW, "-low")

    def keys_line(self, width: int) -> Content:
        """The shown bindings as the keymap has them, folded so that no key leaves its words."""
        content, room = Content(""), width
        for given in self.BINDINGS:
            if not isinstance(given, Binding) or not given.show:
                continue
            display = self.key_of(given.id or "", given.key)
            words = (f" {given.description}", "$foreground-muted")
            part = _act(Content.assemble((display, "bold"), words), given.action)
            if part.cell_length > room and content:
                content, room = content + Content("\n"), width
            content = content + part + Content("  ")
            room -= part.cell_length + 2
        return content.rstrip()

    def key_of(self, id: str, key: str) -> str:
        """How the first key of a binding is shown, with the keymap in force; `key` is its own."""
        key = self.app._keymap.get(id, key).split(",")[0]
        return self.app.get_key_display(Binding(key, "", ""))

    def say_title(self, *parts: Content | str | tuple[str, str]) -> None:
        """Write the title line: the pane's name, then `parts`."""
        title = Content.assemble((self.TITLE, "bold"), *parts)
        if not title.is_same(self._said):
            self._said = title
            self.query_one("#pane-title", Static).update(title, layout=False)

    def action_leave(self) -> None:
        """Give the keys back to the text."""
        self.post_message(PaneClosed(self.id or ""))

    def action_put_away(self) -> None:
        """Put the pane out of sight."""
        self.post_message(PaneClosed(self.id or "", away=True))


def _act(content: Content, action: str) -> Content:
    return content.stylize(Style.from_meta({ACTION: action}))
