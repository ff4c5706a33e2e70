"""What the networks hear of each unit, window by window, so that any length of talk fits memory."""

from __future__ import annotations

from collections.abc import Callable

from playhead.transcript.model import Span
from playhead.transcript.speakers.chain import Heard
from playhead.transcript.speakers.features import hashed, measures

LONG = 15_000
"""Units, about 200,000 words, above which one network is asked alone: time counts for more."""

WINDOW, CONTEXT = 2048, 256
"""Units decided at once, and those heard before and after them."""

TOGETHER = 4
"""Windows times networks that read in step."""

STEP = 256
"""Units between two reports of progress."""


def hear(
    text: str,
    units: tuple[Span, ...],
    names: tuple[str, str],
    progress: Callable[[float], None] = lambda share: None,
) -> Heard:
    """What is heard of each unit: the mean of the networks trained.

    `names` are the first names of host and guest, empty where unknown; `progress` is told the
    share of the work that is done.
    """
    # Numpy and the weights take a while to load, and talks with labels do without.
    from playhead.transcript.speakers.recurrent import COUNT, heard_by

    count = 1 if len(units) > LONG else COUNT
    several = WINDOW * max(1, TOGETHER // count)
    found: list[list[float]] = []
    for first in range(0, len(units), several):
        starts = range(first, min(first + several, len(units)), WINDOW)
        low, high = max(0, first - CONTEXT), min(first + several + CONTEXT, len(units))
        bags: list[list[int]] = []
        figures: list[list[float]] = []
        for number in range(low, high):
            if first <= number < first + several and number % STEP == 0:
                progress(number / len(units))
            bags.append(hashed(text[units[number].start : units[number].end]))
            figures.append(measures(text, units, number, names))
        windows = [
            range(max(low, start - CONTEXT) - low, min(start + WINDOW + CONTEXT, high) - low)
            for start in starts
        ]
        for start, window, heard in zip(
            starts, windows, heard_by(count, bags, figures, windows), strict=True
        ):
            skipped = start - low - window.start
            found += heard[skipped : skipped + WINDOW]
    progress(1.0)
    odds, to_guest, to_host = map(list, zip(*found, strict=True)) if found else ([], [], [])
    return Heard(odds, to_guest, to_host)
