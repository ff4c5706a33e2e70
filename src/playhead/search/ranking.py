"""Words of a query -> candidate passages: windows of the talk that hold them, closely aligned.

Windows with the heaviest matching words are found first; each is then scored by what share of the
query's weight it holds, how much in order and how tightly, and how like its letters are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from playhead.search.matching import joined_words, likely_words, split_words
from playhead.search.model import Mark
from playhead.search.query import Query
from playhead.search.spans import passage_around, phrase_places
from playhead.search.tokens import tokens_of

if TYPE_CHECKING:
    from playhead.search.index import Index

COVERAGE, ORDER, TIGHTNESS, LETTERS = 0.62, 0.08, 0.08, 0.22
"""Shares of the score; chosen on perturbed sentences of interviews other than the shipped one."""

WEAK = 0.6
"""A score below this is a guess: queries about things nobody said seldom reach it."""

SHOWN = 0.3
"""A score below this is not even a guess."""

COMMONEST = 4000
"""A word that stands more often than this does not open windows, it only counts inside them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with its score."""

    start: int
    end: int
    score: float
    weak: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Token number `position` of the talk answers word `asked` of the query with a likeness."""

    position: int
    asked: int
    likeness: float


def rank(
    index: Index, words: str, asked: Query, limit: int, stop: Callable[[], bool] | None
) -> list[Candidate]:
    """The best passages for free words and phrases, best first."""
    places = phrase_places(index, asked.phrases)
    if not words.strip():
        return _phrases_only(index, asked, places, limit)
    tokens = tokens_of(words)
    query = [token.word for token in tokens]
    if not query:
        return []
    typing = not words.endswith((" ", ".", "?", "!"))
    weights, matches = _matches(index, query, typing)
    if asked.phrases:
        allowed = {index.turn_at(start).id for start, _ in places}
        matches = [
            one for one in matches if index.turn_at(index.tokens[one.position].start).id in allowed
        ]
    found: list[Candidate] = []
    for low, high in _windows(matches, weights, limit):
        if stop and stop():
            break
        if candidate := _aligned(index, query, weights, matches[low:high], words):
            found.append(candidate)
    return sorted(found, key=lambda one: -one.score)[: limit * 2]


def _phrases_only(
    index: Index, asked: Query, places: list[tuple[int, int]], limit: int
) -> list[Candidate]:
    """Exact phrases, or whole turns where only conditions were asked."""
    if asked.phrases:
        return [
            Candidate(*passage_around(index, start, end), 1.0, False, (Mark(start, end, True),))
            for start, end in places[: limit * 4]
        ]
    if not (
        asked.who or asked.topic or asked.opening or asked.has_note or asked.after or asked.before
    ):
        return []
    return [
        Candidate(turn.start, turn.end, 0.9, False, ())
        for turn in index.transcript.turns
        if turn.kind != "backchannel"
    ]


def _matches(index: Index, query: list[str], typing: bool) -> tuple[list[float], list[_Match]]:
    """The weight of each query word, and every token of the talk that answers one, in order."""
    best: dict[tuple[int, int], float] = {}
    weights: list[float] = []
    for number, word in enumerate(query):
        likely = likely_words(index, word, typing and number == len(query) - 1)
        for before, after in split_words(index, word):
            followers = set(index.postings[after])
            for position in index.postings[before]:
                if position + 1 in followers:
                    best[position, number] = 0.93
        near = max((index.weight(one) for one in likely), default=index.weight(word))
        weights.append(min(index.weight(word), near + 1.0) if likely else index.weight(word) * 0.7)
        for other, likeness in likely.items():
            for position in index.postings[other]:
                key = (position, number)
                best[key] = max(best.get(key, 0.0), likeness)
    for first, last, word, likeness in joined_words(index, query):
        for position in index.postings.get(word, ()):
            for number in range(first, last + 1):
                best[position, number] = max(best.get((position, number), 0.0), likeness)
    matches = [_Match(position, number, likeness) for (position, number), likeness in best.items()]
    matches.sort(key=lambda one: one.position)
    return weights, matches


def _windows(matches: list[_Match], weights: list[float], limit: int) -> list[tuple[int, int]]:
    """Ranges of `matches` that stand close together and weigh most, the heaviest first."""
    width = max(10, int(len(weights) * 2.2) + 6)
    scored: list[tuple[float, int, int]] = []
    high = 0
    held: defaultdict[int, list[float]] = defaultdict(list)
    for low in range(len(matches)):
        while high < len(matches) and matches[high].position < matches[low].position + width:
            held[matches[high].asked].append(matches[high].likeness)
            high += 1
        total = sum(weights[asked] * max(some) for asked, some in held.items() if some)
        scored.append((total, low, high))
        held[matches[low].asked].remove(matches[low].likeness)
    scored.sort(key=lambda one: -one[0])
    kept: list[tuple[float, int, int]] = []
    taken: set[int] = set()
    for total, low, high in scored:
        bucket = matches[low].position // max(4, width // 4)
        if bucket in taken:
            continue
        taken.add(bucket)
        kept.append((total, low, high))
        if len(kept) >= max(24, limit * 2):
            break
    return [(low, high) for _, low, high in kept]


def _aligned(
    index: Index, query: list[str], weights: list[float], matches: list[_Match], words: str
) -> Candidate | None:
    """Choose for each query word the match that keeps the passage tight, and score it."""
    chosen = _chosen(matches, len(query))
    if not chosen:
        return None
    positions = [match.position for match in chosen.values()]
    total = sum(weights)
    coverage = sum(weights[asked] * match.likeness for asked, match in chosen.items()) / total
    first, last = min(positions), max(positions)
    ordered = [chosen[asked].position for asked in sorted(chosen)]
    steps = sum(a <= b for a, b in pairwise(ordered))
    order = steps / max(1, len(ordered) - 1) if len(ordered) > 1 else 1.0
    tightness = min(1.0, len(set(positions)) / (last - first + 1))
    start, end = index.tokens[first].start, index.tokens[last].end
    text = index.transcript.text
    letters = _likeness(words, text[start:end])
    score = COVERAGE * coverage + ORDER * order * coverage
    score += TIGHTNESS * tightness * coverage + LETTERS * letters
    if score < SHOWN or coverage < 0.25:
        return None
    marks = tuple(
        Mark(index.tokens[m.position].start, index.tokens[m.position].end, m.likeness >= 0.9)
        for m in sorted({m.position: m for m in chosen.values()}.values(), key=lambda m: m.position)
    )
    low, high = passage_around(index, start, end)
    return Candidate(low, high, score, score < WEAK, marks)


def _chosen(matches: list[_Match], size: int) -> dict[int, _Match]:
    """One match a query word: the likeliest, and of equals the one nearest to the others."""
    groups: defaultdict[int, list[_Match]] = defaultdict(list)
    for match in matches:
        groups[match.asked].append(match)
    chosen: dict[int, _Match] = {}
    middle: float | None = None
    for asked in sorted(groups, key=lambda one: len(groups[one])):
        target = middle
        if target is None:
            best = max(groups[asked], key=lambda m: m.likeness)
        else:
            best = max(groups[asked], key=lambda m: m.likeness - 0.012 * abs(m.position - target))
        chosen[asked] = best
        middle = sum(one.position for one in chosen.values()) / len(chosen)
    return chosen


def _likeness(words: str, said: str) -> float:
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    a, b = words.lower(), said.lower()
    return max(ratio(a, b), 0.95 * token_sort_ratio(a, b)) / 100
