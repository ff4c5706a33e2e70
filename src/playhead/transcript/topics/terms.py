"""Runs of words -> terms, and how well each would file the talk (its termhood).

A term is one to three words that stand together. Its termhood is a weighted sum of what is known
of it: how often it is said (tf), how rare its words are in spoken English (idf, Spärck Jones
1972), how sure its last word is a noun, whether interviews come back to such words, its length
(C-value, Frantzi and Ananiadou 1996), whether it is written as a name.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.usage import is_turn_of_phrase, noun_share, return_share
from playhead.transcript.topics.words import Words

LONGEST = 3
"""Words in a term at most."""

MOST_RARITY = 4.0
"""Rarity above which a word is no better: misheard words are the rarest of all."""

LEAST_RARITY = 0.8
"""A word by itself must be this rare: said in fewer than half of all interviews."""

LEAST_RARITY_INSIDE = 0.25
"""A term of more words needs one this rare."""

LEAST_NOUN = 0.4
"""A term ends in a word that is a noun at least this often."""

INSIDE = 0.6
"""Share of a term's uses inside one longer term above which it is only a part of that."""

NAME_SHARE = 0.8
"""A word written with a capital at least this often is a name."""

SAID = 0.4
RARE = 0.24
NOUN, NOUN_BEFORE = 2.2, 0.9
RETURN, RETURN_BEFORE = 3.2, 0.9
ALONE = 0.7
TWO_WORDS, THREE_WORDS = 0.6, 0.9
NAME = 1.1
CAPITALS = 0.8
TURN_OF_PHRASE = -3.1
COHESION = -0.5
ONCE = -0.6
"""Weights of the sum, found by search for those under which the five best terms of chapters hold
most of the words of the titles, and the tags, that editors gave to them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word: its rarity, shares as a noun and of interviews that return to it.

    `name` if it is spelled as one (FP4), `capital` if it mostly begins with a capital.
    """

    said: int
    rarity: float
    noun: float
    back: float
    name: bool
    capital: bool


class Terms:
    """All terms of a text that could file it, with their termhood and their places.

    A term of more words somewhere ends where a run of them does: `modern data` is none if it is
    only said in `modern data centers`. Place number n is of the term `keys[n]`, from token
    `firsts[n]` to `lasts[n]`; places are in order of the text by their last token.
    """

    def __init__(self, words: Words) -> None:
        """Find the terms in `words`."""
        self.words = words
        runs = list(words.runs())
        self.known = _known_words(words)
        said = Counter({key: one.said for key, one in self.known.items()})
        said.update(_longer(words.keys, runs))
        self.termhood: dict[str, float] = {}
        for key, count in said.items():
            if (worth := self._worth(key, count)) is not None:
                self.termhood[key] = worth
        self._leave_out_parts(said)
        self.keys: list[str] = []
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self._place(runs)

    def _leave_out_parts(self, said: Counter[str]) -> None:
        """Terms that are mostly said inside a longer one are none of their own."""
        for key in [key for key in self.termhood if " " in key and said[key] > 1]:
            parts = key.split()
            for size in range(1, len(parts)):
                for first in range(len(parts) - size + 1):
                    part = " ".join(parts[first : first + size])
                    if said[key] >= INSIDE * said[part]:
                        self.termhood.pop(part, None)

    def _place(self, runs: list[tuple[int, int]]) -> None:
        worth, known = self.termhood, self.words.keys
        ends = {key.rpartition(" ")[2] for key in worth if " " in key}
        add_key, add_first, add_last = self.keys.append, self.firsts.append, self.lasts.append
        for first, last in runs:
            for end in range(first, last + 1):
                key = known[end]
                if key in worth:
                    add_key(key)
                    add_first(end)
                    add_last(end)
                if end == first or key not in ends:
                    continue
                for start in range(end - 1, max(first, end - LONGEST + 1) - 1, -1):
                    key = f"{known[start]} {key}"
                    if key in worth:
                        add_key(key)
                        add_first(start)
                        add_last(end)

    def _worth(self, key: str, count: int) -> float | None:
        """The termhood of a term said `count` times; None for what no one would file under."""
        parts = [self.known[part] for part in key.split()]
        last = parts[-1]
        rarest = max(part.rarity for part in parts)
        if last.noun < LEAST_NOUN:
            return None
        worth = SAID * math.log(count) + NOUN * last.noun + RETURN * last.back
        worth += RARE * sum(part.rarity for part in parts) / len(parts)
        if count == 1:
            worth += ONCE
        if any(part.name for part in parts):
            worth += NAME
        if len(parts) == 1:
            if last.rarity < LEAST_RARITY and not last.name:
                return None
            return worth + ALONE
        if rarest < LEAST_RARITY_INSIDE:
            return None
        before = parts[:-1]
        worth += TWO_WORDS if len(parts) == 2 else THREE_WORDS
        worth += NOUN_BEFORE * min(part.noun for part in before)
        worth += RETURN_BEFORE * min(part.back for part in before)
        worth += COHESION * math.log(count / min(part.said for part in parts))
        if all(part.capital for part in parts):
            worth += CAPITALS
        words = key.split()
        if any(is_turn_of_phrase(f"{a} {b}") for a, b in pairwise(words)):
            worth += TURN_OF_PHRASE
        return worth


def _longer(keys: list[str], runs: list[tuple[int, int]]) -> Iterator[str]:
    """The last two and the last three words of each run."""
    for first, last in runs:
        if last > first:
            two = f"{keys[last - 1]} {keys[last]}"
            yield two
            if last > first + 1:
                yield f"{keys[last - 2]} {two}"


def _known_words(words: Words) -> dict[str, Word]:
    """What is known of each folded word of a text."""
    counts = Counter(words.tokens)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for token, form in words.forms.items():
        if form.key:
            written[form.key][token[form.start : form.end]] += counts[token]
    return {key: _known(key, forms) for key, forms in written.items()}


def _known(key: str, forms: Counter[str]) -> Word:
    said = forms.total()
    most = max(forms, key=lambda form: forms[form])
    low = most.lower().replace("’", "'")
    capital = sum(count for form, count in forms.items() if not form[0].islower())
    named = is_spelled_as_name(most)
    rare = min(rarity(low), rarity(key), MOST_RARITY)
    noun = noun_share(low)
    if named or (said > 1 and capital > NAME_SHARE * said):
        noun = max(noun, 0.9)
    back = return_share(low)
    if said >= 3:
        back = max(back, (back + 0.5) / 1.5)
    return Word(said, rare, noun, back, named, capital > NAME_SHARE * said)


def is_spelled_as_name(word: str) -> bool:
    """Whether a word is an acronym, holds a digit, or a capital after its first letter: FP4."""
    parts = word.split("-")
    return any(part[1:] != part[1:].lower() or not part.isalpha() for part in parts)
