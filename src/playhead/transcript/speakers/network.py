"""What the networks hear of each unit, window by window, so that any length of talk fits memory."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from playhead.transcript.model import Span
from playhead.transcript.speakers.chain import Heard
from playhead.transcript.speakers.hashing import Hashes
from playhead.transcript.speakers.measures import Measures
from playhead.transcript.speakers.recurrent import COUNT, Shown, heard_by
from playhead.transcript.tokens import Tokens

LONG = 15_000
"""Units, about 200,000 words, above which one network is asked alone: time counts for more."""

WINDOW, CONTEXT = 2048, 256
"""Units decided at once, and those heard before and after them."""

TOGETHER = 6
"""Windows times networks that read in step."""


def hear(
    tokens: Tokens,
    units: tuple[Span, ...],
    names: tuple[str, str],
    progress: Callable[[float], None] = lambda share: None,
) -> Heard:
    """What is heard of each unit: the mean of the networks trained.

    `names` are the first names of host and guest, empty where unknown; `progress` is told the
    share of the work that is done.
    """
    count = 1 if len(units) > LONG else COUNT
    several = WINDOW * max(1, TOGETHER // count)
    firsts, sizes = tokens.inside(units)
    hashes, measures = Hashes(tokens, firsts), Measures(tokens, firsts, sizes, names)
    found: list[list[float]] = []
    for first in range(0, len(units), several):
        starts = range(first, min(first + several, len(units)), WINDOW)
        low, high = max(0, first - CONTEXT), min(first + several + CONTEXT, len(units))
        # A part at a time: words and pairs of words take the most memory.
        parts = [
            Shown(*hashes.of(firsts[at:end], sizes[at:end]), measures.of(at, end))
            for at, end in pairwise([*range(low, high, WINDOW), high])
        ]
        shown = Shown(*map(np.concatenate, zip(*parts, strict=True)))
        windows = [
            range(max(low, start - CONTEXT) - low, min(start + WINDOW + CONTEXT, high) - low)
            for start in starts
        ]

        def told(share: float, first: int = first, last: int = starts.stop) -> None:
            progress((first + share * (last - first)) / len(units))

        for start, window, heard in zip(
            starts, windows, heard_by(count, shown, windows, told), strict=True
        ):
            skipped = start - low - window.start
            found += heard[skipped : skipped + WINDOW]
    progress(1.0)
    odds, to_guest, to_host = map(list, zip(*found, strict=True)) if found else ([], [], [])
    return Heard(odds, to_guest, to_host)
