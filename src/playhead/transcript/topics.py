"""Stage 8. Turns -> topics: the terms the talk could be filed under, with their evidence."""

from __future__ import annotations

from playhead.transcript.model import Topic, Turn


def tag_topics(text: str, turns: tuple[Turn, ...]) -> tuple[Topic, ...]:
    """Find the terms that tell this talk from other talk."""
    return ()
