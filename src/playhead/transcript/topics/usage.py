"""How words are used in spoken English: as nouns, as verbs, and as what an interview keeps coming back to."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from playhead.transcript.topics.background import FILE as COUNTS

FILE: Path = COUNTS.with_name("spoken-terms.txt")
UNKNOWN_NOUN = 0.65
"""Share of a word's uses as a noun where nothing is known of it or of its ending."""

VERB = 0.6
"""Share of its uses above which a word is a verb."""

UNKNOWN_RETURN = 0.25
"""Share of the interviews that say a word that keep coming back to it, where nothing is known."""

LEAST_ENDINGS = 8
"""Words that must share an ending for it to tell anything."""


@lru_cache(maxsize=1)
def _rows() -> dict[str, str]:
    """Word or pair of words -> percentages as a noun, as a verb, and of interviews that return."""
    lines = FILE.read_text("utf-8").splitlines()
    return {
        term: told for term, _, told in (line.partition("\t") for line in lines) if term[0] != "#"
    }


@lru_cache(maxsize=65536)
def _row(term: str) -> tuple[float | None, float, float] | None:
    """The shares of a term, of 1; None for one that is not listed."""
    told = _rows().get(term)
    if told is None:
        return None
    noun, verb, back = told.split("\t")
    return int(noun) / 100 if noun else None, int(verb or 0) / 100, int(back) / 100


_UNHEARD = (None, 0.0, UNKNOWN_RETURN)


@lru_cache(maxsize=1)
def _endings() -> dict[str, float]:
    """Endings of two and three letters -> the mean share as a noun of the words that have them."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for word, told in _rows().items():
        noun = told.partition("\t")[0]
        if noun:
            for size in (2, 3):
                if len(word) > size + 1:
                    found[word[-size:]].append(int(noun))
    return {
        end: sum(all_) / len(all_) / 100
        for end, all_ in found.items()
        if len(all_) >= LEAST_ENDINGS
    }


def noun_share(word: str) -> float:
    """Of 1, how often a word in lower case is a noun; told by its ending if it is not known."""
    noun = (_row(word) or _UNHEARD)[0]
    if noun is None and "-" in word:
        word = word.rpartition("-")[2]
        noun = (_row(word) or _UNHEARD)[0]
    if noun is not None:
        return noun
    endings = _endings()
    return endings.get(word[-3:], endings.get(word[-2:], UNKNOWN_NOUN))


def is_mostly_verb(word: str) -> bool:
    """Whether a word in lower case is a verb with its subject more often than VERB."""
    return (_row(word) or _UNHEARD)[1] > VERB


def return_share(word: str) -> float:
    """Of 1, how many of the interviews that say a word, or a form of it, say it three times."""
    return (_row(word) or _row(word.rpartition("-")[2]) or _UNHEARD)[2]


def pair_return_share(pair: str) -> float | None:
    """Of 1, how many of the interviews that say a pair of words, folded, say it twice.

    None for a pair that is not heard in at least three of them.
    """
    row = _row(pair)
    return row[2] if row else None
