"""Places where a chapter may begin, and what is measured of each: how it is asked, how new it is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise

from playhead.transcript.model import Exchange, Sentence, Turn
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.common_words import is_common

REACH = 6
"""Openings over which a word that is said again still ties what lies between together."""

LEAST_RARITY = 1.0
"""Words said in more than a third of all interviews tie nothing together."""

LEAST_WORDS = 4
"""A host's remark of fewer words only keeps the guest talking; it opens nothing."""

MONOLOGUE = 6000
"""Characters without an opening, about seven minutes, above which sentences are openings too."""

STEP = 700
"""Characters between such sentences at least."""

ASKED_LENGTH = 400
"""Characters of a question that are looked at for how it is asked."""

_EDGES = ".,;:?!…\"“”'‘’()[]-–—"
_Phrase = str | tuple[str, str]
"""A word, or two that stand together."""


def _phrases(listed: str) -> frozenset[_Phrase]:
    """The phrases in `listed`, a slash between two words."""
    return frozenset(
        (first, second) if second else first
        for first, _, second in (one.partition("/") for one in listed.split())
    )


_TURNS_THE_PAGE = _phrases(
    "let's/talk let's/move let's/turn let's/go let's/switch let's/get let's/start let's/dive"
    " let's/jump let's/shift want/to wanted/to like/to love/to talk/about tell/me tell/us"
    " about/your moving/on switching/gears question questions next/thing last/one curious"
    " interested wondering what/about how/about speaking/of mentioned you/said you've/said"
    " you/wrote looking/back looking/forward looking/ahead going/forward"
)
_ASKS_BROADLY = _phrases(
    "advice career challenge challenges biggest future favorite favourite years nowadays today"
    " these/days generally overall in/general young/people some/of what/are what/do what/would"
    " what's/your what/is who/are where/do how/do how/would first most next important"
)
_POINTS_BACK = frozenset(
    "it they them he she his her him that those these this there their then it's that's".split()
)
_OPENS = frozenset(
    "so now okay ok all alright right great well interesting amazing cool nice wonderful"
    " excellent fantastic awesome".split()
)
_ADDRESSES = frozenset("your you've yours".split())
_THANKS = frozenset(("thank", "thanks"))
_PHRASES = _TURNS_THE_PAGE | _ASKS_BROADLY | _POINTS_BACK | _ADDRESSES | _THANKS

MEASURES = (
    "turns the page",
    "asks broadly",
    "points back",
    "opens",
    "addresses",
    "thanks",
    "words asked",
    "words before",
    "words after",
    "new words",
    "ties",
    "depth",
    "words in all",
)
"""What `measures` tells of each opening, in this order."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Words of the host, `start` to `end`, and what they lead to, up to `until`; characters."""

    start: int
    end: int
    until: int


def find_openings(
    text: str,
    turns: tuple[Turn, ...],
    exchanges: tuple[Exchange, ...],
    sentences: tuple[Sentence, ...] = (),
) -> list[Opening]:
    """Exchanges, and remarks of those who ask that belong to none, in order of the text.

    Where nobody asks for a long while, as in a lecture, a sentence now and then.
    """
    asked = {turn for exchange in exchanges for turn in exchange.question}
    by_id = {turn.id: turn for turn in turns} if exchanges else {}
    spans = [(by_id[one.question[0]].start, by_id[one.question[-1]].end) for one in exchanges]
    for turn in turns:
        if turn.kind == "remark" and turn.speaker and turn.id not in asked:
            words = text[turn.start : turn.end]
            if len(words.split(maxsplit=LEAST_WORDS)) >= LEAST_WORDS:
                spans.append((turn.start, turn.end))
    spans.sort()
    spans = list(_with_sentences(spans, sentences, len(text)))
    return [
        Opening(start, end, until)
        for (start, end), (until, _) in pairwise([*spans, (len(text), len(text))])
    ]


def _with_sentences(
    spans: list[tuple[int, int]], sentences: tuple[Sentence, ...], end: int
) -> Iterator[tuple[int, int]]:
    """The spans, and a sentence every STEP characters of the long stretches between them."""
    starts = [one.start for one in sentences]
    for (start, until), (following, _) in pairwise([(0, 0), *spans, (end, end)]):
        if until:
            yield start, until
        if following - until > MONOLOGUE:
            at = until if until else -STEP
            for number in range(bisect_left(starts, until), bisect_left(starts, following - STEP)):
                if starts[number] - at >= STEP:
                    at = starts[number]
                    yield at, sentences[number].end


def measures(tokens: Tokens, openings: list[Opening]) -> list[tuple[float, ...]]:
    """What can be measured of each opening; a row an opening, of the values of MEASURES."""
    words = list(map(_word, tokens.forms))
    rarities = {word: _rarity(word) for word in dict.fromkeys(words)}
    worths = [(word, rarities[word]) for word in words]
    tells = tokens.flags([worth > 0 for _, worth in worths])
    telling = list(map(worths.__getitem__, compress(tokens.ids, tells)))
    begins = [tokens.number(one.start) for one in openings]
    bounds = [*begins, len(tells)]
    # The number among those that tell of the first token of each opening.
    firsts = list(accumulate(tells.count(1, *span) for span in pairwise([0, *bounds])))
    said = [dict(telling[first:last]) for first, last in pairwise(firsts)]
    ties = _ties(said)
    depths = _depths(ties)
    total = math.log(1 + sum(one.until - one.start for one in openings) / 5)
    rows: list[tuple[float, ...]] = []
    before: Opening | None = None
    for number, one in enumerate(openings):
        first, last = begins[number], tokens.number(min(one.end, one.start + ASKED_LENGTH))
        heard = said[number - 1] if number else {}
        fresh = dict(telling[firsts[number] : firsts[number] + tells.count(1, first, last)])
        new = sum([worth for word, worth in fresh.items() if word not in heard])
        rows.append(
            (
                *_manner([words[id] for id in tokens.ids[first:last]]),
                math.log(1 + (one.end - one.start) / 5),
                math.log(1 + (one.start - before.start) / 5) if before else 0.0,
                math.log(1 + (one.until - one.start) / 5),
                math.log(1 + new),
                ties[number],
                depths[number],
                total,
            )
        )
        before = one
    return rows


def _word(token: str) -> str:
    return token.strip(_EDGES).lower().replace("’", "'")


def _rarity(word: str) -> float:
    """How rare a word is; 0 where it ties nothing together."""
    rare = rarity(word) if word[:1].isalpha() and not is_common(word) else 0.0
    return rare if rare >= LEAST_RARITY else 0.0


def _manner(words: list[str]) -> tuple[float, ...]:
    """How it is asked: 1.0 for each manner that shows, in the order of MEASURES."""
    phrases = _PHRASES.intersection(words) | _PHRASES.intersection(pairwise(words))
    return (
        float(not phrases.isdisjoint(_TURNS_THE_PAGE)),
        float(not phrases.isdisjoint(_ASKS_BROADLY)),
        float(not phrases.isdisjoint(_POINTS_BACK)),
        float(bool(words) and words[0] in _OPENS),
        float(not phrases.isdisjoint(_ADDRESSES)),
        float(not phrases.isdisjoint(_THANKS)),
    )


def _ties(said: list[dict[str, float]]) -> list[float]:
    """How much of what is said around each opening is said on both sides of it."""
    steps = [0.0] * (len(said) + 1)
    last: dict[str, int] = {}
    for number, words in enumerate(said):
        for word, worth in words.items():
            before = last.get(word)
            if before is not None and number - before <= REACH:
                tie = worth / (number - before)
                steps[before + 1] += tie
                steps[number + 1] -= tie
            last[word] = number
    totals = [sum(words.values()) for words in said]
    ties: list[float] = []
    held = 0.0
    for number in range(len(said)):
        held += steps[number]
        ties.append(held / (sum(totals[max(0, number - 2) : number + 2]) + 1.0))
    return ties


def _depths(ties: list[float]) -> list[float]:
    """How far each place lies below the hills on both sides of it (TextTiling, Hearst 1997)."""
    left = _hills(ties)
    right = _hills(ties[::-1])[::-1]
    return [one + two - 2 * low for low, one, two in zip(ties, left, right, strict=True)]


def _hills(ties: list[float]) -> list[float]:
    """The height that is reached by going back from each place for as long as it goes up."""
    hills: list[float] = []
    for number, tie in enumerate(ties):
        hills.append(hills[-1] if number and ties[number - 1] >= tie else tie)
    return hills
