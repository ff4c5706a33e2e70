"""Which panes stand beside the text, and where the keys go when one is opened or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.panes.pane import Pane

ROOM_FOR_TWO = 150
"""Cells from which a pane stands on either side of the text."""
LEFT = ("outline",)


class Desk:
    """Opens panes, and keeps them when they are put away. On narrow screens there is one at a time."""

    def __init__(self, app: PlayheadApp) -> None:
        """No pane yet."""
        self._app = app
        self.panes: dict[str, Pane] = {}
        self._hidden_for: list[str] = []

    def is_open(self, name: str) -> bool:
        """Whether a pane is to be seen."""
        return name in self.panes and self.panes[name].display

    def any_open(self) -> bool:
        """Whether any pane is to be seen."""
        return any(pane.display for pane in self.panes.values())

    async def open(self, name: str, *, focus: bool = True) -> Any:
        """Show a pane and give it the keys; the pane."""
        pane = await self.make_ready(name)
        self._make_room(name)
        if not pane.display:
            pane.before_shown()
        pane.display = True
        if focus:
            pane.focus()
        return pane

    async def make_ready(self, name: str) -> Pane:
        """The pane of this name; one made now is out of sight."""
        pane = self.panes.get(name)
        if pane is None:
            pane = self.panes[name] = self._make(name)
            pane.display = False
            desk = self._app.query_one("#desk")
            await desk.mount(pane, before=0 if name in LEFT else None)
        return pane

    def close(self, name: str) -> None:
        """Put a pane away and give the keys back to the text."""
        pane = self.panes.get(name)
        if pane is None or not pane.display:
            return
        had_focus = pane.has_focus_within
        pane.display = False
        for hidden in self._hidden_for:
            if self._app.size.width >= 90:
                self.panes[hidden].display = True
        self._hidden_for = []
        if had_focus or not self.any_open():
            self._app.view.focus()

    def close_all(self) -> None:
        """Put every pane away."""
        self._hidden_for = []
        for name in list(self.panes):
            self.close(name)

    def _make_room(self, name: str) -> None:
        for other, pane in self.panes.items():
            if other == name or not pane.display:
                continue
            same_side = (other in LEFT) == (name in LEFT)
            if same_side or self._app.size.width < ROOM_FOR_TWO:
                pane.display = False
                if other in LEFT:
                    self._hidden_for.append(other)

    def _make(self, name: str) -> Pane:
        app = self._app
        transcript = app.reading.transcript
        if name == "outline":
            from playhead.reader.panes.outline import OutlinePane

            return OutlinePane(transcript, id="outline")
        if name == "search":
            from playhead.reader.panes.search import SearchPane

            return SearchPane(
                transcript,
                app.open_index,
                notes=lambda: app.reading.notes,
                id="search",
            )
        if name == "notes":
            from playhead.reader.panes.notes import NotesPane

            return NotesPane(app.keeper.notebook, transcript, drafts=app.keeper.drafts, id="notes")
        if name == "topics":
            from playhead.reader.panes.topics import TopicsPane

            return TopicsPane(transcript, id="topics")
        from playhead.reader.panes.note_editor import NoteEditor

        return NoteEditor(id="editor")
