"""Opening a transcript without making anyone wait: the words first, who speaks them later."""

from __future__ import annotations

from collections.abc import Callable

from playhead.library import open_transcript
from playhead.transcript.model import Transcript

Show = Callable[[Transcript, str], None]
"""Told a transcript and the stage still at work on it, empty when it is finished."""


def open_in_steps(
    path: str,
    show: Show,
    tell: Callable[[str], None],
    *,
    format: str | None,
    notes: str | None,
    use_corrections: bool,
) -> None:
    """Show the finished transcript; when it must be parsed first, show its words before.

    Raises UnreadableError.
    """
    stages: list[str] = []

    def progress(stage: str, share: float) -> None:
        told = f"{stage} {share:.0%}" if 0 < share < 1 else stage
        if told not in stages:
            stages.append(told)
            tell(told if stage != "done" else "")

    show(
        open_transcript(
            path,
            format=format,
            notes=notes,
            use_corrections=use_corrections,
            progress=progress,
            show=lambda draft: show(draft, stages[-1]),
        ),
        "",
    )
