"""Which word of a window answers which word of the query, and how well they go together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from playhead.search.likeness.matching import joined_words, likely_words
from playhead.search.likeness.tokens import tokens_of
from playhead.search.likeness.words import COMMON_WORDS

if TYPE_CHECKING:
    from playhead.search.index import Index

DISTANCE = 0.012
"""Likeness lost for each word that a match stands away from the others."""

COMMON_WEIGHT = 3.0
"""Weight of the commonest words, which name nothing."""

FEW = 4
"""Words of a query that may be answered several times in one window."""

REPEATS = 6
"""Times that one window may answer a query of few words."""

UNSAID = 0.7
"""Share of its weight for a word of the query that is nowhere in the talk."""


Match = tuple[int, float, bool]
"""A token, its likeness to the word it answers, and whether by meaning alone."""


class Asked(NamedTuple):
    """The words of a query, what each weighs, and the words of the talk that each may be.

    `telling` are the weights as far as a word names something. `answers` maps a word of the talk,
    by number, to the words of the query it answers, as (number in the query, likeness, by meaning
    alone). `pairs` maps two neighbours to one of them.
    """

    words: list[str]
    weights: list[float]
    telling: list[float]
    likely: list[list[tuple[int, float]]]
    answers: dict[int, list[tuple[int, float, bool]]]
    pairs: dict[tuple[int, int], int]


class Aligned(NamedTuple):
    """Matched words `text[start:end]`; all measures 0 to 1.

    `coverage` is the share of the query's weight that is answered, `sure` without what is alike by
    meaning alone; `gist` is the coverage of words that name something. `places` are the tokens
    with their likenesses, in order.
    """

    start: int
    end: int
    coverage: float
    sure: float
    gist: float
    order: float
    tightness: float
    places: list[tuple[int, float]]


def asked_words(index: Index, query: str, meaning: bool) -> Asked:
    """Read the free words of a query; the last is still being typed unless a space follows.

    Words of the talk answer them by letters and sound, and by `meaning` where that is asked.
    """
    words = _words(query)
    typing = not query.endswith((" ", ".", "?", "!"))
    weights: list[float] = []
    answers: dict[int, dict[int, tuple[float, bool]]] = {}
    pairs: dict[tuple[int, int], int] = {}
    likely: list[dict[int, float]] = [{} for _ in words]
    for asked, word in enumerate(words):
        found = likely_words(index, word, typing and asked == len(words) - 1, meaning)
        whole = index.weight(index.number_of(word))
        near = max((index.weight(other) for other in found.same), default=None)
        weights.append(whole * UNSAID if near is None else min(whole, near + 1.0))
        for pair in found.pairs:
            pairs[pair] = asked
            likely[asked][pair[0]] = 0.9
        likely[asked].update(found.meant)
        likely[asked].update(found.same)
        for other, likeness in found.meant.items():
            answers.setdefault(other, {})[asked] = (likeness, True)
        for other, likeness in found.same.items():
            answers.setdefault(other, {})[asked] = (likeness, False)
    for first, last, other, likeness in joined_words(index, words):
        for asked in range(first, last + 1):
            if likeness > likely[asked].get(other, 0.0):
                likely[asked][other] = likeness
                answers.setdefault(other, {})[asked] = (likeness, False)
    return Asked(
        words,
        weights,
        [_telling(word, weight) for word, weight in zip(words, weights, strict=True)],
        [list(one.items()) for one in likely],
        {other: [(asked, *how) for asked, how in one.items()] for other, one in answers.items()},
        pairs,
    )


def _words(query: str) -> list[str]:
    """The words of a query; of letters in pairs the last is told by the pair before it."""
    tokens = tokens_of(query)
    return [
        token.word
        for before, token in zip([None, *tokens], tokens, strict=False)
        if before is None or token.end != before.end or token.start == before.start
    ]


def _telling(word: str, weight: float) -> float:
    """The weight of a word as far as it names something."""
    rest = max(0.3, weight - COMMON_WEIGHT)
    return rest * 0.35 if word in COMMON_WORDS else rest


def alignments(
    index: Index, asked: Asked, low: int, high: int, turns: frozenset[str] | None
) -> list[Aligned]:
    """The ways in which tokens `low` to `high` answer the query, the best first.

    Only tokens in `turns` count, where that is given. A query of many words has one way.
    """
    groups = _matches(index, asked, low, high)
    if turns is not None:
        starts = index.tables.starts
        inside = {
            match[0]: index.turn_at(starts[match[0]]).id in turns
            for group in groups.values()
            for match in group
        }
        groups = _kept(groups, {place for place, held in inside.items() if held})
    found: list[Aligned] = []
    for _ in range(REPEATS if len(asked.words) <= FEW else 1):
        if not groups:
            break
        found.append(_aligned(index, asked, _chosen(groups)))
        taken = {place for place, _ in found[-1].places}
        places = {match[0] for group in groups.values() for match in group}
        groups = _kept(groups, places - taken)
    return found


def _kept(groups: dict[int, list[Match]], places: set[int]) -> dict[int, list[Match]]:
    """The matches at `places`."""
    kept = {
        number: [match for match in group if match[0] in places] for number, group in groups.items()
    }
    return {number: group for number, group in kept.items() if group}


def _aligned(index: Index, asked: Asked, chosen: dict[int, Match]) -> Aligned:
    """Measure how well the chosen tokens answer the query."""
    total = sum(asked.weights)
    coverage = sure = gist = 0.0
    places: dict[int, float] = {}
    for number, (place, likeness, meant) in chosen.items():
        coverage += asked.weights[number] * likeness
        gist += asked.telling[number] * likeness
        if not meant:
            sure += asked.weights[number] * likeness
        places[place] = max(places.get(place, 0.0), likeness)
    first, last = min(places), max(places)
    ordered = [chosen[number][0] for number in sorted(chosen)]
    steps = sum(a <= b for a, b in pairwise(ordered))
    return Aligned(
        index.tables.starts[first],
        index.tables.ends[last],
        coverage / total,
        sure / total,
        gist / sum(asked.telling),
        steps / (len(ordered) - 1) if len(ordered) > 1 else 1.0,
        min(1.0, len(places) / (last - first + 1)),
        sorted(places.items()),
    )


def _matches(index: Index, asked: Asked, low: int, high: int) -> dict[int, list[Match]]:
    """For each word of the query, by number, the tokens that answer it."""
    found: dict[int, list[Match]] = {}
    ids = index.tables.ids[low:high]
    answers = asked.answers
    for place, word in enumerate(ids, low):
        if word in answers:
            for number, likeness, meant in answers[word]:
                found.setdefault(number, []).append((place, likeness, meant))
    if asked.pairs:
        for place, pair in enumerate(pairwise(ids), low):
            if pair in asked.pairs:
                found.setdefault(asked.pairs[pair], []).append((place, 0.93, False))
    return found


def _chosen(groups: dict[int, list[Match]]) -> dict[int, Match]:
    """One match a word: the likeliest, and of equals the one nearest to the others."""
    chosen: dict[int, Match] = {}
    total = 0
    for number in sorted(groups, key=lambda one: len(groups[one])):
        group = groups[number]
        best = group[0]
        if len(group) > 1:
            if chosen:
                middle = total / len(chosen)
                best = max(group, key=lambda one: one[1] - DISTANCE * abs(one[0] - middle))
            else:
                best = max(group, key=lambda one: one[1])
        chosen[number] = best
        total += best[0]
    return chosen
