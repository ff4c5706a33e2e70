"""The terms of a text, and how likely an editor is to file something under each (its termhood).

A term is one to three words that stand together. What is known of it: how rare its words are in
spoken English (idf, Spärck Jones 1972), whether interviews come back to them, how sure the words
before its last are nouns, whether its pairs of words are heard together, whether it is written as
a name. The weights are fitted to the tags of labelled chapters by
`python -m tests.training.topics`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import mul

from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.usage import noun_share, pair_return_share, return_share
from playhead.transcript.topics.words import Words

LONGEST = 3
"""Words in a term at most."""

MOST_RARITY = 4.0
"""Rarity above which a word is no better: misheard words are the rarest of all."""

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

NAME_SHARE = 0.8
"""A word written with a capital at least this often is a name."""

MEASURES = (
    "three words",
    "mean rarity",
    "most rarity",
    "nouns before",
    "interviews return",
    "pairs return",
    "pairs heard",
    "name",
    "said once",
    "chapters",
)
"""What `Terms.measures` tells of a term, in this order."""

WEIGHTS = (
    0.53,  # three words
    0.37,  # mean rarity
    0.25,  # most rarity
    0.91,  # nouns before
    1.12,  # interviews return
    1.42,  # pairs return
    0.21,  # pairs heard
    0.52,  # name
    -0.49,  # said once
    -1.21,  # chapters
)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word: its rarity, shares as a noun and of interviews that return to it.

    `name` if it is spelled as one (FP4).
    """

    rarity: float
    noun: float
    back: float
    name: bool


class Terms:
    """All runs of one to three words of a text that someone could file under.

    `ends[size - 1]` are the tokens at which those of so many words end, in order of the text, and
    `keys[size - 1]` how they are folded.
    """

    def __init__(self, words: Words) -> None:
        """Find the terms in `words` that someone could file under."""
        self.words = words
        self.known = _known_words(words)
        known = [self.known[key] if key else None for key in words.keys]
        last = [word is not None and word.noun >= LEAST_NOUN for word in known]
        alone = [
            word is not None
            and end
            and (word.noun >= LEAST_NOUN_ALONE or word.back >= LEAST_RETURN_ALONE)
            and (word.rarity >= LEAST_RARITY or word.name)
            for word, end in zip(known, last, strict=True)
        ]
        self.ends = words.ends(alone, last)
        self.keys = [words.terms(ends, size) for size, ends in enumerate(self.ends, 1)]
        self.said = Counter[str]()
        for some in self.keys:
            self.said.update(some)
        self.chapters: dict[str, float] = {}

    def between(self, start: int, end: int) -> tuple[list[str], list[list[int]]]:
        """The terms between two characters, folded, and the tokens at which those of each size end.

        Those of one word first, in order of the text, then those of two and of three.
        """
        tokens = self.words.tokens
        first, last = tokens.number(start), tokens.number(end)
        found: list[str] = []
        here: list[list[int]] = []
        for before, (ends, keys) in enumerate(zip(self.ends, self.keys, strict=True)):
            a, b = bisect_left(ends, first + before), bisect_left(ends, last)
            found += keys[a:b]
            here.append(ends[a:b])
        return found, here

    def places(self, wanted: set[str]) -> dict[str, list[tuple[int, int]]]:
        """The characters at which each of the wanted terms stands, in order of the text."""
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for size, (ends, keys) in enumerate(zip(self.ends, self.keys, strict=True), 1):
            found = list(map(wanted.__contains__, keys))
            spans = self.words.spans(list(compress(ends, found)), size)
            for key, span in zip(compress(keys, found), spans, strict=True):
                places[key].append(span)
        return places

    def termhoods(self) -> dict[str, float]:
        """What the talk and spoken English make each term worth."""
        return {key: sum(map(mul, WEIGHTS, self.measures(key))) for key in self.said}

    def measures(self, key: str) -> Sequence[float]:
        """The values of MEASURES for a term."""
        parts = key.split()
        last = self.known[parts[-1]]
        once = 1.0 if self.said[key] == 1 else 0.0
        chapters = self.chapters.get(key, 0.0)
        if len(parts) == 1:
            rarest = last.rarity
            return (0.0, rarest, rarest, 0.0, last.back, 0.0, 0.0, last.name, once, chapters)
        words = [self.known[part] for part in parts if part in self.known]
        rare = [word.rarity for word in words]
        before = [word.noun for word in words[:-1]]
        if len(words) < len(parts):
            before.append(DESCRIBING_NOUN)
        heard = [pair_return_share(f"{a} {b}") for a, b in pairwise(parts)]
        return (
            float(len(parts) == LONGEST),
            sum(rare) / len(rare),
            max(rare),
            min(before),
            last.back,
            min(UNHEARD_RETURN if share is None else share for share in heard),
            sum(share is not None for share in heard) / len(heard),
            float(any(word.name for word in words)),
            once,
            chapters,
        )


def _known_words(words: Words) -> dict[str, Word]:
    """What is known of each folded word of a text."""
    forms, counts = words.tokens.forms, words.counts()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for id, form in enumerate(words.forms):
        if form.key:
            written[form.key][forms[id][form.start : form.end]] += counts[id]
    return {key: _known(key, forms) for key, forms in written.items()}


def _known(key: str, forms: Counter[str]) -> Word:
    said = forms.total()
    most = max(forms, key=lambda form: forms[form])
    low = most.lower().replace("’", "'")
    capital = sum(count for form, count in forms.items() if not form[0].islower())
    named = is_spelled_as_name(most)
    noun = noun_share(low)
    if named or (said > 1 and capital > NAME_SHARE * said):
        noun = max(noun, 0.9)
    back = return_share(low)
    if said >= 3:
        back = max(back, (back + 0.5) / 1.5)
    parts = max(map(rarity, low.split("-")))
    return Word(min(rarity(low), rarity(key), parts, MOST_RARITY), noun, back, named)


def is_spelled_as_name(word: str) -> bool:
    """Whether a word is an acronym, holds a digit, or a capital after its first letter: FP4."""
    parts = word.split("-")
    return any(part[1:] != part[1:].lower() or not part.isalpha() for part in parts)
