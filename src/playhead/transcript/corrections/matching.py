"""Two versions of the same words -> the runs that both have, in the order of both.

Runs of words that stand once in either version hold the two together (patience diff, Cohen 2003);
what lies between is compared word by word where it is short. So the time grows with the words,
whatever they are; where long stretches share nothing that stands once, nothing is matched.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

SIZES = (6, 3, 1)
"""Words of the runs that hold two versions together, tried one after the other."""

SHORT = 250_000
"""Stretches are compared word by word where the product of their lengths is at most this."""

DEEPEST = 12
"""Times that a stretch is parted again at most."""

Run = tuple[int, int, int]
"""The first of our words, the first of theirs, and how many are the same from there on."""

Stretch = tuple[int, int, int, int]
"""From which of our words up to which, and of theirs."""


def matches(ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The runs that both versions have, in order; none shares a word with another."""
    found: list[Run] = []
    left: list[tuple[Stretch, int]] = [((0, len(ours), 0, len(theirs)), 0)]
    while left:
        stretch, depth = left.pop()
        start, end, other, last = stretch
        if start == end or other == last:
            continue
        if (end - start) * (last - other) <= SHORT:
            found += _word_by_word(ours, theirs, stretch)
        elif depth < DEEPEST and (runs := _anchored(ours, theirs, stretch)):
            found += runs
            edges = [(start, other, 0), *runs, (end, last, 0)]
            left += [
                ((a + size, b, c + size, d), depth + 1)
                for (a, c, size), (b, d, _) in pairwise(edges)
            ]
    return sorted(found)


def _word_by_word(ours: Sequence[str], theirs: Sequence[str], stretch: Stretch) -> list[Run]:
    start, end, other, last = stretch
    matcher = difflib.SequenceMatcher(None, ours[start:end], theirs[other:last], autojunk=False)
    return [(start + a, other + b, size) for a, b, size in matcher.get_matching_blocks() if size]


def _anchored(ours: Sequence[str], theirs: Sequence[str], stretch: Stretch) -> list[Run]:
    """The runs of a stretch that stand once in both versions, as many as are in one order."""
    start, end, other, last = stretch
    for size in SIZES:
        here, there = _once(ours, start, end, size), _once(theirs, other, last, size)
        pairs = [(at, there[run]) for run, at in here.items() if run in there]
        if pairs:
            return _joined(_in_order(pairs), size)
    return []


def _once(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """The runs of so many words that stand once from `start` to `end`, and where; in order."""
    places: dict[tuple[str, ...], int] = {}
    again: set[tuple[str, ...]] = set()
    parts = (words[start + first : end] for first in range(size))
    for at, run in enumerate(zip(*parts, strict=False), start):
        if places.setdefault(run, at) != at:
            again.add(run)
    for run in again:
        del places[run]
    return places


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of `pairs`, whose first numbers rise, in which the second rise as well."""
    tops: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tops, place)
        before.append(chosen[at - 1] if at else -1)
        tops[at : at + 1] = [place]
        chosen[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number = chosen[-1]
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _joined(pairs: list[tuple[int, int]], size: int) -> list[Run]:
    """Runs of `size` words that begin at `pairs`, those that go on in one another as one."""
    runs: list[Run] = []
    for a, b in pairs:
        if runs:
            first, other, length = runs[-1]
            if a - first == b - other and a <= first + length:
                runs[-1] = first, other, a - first + size
                continue
            if a < first + length or b < other + length:
                continue
        runs.append((a, b, size))
    return runs
