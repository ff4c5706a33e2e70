"""Places where a chapter may begin, and what is measured of each: how it is asked, how new it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from playhead.transcript.model import Exchange, Sentence, Turn
from playhead.transcript.tokens import Figures, Flags, Numbers, Tokens, distinct, ranges
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
_POINTS_BACK: frozenset[_Phrase] = frozenset(
    "it they them he she his her him that those these this there their then it's that's".split()
)
_OPENS = frozenset(
    "so now okay ok all alright right great well interesting amazing cool nice wonderful"
    " excellent fantastic awesome".split()
)
_ADDRESSES: frozenset[_Phrase] = frozenset("your you've yours".split())
_THANKS: frozenset[_Phrase] = frozenset(("thank", "thanks"))
_PHRASES = _TURNS_THE_PAGE | _ASKS_BROADLY | _POINTS_BACK | _ADDRESSES | _THANKS | _OPENS
_NUMBERS = {
    word: number
    for number, word in enumerate(
        dict.fromkeys(
            word for one in _PHRASES for word in ((one,) if isinstance(one, str) else one)
        ),
        1,
    )
}
"""The words of all phrases, numbered."""

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


def measures(tokens: Tokens, openings: list[Opening]) -> Figures:
    """What can be measured of each opening; a row an opening, of the values of MEASURES."""
    if not openings:
        return np.zeros((0, len(MEASURES)))
    starts, ends, untils = np.array([(o.start, o.end, o.until) for o in openings], dtype=np.intp).T
    said = _Telling(tokens, starts)
    heads = _Heads(tokens, starts, np.minimum(ends, starts + ASKED_LENGTH))
    before = np.diff(starts, prepend=starts[0])
    ties = said.ties()
    return np.column_stack(
        (
            *_manner(said.words, tokens, heads),
            np.log(1 + (ends - starts) / 5),
            np.log(1 + before / 5),
            np.log(1 + (untils - starts) / 5),
            np.log(1 + said.news(heads)),
            ties,
            _depths(ties.tolist()),
            np.full(len(openings), np.log(1 + (untils - starts).sum() / 5)),
        )
    )


class _Heads:
    """The tokens at the start of each opening, one after the other, and whose each is."""

    def __init__(self, tokens: Tokens, starts: Numbers, ends: Numbers) -> None:
        """Take the tokens that begin between `starts` and `ends`, in characters."""
        begins = tokens.numbers(starts)
        self.count = len(starts)
        self.numbers, self.owners = ranges(begins, tokens.numbers(ends) - begins)


class _Telling:
    """The words of each opening that tie it to others, each once, and what they are worth.

    `words` are all words of the text by the number of their form.
    """

    def __init__(self, tokens: Tokens, starts: Numbers) -> None:
        """Read what is said from each of `starts`, in characters, to the next."""
        self.words = list(map(_word, tokens.forms))
        numbers: dict[str, int] = {}
        by_form = [numbers.setdefault(word, len(numbers)) for word in self.words]
        self._by_form = np.array(by_form, dtype=np.intp)
        self._worth = np.array(list(map(_rarity, numbers)))
        self._ids, self._count = tokens.ids, len(starts)
        begin = tokens.numbers(starts)
        telling = begin[0] + np.flatnonzero(self._tells(tokens.ids[begin[0] :]))
        owners = np.searchsorted(begin, telling, "right") - 1
        self._pairs = distinct(self._coded(telling, owners))

    def _tells(self, ids: Numbers) -> Flags:
        return (self._worth > 0)[self._by_form][ids]

    def _coded(self, tokens: Numbers, openings: Numbers) -> Numbers:
        """One number for the word of each token and the opening it is said in."""
        return self._by_form[self._ids[tokens]] * self._count + openings

    def _read(self, pairs: Numbers) -> tuple[Figures, Numbers]:
        """What each word is worth, and the opening it is said in."""
        return self._worth[pairs // self._count], pairs % self._count

    def ties(self) -> Figures:
        """How much of what is said around each opening is said on both sides of it."""
        words, (worth, openings) = self._pairs // self._count, self._read(self._pairs)
        apart = np.diff(openings)
        tied = (np.diff(words) == 0) & (apart <= REACH)
        tie = worth[1:][tied] / apart[tied]
        size = self._count + 1
        steps = np.bincount(openings[:-1][tied] + 1, tie, size)
        steps -= np.bincount(openings[1:][tied] + 1, tie, size)
        totals = np.bincount(openings, worth, self._count)
        near = np.lib.stride_tricks.sliding_window_view(np.pad(totals, (2, 1)), 4)
        ties: Figures = np.cumsum(steps[:-1]) / (near.sum(axis=1) + 1.0)
        # What ties nothing is level, whatever is left over of sums in another order.
        return np.round(ties, 12)

    def news(self, heads: _Heads) -> Figures:
        """What the words at the start of each opening are worth that the one before did not say."""
        tell = self._tells(self._ids[heads.numbers])
        fresh = distinct(self._coded(heads.numbers[tell], heads.owners[tell]))
        worth, openings = self._read(fresh)
        at = np.searchsorted(self._pairs, fresh - 1)
        heard = (self._pairs[np.minimum(at, len(self._pairs) - 1)] == fresh - 1) & (openings > 0)
        return np.bincount(openings[~heard], worth[~heard], self._count).astype(np.float64)


def _word(token: str) -> str:
    return token.strip(_EDGES).lower().replace("’", "'")


def _rarity(word: str) -> float:
    """How rare a word is; 0 where it ties nothing together."""
    rare = rarity(word) if word[:1].isalpha() and not is_common(word) else 0.0
    return rare if rare >= LEAST_RARITY else 0.0


def _manner(words: list[str], tokens: Tokens, heads: _Heads) -> list[Figures]:
    """How it is asked: a column a manner, 1.0 where it shows, in the order of MEASURES."""
    by_form = np.array([_NUMBERS.get(word, 0) for word in words], dtype=np.intp)
    said = by_form[tokens.ids[heads.numbers]]
    found = np.flatnonzero(said)
    ones, owners = said[found], heads.owners[found]
    joined = (np.diff(found) == 1) & (np.diff(owners) == 0)
    twos, of_twos = ones[:-1][joined] * len(_NUMBERS) + ones[1:][joined], owners[:-1][joined]

    def shows(phrases: frozenset[_Phrase]) -> Figures:
        words = [_NUMBERS[one] for one in phrases if isinstance(one, str)]
        pairs = [
            _NUMBERS[one[0]] * len(_NUMBERS) + _NUMBERS[one[1]]
            for one in phrases
            if not isinstance(one, str)
        ]
        where = owners[np.isin(ones, words)], of_twos[np.isin(twos, pairs)]
        return np.minimum(1.0, np.bincount(np.concatenate(where), minlength=heads.count))

    opened = np.zeros(heads.count)
    is_first = np.flatnonzero(np.diff(heads.owners, prepend=-1))
    opening = np.isin(said[is_first], [_NUMBERS[one] for one in _OPENS])
    opened[heads.owners[is_first[opening]]] = 1.0
    return [
        shows(_TURNS_THE_PAGE),
        shows(_ASKS_BROADLY),
        shows(_POINTS_BACK),
        opened,
        shows(_ADDRESSES),
        shows(_THANKS),
    ]


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
