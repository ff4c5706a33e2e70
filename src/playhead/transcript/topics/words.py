"""A text -> its words that can be in a term, folded, and which of them stand together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress, pairwise

from playhead.transcript.tokens import Tokens
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

    `keys[n]` is the folded word of token n, empty if no term ends in it; `parts[n]` is the word as
    it stands before another in a longer term, empty if it cannot.
    """

    def __init__(
        self,
        tokens: Tokens,
        names: frozenset[str] = frozenset(),
        is_verb: Callable[[str], bool] = is_mostly_verb,
    ) -> None:
        """Read `tokens`; words of `names`, capitalised, and verbs are in no term."""
        self.text, self.tokens, self.starts = tokens.text, tokens.tokens, tokens.starts
        self.forms = {token: _form(token, names, is_verb) for token in tokens.forms}
        keys = {token: form.key for token, form in self.forms.items()}
        parts = {token: form.part for token, form in self.forms.items()}
        self.keys = list(map(keys.__getitem__, self.tokens))
        self.parts = list(map(parts.__getitem__, self.tokens))

    def ends(self) -> tuple[list[int], list[int], list[int]]:
        """Tokens at which terms of one, of two and of three words end, each list in order.

        Nothing stands between the words of a term to cut it.
        """
        text, tokens, starts = self.text, self.tokens, self.starts
        keys, parts = self.keys, self.parts
        opening = {token for token, form in self.forms.items() if form.opens}
        ones = list(compress(range(len(keys)), keys))
        twos = [
            number
            for number in ones
            if number
            and parts[number - 1]
            and tokens[number] not in opening
            and parts[number - 1] != keys[number]
            and text[starts[number] - 1] != "\n"
        ]
        threes = [number for before, number in pairwise(twos) if number == before + 1]
        return ones, twos, threes

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the word of token `first` to that of token `last`."""
        begin, end = self.forms[self.tokens[first]], self.forms[self.tokens[last]]
        return self.starts[first] + begin.start, self.starts[last] + end.end


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
    if len(word) > 4:
        for ending, singular in _PLURALS:
            if word.endswith(ending):
                return word[: -len(ending)] + singular
    if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word
