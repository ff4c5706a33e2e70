"""What the mouse does on the scrub bar: click, drag, wheel, and telling what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from playhead.reader.scrub.bar import ScrubBar


class Dragging:
    """The mouse's part of the scrub bar."""

    _dragging = False

    def on_mouse_down(self: ScrubBar, event: events.MouseDown) -> None:
        """Take the playhead."""
        if event.button == 1 and self.lanes is not None and self._is_on_strip(event):
            self._dragging = True
            self.capture_mouse()
            self._scrub(event, first=True)
            self._hover_at(event)

    def on_mouse_move(self: ScrubBar, event: events.MouseMove) -> None:
        """Drag the playhead, or tell what is under the pointer."""
        if self._dragging:
            self._scrub(event)
        if self._dragging or self._is_on_strip(event):
            self._hover_at(event)
        else:
            self._unhover()

    def on_mouse_up(self: ScrubBar, event: events.MouseUp) -> None:
        """Let the playhead go."""
        if self._dragging:
            self._dragging = False
            self.capture_mouse(False)
            self._scrub(event, done=True)
            if not self.region.contains(event.screen_x, event.screen_y):
                self._unhover()

    def on_leave(self: ScrubBar) -> None:
        """The pointer is gone, unless it holds the playhead."""
        if not self._dragging:
            self._unhover()

    def on_mouse_scroll_down(self: ScrubBar, event: events.MouseScrollDown) -> None:
        """Roll on by a cell."""
        event.stop()
        self._roll(1)

    def on_mouse_scroll_up(self: ScrubBar, event: events.MouseScrollUp) -> None:
        """Roll back by a cell."""
        event.stop()
        self._roll(-1)

    def _is_on_strip(self: ScrubBar, event: events.MouseEvent) -> bool:
        """Whether the pointer is not on the names before the strip."""
        return event.get_content_offset_capture(self).x >= self.label_width

    def _hover_at(self: ScrubBar, event: events.MouseEvent) -> None:
        if self.lanes is None:
            return
        x = event.get_content_offset_capture(self).x - self.label_width
        self.hover(max(0, min(self.cells - 1, x)))
        seconds = self._pointed(event)
        span = (seconds, min(self.lanes.length, seconds + self.lanes.length / self.cells))
        self.post_message(self.Hovered(span, event.screen_x))

    def _unhover(self: ScrubBar) -> None:
        self.hover(None)
        self.post_message(self.Hovered(None))

    def _roll(self: ScrubBar, by: int) -> None:
        if self.lanes is not None:
            seconds = self.seconds + by * self.lanes.length / self.cells
            seconds = max(0.0, min(self.lanes.length, seconds))
            self.post_message(self.Scrubbed(seconds, first=False, done=True))

    def _pointed(self: ScrubBar, event: events.MouseEvent) -> float:
        """Seconds under the pointer, finer than a cell where the terminal tells pixels."""
        is_fine = event.pointer_x != int(event.pointer_x)
        return self.seconds_of((event.pointer_x if is_fine else event.x) - self.gutter.left)

    def _scrub(
        self: ScrubBar, event: events.MouseEvent, *, first: bool = False, done: bool = False
    ) -> None:
        self.post_message(self.Scrubbed(self._pointed(event), first, done))
