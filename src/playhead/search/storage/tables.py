"""The words of a text as tables of numbers, small enough to hold a library and quick to keep."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from playhead.search.likeness.tokens import Token, tokens_of
from playhead.search.likeness.words import sound, stem
from playhead.search.storage.bitmaps import BUCKET

Progress = Callable[[float], None]
"""Told the share done, 0 to 1. What it raises ends the work."""

PIECE = 200_000
"""Characters read between two words of progress."""


class Tables(NamedTuple):
    """Words by number, in the order of the alphabet, and where they stand.

    Token `i` is word `ids[i]` at `text[starts[i]:ends[i]]`. Word `w` stands `counts[w]` times, in
    the buckets `buckets[firsts[w]:firsts[w + 1]]`. `stems` and `sounds` go with `words`.
    """

    words: Sequence[str]
    stems: Sequence[str]
    sounds: Sequence[str]
    ids: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    counts: Sequence[int]
    firsts: Sequence[int]
    buckets: Sequence[int]


def make_tables(text: str, progress: Progress | None = None) -> Tables:
    """Read all of `text` once."""
    numbers: dict[str, int] = {}
    met, starts, ends = array("I"), array("I"), array("I")
    for tokens in _pieces(text, progress):
        for word, start, end in tokens:
            met.append(numbers.setdefault(word, len(numbers)))
            starts.append(start)
            ends.append(end)
    words = sorted(numbers)
    rank = array("I", bytes(4 * len(words)))
    for place, word in enumerate(words):
        rank[numbers[word]] = place
    ids = array("I", map(rank.__getitem__, met))
    counts, firsts, buckets = _places(ids, len(words))
    return Tables(
        words, [stem(one) for one in words], [sound(one) for one in words],
        ids, starts, ends, counts, firsts, buckets,
    )  # fmt: skip


def _pieces(text: str, progress: Progress | None) -> Iterator[list[Token]]:
    """The tokens of `text`, a piece at a time; no piece ends inside a line."""
    low = 0
    while low < len(text):
        high = text.find("\n", low + PIECE) + 1 or len(text)
        yield tokens_of(text, low, high)
        low = high
        if progress:
            progress(low / len(text))


def _places(ids: Sequence[int], size: int) -> tuple[array[int], array[int], array[int]]:
    """How often each word stands, and the buckets it stands in, without repeats."""
    counts = array("I", bytes(4 * size))
    held: list[array[int]] = [array("I") for _ in range(size)]
    last = [-1] * size
    for low in range(0, len(ids), BUCKET):
        bucket = low // BUCKET
        for word in ids[low : low + BUCKET]:
            counts[word] += 1
            if last[word] != bucket:
                last[word] = bucket
                held[word].append(bucket)
    firsts, buckets = array("I", [0]), array("I")
    for one in held:
        buckets.extend(one)
        firsts.append(len(buckets))
    return counts, firsts, buckets
