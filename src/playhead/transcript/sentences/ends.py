"""Words without punctuation -> how likely a sentence ends after each: by three words on either side.

A logistic regression over hashed runs of words (the hashing trick, Weinberger et al. 2009), trained
by `python -m tests.training.sentence_ends`; the note beside the weights says on what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from playhead.transcript.topics.background import said_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parents[2] / "data" / "sentence-ends.npz"
TABLE = 1 << 18
"""Weights; runs of words that fall on the same one share it."""

COMMON = 0.12
"""Share of the background interviews in which a word must be said to be looked at as it is."""

RUNS = (
    (0,), (-1,), (1,), (2,), (-1, 0), (0, 1), (1, 2), (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (1, 2, 3),
    (0, 2), (-1, 1), (-1, 0, 1, 2),
)  # fmt: skip
"""The words that count together: 0 is the one after which the sentence may end, 1 the next."""

_MARKS = re.compile(r"[^\w'-]+")
_ENDINGS = ("ing", "ed", "ly", "s", "er", "tion", "al", "y")
_NOBODY = 1
"""Stands before the first word and after the last."""


def end_odds(words: Sequence[str]) -> NDArray:  # type: ignore[type-arg]
    """The log-odds that a sentence ends after each of `words`, which are as the text has them."""
    import numpy as np

    table, bias = _weights()
    odds = np.full(len(words), bias, dtype=np.float32)
    for places in places_of(words):
        odds += table[places]
    return odds


def places_of(words: Sequence[str]) -> list[NDArray]:  # type: ignore[type-arg]
    """For each of RUNS, the places of the table that count for each word."""
    import numpy as np

    edge = [_NOBODY] * 4
    numbers = np.array([*edge, *map(_number, words), *edge], dtype=np.uint64)
    found = []
    for kind, run in enumerate(RUNS, 1):
        mixed = np.full(len(words), kind, dtype=np.uint64)
        for step in run:
            mixed = mixed * np.uint64(1000003) + numbers[4 + step : 4 + step + len(words)]
        found.append(((mixed ^ (mixed >> np.uint64(29))) % np.uint64(TABLE)).astype(np.int64))
    return found


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """A number for a common word, or for the kind of a rare one: so no show's subject is learnt."""
    plain = _MARKS.sub("", word.lower().replace("’", "'"))
    if plain not in said_in(COMMON):
        if plain[:1].isdigit():
            plain = "<number>"
        else:
            plain = next((f"<{end}>" for end in _ENDINGS if plain.endswith(end)), "<rare>")
    return crc32(plain.encode())


@lru_cache(maxsize=1)
def _weights() -> tuple[NDArray, float]:  # type: ignore[type-arg]
    """The table, in log-odds, and what is added to all."""
    import numpy as np

    with np.load(WEIGHTS) as file:
        return file["table"].astype(np.float32) * file["step"], float(file["bias"])
