"""A text -> its words that can be in a term, folded, and which of them stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
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


_KEY, _PART, _OPENS = 1, 2, 4
"""What a token can be: the last word of a term, a word before another, one that begins anew."""


def _kind(wanted: int, without: int = 0) -> bytes:
    """The class of the bytes that have all the bits of `wanted` and none of `without`."""
    fitting = (one for one in range(8) if one & wanted == wanted and not one & without)
    return b"[" + b"".join(b"\\x%02x" % one for one in fitting) + b"]"


_ONE = re.compile(_kind(_KEY))
_TWO = re.compile(_kind(_PART) + b"(?=" + _kind(_KEY, without=_OPENS) + b")")
_IS_KEY = bytes(one & _KEY for one in range(256))


class Words:
    """The tokens of a text between single white space, and what is known of each form of them.

    `keys[id]` is a form's folded word, empty if no term ends in it; `parts[id]` is the word as it
    stands before another in a longer term, empty if it cannot.
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
        self.keys = [form.key for form in self.forms]
        self.parts = [form.part for form in self.forms]
        self._kinds = bytearray(
            tokens.flags(
                [
                    _KEY * bool(form.key) | _PART * bool(form.part) | _OPENS * form.opens
                    for form in self.forms
                ]
            )
        )
        for number in tokens.begins:
            self._kinds[number] |= _OPENS

    def ends(
        self, alone: Sequence[bool] | None = None, last: Sequence[bool] | None = None
    ) -> tuple[list[int], list[int], list[int]]:
        """Tokens at which terms of one, of two and of three words end, each list in order.

        Of the forms with a key only those that `alone` allows are a term by themselves, and those
        that `last` allows end a longer one. Nothing stands between the words of a term to cut it.
        """
        ids, keys, parts = self.tokens.ids, self.keys, self.parts
        ones = [match.start() for match in _ONE.finditer(self._kinds)]
        twos = [
            number
            for match in _TWO.finditer(self._kinds)
            if parts[ids[(number := match.end()) - 1]] != keys[ids[number]]
        ]
        threes = [number for before, number in pairwise(twos) if number == before + 1]
        if alone:
            ones = [number for number in ones if alone[ids[number]]]
        if last:
            twos = [number for number in twos if last[ids[number]]]
            threes = [number for number in threes if last[ids[number]]]
        return ones, twos, threes

    def counts(self) -> Counter[int]:
        """How often each form that a term can end in is said."""
        return Counter(compress(self.tokens.ids, self._kinds.translate(_IS_KEY)))

    def terms(self, ends: list[int], size: int) -> list[str]:
        """The terms of `size` words that end at each of the tokens `ends`, folded."""
        ids, keys, parts = self.tokens.ids, self.keys, self.parts
        if size == 1:
            return [keys[ids[end]] for end in ends]
        if size == 2:
            return [f"{parts[ids[end - 1]]} {keys[ids[end]]}" for end in ends]
        return [f"{parts[ids[end - 2]]} {parts[ids[end - 1]]} {keys[ids[end]]}" for end in ends]

    def spans(self, ends: list[int], size: int) -> list[tuple[int, int]]:
        """The characters of the terms of `size` words that end at each of the tokens `ends`."""
        ids, starts, forms = self.tokens.ids, self.tokens.starts, self.forms
        before = size - 1
        return [
            (
                starts[end - before] + forms[ids[end - before]].start,
                starts[end] + forms[ids[end]].end,
            )
            for end in ends
        ]


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
