"""Words as search compares them: folded, stemmed, by sound; what weighs nothing is left out."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

FILLERS = frozenset("um uh mhm mm hmm er ah".split())
COMMON_WORDS = frozenset(
    "a about after all also am an and any are as at be because been before being but by can could did "
    "do does doing don for from get gets getting go goes going gonna got had has have he her here him "
    "his how i if in into is it its just kind know let like lot make makes may me might more most much "
    "my no not now of off oh ok okay on one only or other our out over own put really right said same "
    "say says she should so some something sort such take than that the their them then there these "
    "they thing things think this those through to too up us use very want was way we well went were "
    "what when where which while who why will with would yeah yes you your".split()
)
"""Words that name nothing: looking for others of like meaning would find everything."""

_CONTRACTIONS = {
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'m": " am",
    "'d": " would",
}
_NUMBERS = {
    **{
        word: str(i)
        for i, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen".split()
        )
    },
    **{
        word: str(10 * i)
        for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
    },
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTERS = {
    "ay": "a", "eh": "a", "bee": "b", "be": "b", "see": "c", "sea": "c", "cee": "c", "dee": "d", "ee": "e",
    "eff": "f", "gee": "g", "jee": "g", "aitch": "h", "eye": "i", "jay": "j", "kay": "k", "el": "l", "ell": "l",
    "em": "m", "en": "n", "end": "n", "and": "n", "oh": "o", "pee": "p", "pea": "p", "queue": "q", "cue": "q",
    "are": "r", "ar": "r", "ess": "s", "tee": "t", "tea": "t", "you": "u", "yew": "u", "vee": "v", "ex": "x",
    "why": "y", "zee": "z", "zed": "z", "won": "1", "to": "2", "too": "2", "two": "2", "for": "4", "ate": "8",
}  # fmt: skip
"""Names of letters and digits as speech recognition writes them."""


_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_LIGATURES = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
"""Letters that people write otherwise where the keyboard has none of them."""


def fold(word: str) -> str:
    """A word in lower case with straight quotes, without a possessive and without accents."""
    low = plain(word)
    return low[:-2] if low.endswith("'s") else low


def plain(words: str) -> str:
    """Words in lower case with straight quotes and without accents."""
    low = words.lower().replace("’", "'")
    return low if low.isascii() else _unaccented(low)


@lru_cache(maxsize=50_000)
def _unaccented(word: str) -> str:
    """`größte` as `grosste`, `ёлка` as `елка`, Arabic and Hebrew without points."""
    return normalize("NFC", _ACCENTS.sub("", normalize("NFD", word.translate(_LIGATURES))))


def number(word: str) -> str:
    """A spelt number as digits; any other word as it is. Both sides fold alike."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    return word


def scale(word: str) -> int:
    """1,000 for `thousand` and so on; 0 for any other word."""
    return _SCALES.get(word, 0)


def letter(word: str) -> str:
    """The letter or digit that a word is the name of, or an empty string."""
    return word if len(word) == 1 else _LETTERS.get(word, "")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A light stem: plural, -ing, -ed, -ly, -tion off; not linguistics, only the same on both sides."""
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("es", "e"), ("s", "")):
        if word.endswith(ending):
            word = word[: -len(ending)] + put
            break
    for ending in (
        "ations",
        "ation",
        "ingly",
        "edly",
        "ings",
        "ing",
        "ed",
        "ly",
        "er",
        "ment",
        "al",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


_SOUNDS = (
    (re.compile(r"ph"), "f"), (re.compile(r"[cq]u?(?=[eiy])"), "s"), (re.compile(r"ck|q|c"), "k"),
    (re.compile(r"x"), "ks"), (re.compile(r"gh|h|w(?![aeiou])"), ""), (re.compile(r"z"), "s"),
    (re.compile(r"dg|j"), "j"), (re.compile(r"[aeiouy]+"), "a"), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """How a word sounds, roughly: consonants in order, vowels as one sign."""
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


def contractions(word: str) -> list[str]:
    """`they've` as `they`, `have`; any other word alone."""
    if "'" in word:
        for ending, spelt in _CONTRACTIONS.items():
            if word.endswith(ending) and len(word) > len(ending):
                return [word[: -len(ending)], spelt.strip()]
    return [word]
