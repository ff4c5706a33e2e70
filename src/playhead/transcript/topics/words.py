"""A text -> its words that can be in a term, folded, and which of them stand together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from playhead.transcript.tokens import Flags, Numbers, Tokens
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.usage import is_mostly_verb

DESCRIBING = frozenset(
    "big deep fast free good hard high large live long low new old open real short single small"
    " whole".split()
)
"""Words that are no term but may begin one: open source, long context, hard drive."""

_PARTS = re.compile(r"([^\w\[\]]*)(.*?)([^\w\[\]]*)", re.DOTALL)
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))
_NO_PLURAL = ("ss", "us", "is", "as", "os")


@dataclass(frozen=True, slots=True)
class Form:
    """A token as it stands in the text.

    `key` is its word folded, `part` what it is before another word of a term: its key or, of a
    word that only describes, that word, or nothing where punctuation stands after it. The word is
    `token[start:end]`. `opens` is true where punctuation stands before it.
    """

    key: str
    part: str
    start: int
    end: int
    opens: bool


class Words:
    """The tokens of a text between single white space, and what is known of each form of them.

    `spelt` are the folded words that differ, the first of them empty. `keys[id]` is the number of
    a form's folded word, 0 if no term ends in it; `parts[id]` that of the word as it stands before
    another in a longer term, 0 if it cannot.
    """

    def __init__(
        self,
        tokens: Tokens,
        names: frozenset[str] = frozenset(),
        is_verb: Callable[[str], bool] = is_mostly_verb,
    ) -> None:
        """Read `tokens`; words of `names`, capitalised, and verbs are in no term."""
        self.tokens = tokens
        self.forms = [_form(token, names, is_verb) for token in tokens.forms]
        numbers = {"": 0}
        self.keys = _numbered([form.key for form in self.forms], numbers)
        self.parts = _numbered([form.part for form in self.forms], numbers)
        self.spelt = list(numbers)

    def ends(self, alone: Flags | None = None, last: Flags | None = None) -> list[Numbers]:
        """Tokens at which terms of one, of two and of three words end, each in order.

        Of the forms with a key only those that `alone` allows are a term by themselves, and those
        that `last` allows end a longer one. Nothing stands between the words of a term to cut it.
        """
        ids = self.tokens.ids
        keys, parts = self.keys[ids], self.parts[ids]
        opens = np.array([form.opens for form in self.forms], dtype=bool)[ids]
        opens[self.tokens.begins] = True
        ends = keys > 0
        joined = np.zeros(len(ids) + 1, dtype=bool)
        joined[1:-1] = ends[1:] & ~opens[1:] & (parts[:-1] > 0) & (parts[:-1] != keys[1:])
        twos, threes = joined[:-1], joined[:-1] & np.roll(joined, 1)[:-1]
        if alone is not None:
            ends = ends & alone[ids]
        if last is not None:
            twos, threes = twos & last[ids], threes & last[ids]
        return [np.flatnonzero(one) for one in (ends, twos, threes)]

    def counts(self) -> list[int]:
        """How often each form is said."""
        counts: list[int] = np.bincount(self.tokens.ids, minlength=len(self.forms)).tolist()
        return counts

    def of_terms(self, ends: Numbers, size: int) -> list[Numbers]:
        """The numbers of the words of the terms of `size` words that end at each of the tokens."""
        ids = self.tokens.ids
        before = [self.parts[ids[ends - step]] for step in range(size - 1, 0, -1)]
        return [*before, self.keys[ids[ends]]]

    def terms(self, ends: Numbers, size: int) -> list[str]:
        """The terms of `size` words that end at each of the tokens `ends`, folded."""
        words = [map(self.spelt.__getitem__, one.tolist()) for one in self.of_terms(ends, size)]
        return list(map(" ".join, zip(*words, strict=True)))

    def spans(self, ends: Numbers, size: int) -> tuple[Numbers, Numbers]:
        """The characters at which the terms of `size` words that end at the tokens start and end."""
        ids, starts = self.tokens.ids, self.tokens.starts
        inner = np.array([(form.start, form.end) for form in self.forms], dtype=np.intp)
        first = ends - (size - 1)
        return starts[first] + inner[ids[first], 0], starts[ends] + inner[ids[ends], 1]


def _numbered(words: list[str], numbers: dict[str, int]) -> Numbers:
    """The number of each word; those new to `numbers` are added."""
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.intp)


def _form(token: str, names: frozenset[str], is_verb: Callable[[str], bool]) -> Form:
    parts = _PARTS.fullmatch(token)
    assert parts is not None, "the expression matches everything"
    head, word, tail = parts.groups()
    start, end = parts.span(2)
    closes = bool(tail)
    if own := _POSSESSIVE.search(word):
        end -= len(own.group())
        word, closes = token[start:end], True
    low = word.lower()
    key = _key(word, low, names, is_verb)
    part = "" if closes else key or (low if low in DESCRIBING else "")
    return Form(key, part, start, end, bool(head))


def _key(word: str, low: str, names: frozenset[str], is_verb: Callable[[str], bool]) -> str:
    """The word folded; empty for one that no term ends in."""
    if not WORD.fullmatch(word) or "'" in word or "’" in word or len(word) < 2:
        return ""
    if is_common(low) or low.endswith("ly") or (word in names and word != low):
        return ""
    return "" if word == low and is_verb(low) else fold(low)


def fold(word: str) -> str:
    """Variants of a word in lower case as one: hyphens and the plural left out."""
    word = word.replace("-", "")
    if not word.endswith("s"):
        return word
    if len(word) > 4:
        for ending, singular in _PLURALS:
            if word.endswith(ending):
                return word[: -len(ending)] + singular
    if len(word) > 3 and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word
