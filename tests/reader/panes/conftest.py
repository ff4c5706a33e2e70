"""An app around one pane, keeping what the pane says."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from playhead.reader import messages


class PaneApp(App[None]):
    """Shows a pane and keeps the reader's messages it posts."""

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.pane = pane
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def last(self, kind: type[Any]) -> Any:
        """The newest message of a kind, None where there is none."""
        return next((one for one in reversed(self.said) if isinstance(one, kind)), None)


def _keep(app: PaneApp, message: Message) -> None:
    app.said.append(message)


for _name, _kind in vars(messages).items():
    if isinstance(_kind, type) and issubclass(_kind, Message) and _kind is not Message:
        setattr(PaneApp, _kind.handler_name, _keep)


@pytest.fixture
def show() -> type[PaneApp]:
    """Makes an app of a pane."""
    return PaneApp
