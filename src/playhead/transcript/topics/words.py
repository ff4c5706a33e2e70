"""A text -> its words that can be in a term, folded, in runs that punctuation does not cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.usage import is_mostly_verb

_PARTS = re.compile(r"([^\w\[\]]*)(.*?)([^\w\[\]]*)", re.DOTALL)
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))
_NO_PLURAL = ("ss", "us", "is", "as", "os")


@dataclass(frozen=True, slots=True)
class Form:
    """A token as it stands in the text.

    `key` is its word folded; the word is `token[start:end]`. `opens` is true where punctuation
    stands before the word, `closes` where it stands after.
    """

    key: str
    start: int
    end: int
    opens: bool
    closes: bool


NOTHING = Form("", 0, 0, True, True)
"""A token that no term holds."""


class Words:
    """The tokens of a text between single white space, and what is known of each form of them."""

    def __init__(
        self,
        tokens: Tokens,
        names: frozenset[str] = frozenset(),
        is_verb: Callable[[str], bool] = is_mostly_verb,
    ) -> None:
        """Read `tokens`; words of `names`, capitalised, and verbs are in no term."""
        self.text, self.tokens, self.starts = tokens.text, tokens.tokens, tokens.starts
        self.forms = {token: _form(token, names, is_verb) for token in tokens.forms}
        known = {token: form.key for token, form in self.forms.items()}
        self.keys = [known[token] for token in self.tokens]

    def runs(self) -> Iterator[tuple[int, int]]:
        """First and last numbers of tokens that stand together, nothing between to cut a term."""
        text, tokens, starts, keys = self.text, self.tokens, self.starts, self.keys
        opening = {token for token, form in self.forms.items() if form.opens}
        closing = {token for token, form in self.forms.items() if form.closes}
        first = last = -1
        goes_on = False
        for number in [number for number, key in enumerate(keys) if key]:
            token = tokens[number]
            if (
                goes_on
                and number == last + 1
                and token not in opening
                and keys[number] != keys[last]
                and text[starts[number] - 1] != "\n"
            ):
                last = number
            else:
                if first >= 0:
                    yield first, last
                first = last = number
            goes_on = token not in closing
        if first >= 0:
            yield first, last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the word of token `first` to that of token `last`."""
        begin, end = self.forms[self.tokens[first]], self.forms[self.tokens[last]]
        return self.starts[first] + begin.start, self.starts[last] + end.end

    def word(self, number: int) -> str:
        """The word of a token, without what stands around it."""
        form = self.forms[self.tokens[number]]
        return self.tokens[number][form.start : form.end]


def _form(token: str, names: frozenset[str], is_verb: Callable[[str], bool]) -> Form:
    parts = _PARTS.fullmatch(token)
    assert parts is not None, "the expression matches everything"
    head, word, tail = parts.groups()
    start, end = parts.span(2)
    closes = bool(tail)
    if own := _POSSESSIVE.search(word):
        end -= len(own.group())
        word, closes = token[start:end], True
    if not WORD.fullmatch(word) or "'" in word or "’" in word or len(word) < 2:
        return NOTHING
    low = word.lower()
    if is_common(low) or low.endswith("ly") or (word in names and word != low):
        return NOTHING
    if word == low and is_verb(low):
        return NOTHING
    return Form(fold(low), start, end, bool(head), closes)


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
