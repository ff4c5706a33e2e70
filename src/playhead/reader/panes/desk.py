"""Which panes stand beside the text, and where the keys go when one is opened or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playhead.reader.app import PlayheadApp
    from playhead.reader.panes.pane import Pane

ROOM_FOR_ONE, ROOM_FOR_TWO = 90, 150
"""Cells from which a pane stands beside the text, and one on either side of it."""
LEFT = ("outline",)
LISTS = ("outline", "topics", "notes")
"""Panes that may be put out of sight for want of room, the first to go first."""


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
            if self._app.size.width >= ROOM_FOR_ONE:
                self.panes[hidden].display = True
        self._hidden_for = []
        if had_focus or not self.any_open():
            self._app.view.focus()

    def fit(self, width: int) -> None:
        """Keep as many lists beside the text as `width` has room for; the others wait for more."""
        room = 0 if width < ROOM_FOR_ONE else 1 if width < ROOM_FOR_TWO else 2
        shown = [name for name, pane in self.panes.items() if pane.display]
        spare = [one for one in LISTS if one in shown and not self.panes[one].has_focus_within]
        while len(shown) > room and spare:
            shown.remove(spare[0])
            self._hidden_for.append(spare[0])
            self.panes[spare.pop(0)].display = False
        while len(shown) < room and self._hidden_for:
            name = self._hidden_for.pop()
            if not any((one in LEFT) == (name in LEFT) for one in shown):
                shown.append(name)
                self.panes[name].display = True

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
