"""What spoken English and the text itself tell of each word of a text that can be in a term."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np

from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.usage import noun_share, return_share
from playhead.transcript.topics.words import Words

MOST_RARITY = 4.0
"""Rarity above which a word is no better: misheard words are the rarest of all."""

NAME_SHARE = 0.8
"""A word written with a capital at least this often is a name."""


class _Word(NamedTuple):
    """A folded word, as `KnownWords` has it."""

    rarity: float
    noun: float
    back: float
    name: bool


class KnownWords:
    """What is known of each word that is in a term, by its number; of others nothing, that is 0.

    `rarity`, shares as a `noun` and of interviews that come `back` to it; `name` if it is spelled
    as one (FP4).
    """

    def __init__(self, words: Words) -> None:
        """Look up the words of a text."""
        self.is_known = np.zeros(len(words.spelt), dtype=bool)
        self.name = np.zeros(len(words.spelt), dtype=bool)
        self.rarity, self.noun, self.back = np.zeros((3, len(words.spelt)))
        forms, counts = words.tokens.forms, words.counts()
        written: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for id, (key, form) in enumerate(zip(words.keys.tolist(), words.forms, strict=True)):
            if key:
                written[key][forms[id][form.start : form.end]] += counts[id]
        for number, spelt in written.items():
            word = _known(words.spelt[number], spelt)
            self.is_known[number] = True
            self.rarity[number], self.noun[number], self.back[number] = word[:3]
            self.name[number] = word.name


def _known(key: str, forms: Counter[str]) -> _Word:
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
    return _Word(min(rarity(low), rarity(key), parts, MOST_RARITY), noun, back, named)


def is_spelled_as_name(word: str) -> bool:
    """Whether a word is an acronym, holds a digit, or a capital after its first letter: FP4."""
    parts = word.split("-")
    return any(part[1:] != part[1:].lower() or not part.isalpha() for part in parts)
