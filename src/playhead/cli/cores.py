"""Work on many things at once, on every core, with results in the order of the things."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
AHEAD = 4
"""Tasks handed out a core before the first of them is asked for: enough to keep each busy."""


def map_on_cores(
    work: Callable[[Given], Made], things: Sequence[Given], cores: int
) -> Iterator[Made]:
    """`work` done on each of `things` in processes of their own; both must be picklable."""
    pool = ProcessPoolExecutor(min(cores, len(things)), initializer=_end_quietly)
    waiting: deque[Future[Made]] = deque()
    try:
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) >= AHEAD * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _end_quietly() -> None:
    """An interrupt from the keyboard reaches every process; only the first has something to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
