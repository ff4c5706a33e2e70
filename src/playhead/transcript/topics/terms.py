"""The terms of a text, and how likely an editor is to file something under each (its termhood).

A term is one to three words that stand together. What is known of it: how rare its words are in
spoken English (idf, Spärck Jones 1972), whether interviews come back to them, how sure the words
before its last are nouns, whether its pairs of words are heard together, whether it is written as
a name, whether it is a subject heading or tells of one. The weights are fitted to the tags of
labelled chapters by `python -m tests.training.topics`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from playhead.transcript.tokens import Figures, Numbers
from playhead.transcript.topics.headings import headings, is_spelling
from playhead.transcript.topics.known_words import KnownWords
from playhead.transcript.topics.usage import pair_return_share
from playhead.transcript.topics.words import Words

LONGEST = 3
"""Words in a term at most."""

LEAST_RARITY = 0.5
"""A word by itself must be this rare: said in fewer than three of five interviews."""

LEAST_NOUN = 0.45
"""A term ends in a word that is a noun at least this often."""

LEAST_NOUN_ALONE = 0.62
LEAST_RETURN_ALONE = 0.5
"""A word by itself must be a noun at least this often, or one that is come back to."""

DESCRIBING_NOUN = 0.3
"""How sure a noun a word is held to be that only describes."""

UNHEARD_RETURN = 0.08
"""Share of interviews that come back to a pair of words, where it is not heard in any."""

MEASURES = (
    "three words",
    "mean rarity",
    "most rarity",
    "nouns before",
    "interviews return",
    "pairs return",
    "pairs heard",
    "name",
    "heading",
    "tells of a heading",
    "said once",
    "chapters",
)
"""What `Terms.measures` tells of a term, in this order."""

WEIGHTS = (
    0.90,  # three words
    0.29,  # mean rarity
    0.20,  # most rarity
    0.75,  # nouns before
    1.33,  # interviews return
    0.67,  # pairs return
    0.28,  # pairs heard
    0.18,  # name
    1.38,  # heading
    0.65,  # tells of a heading
    -0.45,  # said once
    -0.32,  # chapters
)


@dataclass(frozen=True, slots=True)
class Places:
    """The characters at which a term starts and ends, in order; how often it is written how."""

    starts: Numbers
    ends: Numbers
    forms: Counter[str]

    def and_those(self, other: Places) -> Places:
        """These places and those of another term that says the same."""
        starts = np.concatenate((self.starts, other.starts))
        ends = np.concatenate((self.ends, other.ends))
        order = np.lexsort((ends, starts))
        return Places(starts[order], ends[order], self.forms + other.forms)


class Terms:
    """All runs of one to three words of a text that someone could file under.

    `keys` are the terms that differ, folded: those of one word first, each in order of the text.
    `ends[size - 1]` are the tokens at which those of so many words end, in order of the text, and
    `numbers[size - 1]` which of `keys` they are; `counts` is how often each is said. `spellings`
    are those that are a heading in other letters, with its key: rl, reinforcement learning.
    """

    def __init__(self, words: Words) -> None:
        """Find the terms in `words` that someone could file under."""
        self.words = words
        self._known = KnownWords(words)
        last = self._known.noun >= LEAST_NOUN
        alone = last & ((self._known.rarity >= LEAST_RARITY) | self._known.name)
        alone &= (self._known.noun >= LEAST_NOUN_ALONE) | (self._known.back >= LEAST_RETURN_ALONE)
        self.ends = words.ends(alone[words.keys], last[words.keys])
        self.keys: list[str] = []
        self.numbers: list[Numbers] = []
        self._parts: list[Numbers] = []
        counts: list[Numbers] = []
        for size, ends in enumerate(self.ends, 1):
            firsts, numbers, said = _told_apart(words.of_terms(ends, size), len(words.spelt))
            self.numbers.append(numbers + len(self.keys))
            self.keys += words.terms(ends[firsts], size)
            self._parts += [np.stack(words.of_terms(ends[firsts], size))]
            counts.append(said)
        self.counts: Numbers = np.concatenate(counts)
        self.number = {key: number for number, key in enumerate(self.keys)}
        self.spellings: dict[str, str] = {}
        self._are_headings, self._tell_of_one = self._headed()
        self.chapters: Figures = np.zeros(len(self.keys))

    def _headed(self) -> tuple[Figures, Figures]:
        """Of each term, whether it is a heading, and whether it tells of one in other words."""
        are, tell = np.zeros((2, len(self.keys)))
        for term, heading in headings().subjects.items():
            if (number := self.number.get(term)) is not None:
                (are if term == heading else tell)[number] = 1.0
                if is_spelling(term, heading):
                    self.spellings[term] = heading
        return are, tell

    def said(self, key: str) -> int:
        """How often a term is said; 0 for what is none."""
        number = self.number.get(key)
        return 0 if number is None else int(self.counts[number])

    def between(self, start: int, end: int) -> tuple[Numbers, Numbers]:
        """The numbers of the terms between two characters, and the tokens at which they begin.

        Those of one word first, in order of the text, then those of two and of three.
        """
        first, last = self.words.tokens.numbers([start, end]).tolist()
        found: list[Numbers] = []
        begins: list[Numbers] = []
        for before, (ends, numbers) in enumerate(zip(self.ends, self.numbers, strict=True)):
            a, b = np.searchsorted(ends, (first + before, last))
            found.append(numbers[a:b])
            begins.append(ends[a:b] - before)
        return np.concatenate(found), np.concatenate(begins)

    def is_name(self, key: str) -> bool:
        """Whether a term is one word that is spelled as a name is."""
        number = self.number.get(key, len(self.keys))
        (ones,) = self._parts[0]
        return number < len(ones) and bool(self._known.name[ones[number]])

    def places(self, wanted: Collection[str]) -> dict[str, Places]:
        """Where each of the wanted terms is said."""
        is_wanted = np.zeros(len(self.keys), dtype=bool)
        is_wanted[[self.number[key] for key in wanted]] = True
        places: dict[str, Places] = {}
        for size, (ends, numbers) in enumerate(zip(self.ends, self.numbers, strict=True), 1):
            here = is_wanted[numbers]
            ends, numbers = ends[here], numbers[here]
            starts, untils = self.words.spans(ends, size)
            written = self._written(numbers, ends, size)
            order = np.argsort(numbers, kind="stable")
            found, begins = np.unique(numbers[order], return_index=True)
            for number, same in zip(found.tolist(), np.split(order, begins)[1:], strict=True):
                places[self.keys[number]] = Places(starts[same], untils[same], written[number])
        return places

    def _written(self, numbers: Numbers, ends: Numbers, size: int) -> dict[int, Counter[str]]:
        """How often each of the terms of these numbers that end at the tokens is written how."""
        ids = self.words.tokens.ids
        tokens = [ids[ends - step] for step in range(size)]
        firsts, _, counts = _told_apart([numbers, *tokens], len(self.words.forms))
        starts, untils = self.words.spans(ends[firsts], size)
        written: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for number, start, end, count in zip(
            *(one.tolist() for one in (numbers[firsts], starts, untils, counts)), strict=True
        ):
            written[number][self.words.tokens.text[start:end]] += count
        return written

    def termhoods(self) -> Figures:
        """What the talk and spoken English make each term worth."""
        return self.weighed(np.arange(len(self.keys)), WEIGHTS)

    def weighed(self, wanted: Numbers, weights: Sequence[float]) -> Figures:
        """The sums of `measures` of the terms of these numbers, each with its weight."""
        total = np.zeros(len(wanted))
        for weight, column in zip(weights, self.measures(wanted), strict=True):
            total += weight * column
        return total

    def measures(self, wanted: Numbers) -> list[Figures]:
        """The values of MEASURES for the terms of these numbers, a column each."""
        columns = [np.zeros(len(wanted)) for _ in MEASURES]
        begin = 0
        for parts in self._parts:
            here = (wanted >= begin) & (wanted < begin + parts.shape[1])
            for column, values in zip(
                columns, self._of_words(parts[:, wanted[here] - begin]), strict=False
            ):
                column[here] = values
            begin += parts.shape[1]
        columns[-4:] = [
            self._are_headings[wanted],
            self._tell_of_one[wanted],
            (self.counts[wanted] == 1).astype(float),
            self.chapters[wanted],
        ]
        return columns

    def _of_words(self, parts: Numbers) -> list[Figures]:
        """All of MEASURES that the words of terms tell, a row of `parts` each, the last word last."""
        known = self._known
        last = parts[-1]
        none = np.zeros(len(last))
        if len(parts) == 1:
            rarest, name = known.rarity[last], known.name[last].astype(float)
            return [none, rarest, rarest, none, known.back[last], none, none, name]
        rarities, are_known = known.rarity[parts], known.is_known[parts]
        nouns = np.where(are_known[:-1], known.noun[parts[:-1]], DESCRIBING_NOUN)
        heard = np.array([self._heard(first, after) for first, after in pairwise(parts)])
        unheard = np.isnan(heard)
        return [
            none + (len(parts) == LONGEST),
            rarities.sum(axis=0) / are_known.sum(axis=0),
            rarities.max(axis=0),
            nouns.min(axis=0),
            known.back[last],
            np.where(unheard, UNHEARD_RETURN, heard).min(axis=0),
            (~unheard).sum(axis=0) / len(heard),
            known.name[parts].any(axis=0).astype(float),
        ]

    def _heard(self, first: Numbers, after: Numbers) -> Figures:
        """The shares of interviews that come back to pairs of words; not a number if not heard."""
        spelt = self.words.spelt
        pairs = zip(first.tolist(), after.tolist(), strict=True)
        shares = (pair_return_share(f"{spelt[one]} {spelt[other]}") for one, other in pairs)
        return np.array([math.nan if share is None else share for share in shares])


def _told_apart(parts: list[Numbers], known: int) -> tuple[Numbers, Numbers, Numbers]:
    """Rows of numbers below `known` -> the first of each kind, the kind of each, how many of a kind.

    Kinds are in order of their first.
    """
    code = parts[0]
    for part in parts[1:]:
        code = code * known + part
    _, firsts, kinds, counts = np.unique(
        code, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.argsort(firsts)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return firsts[order], rank[kinds], counts[order]
