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
def _rows() -> dict[str, tuple[float | None, float, float]]:
    """Word or pair of words -> its share as a noun, as a verb, and of interviews that return to it."""
    table: dict[str, tuple[float | None, float, float]] = {}
    for line in FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            term, noun, verb, back = line.split("\t")
            told = int(noun) / 100 if noun else None
            table[term] = (told, int(verb or 0) / 100, int(back) / 100)
    return table


_UNHEARD = (None, 0.0, UNKNOWN_RETURN)


@lru_cache(maxsize=1)
def _endings() -> dict[str, float]:
    """Endings of two and three letters -> the mean share as a noun of the words that have them."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for word, (noun, _, _) in _rows().items():
        if noun is not None:
            for size in (2, 3):
                if len(word) > size + 1:
                    found[word[-size:]].append(noun)
    return {end: sum(all_) / len(all_) for end, all_ in found.items() if len(all_) >= LEAST_ENDINGS}


def noun_share(word: str) -> float:
    """Of 1, how often a word in lower case is a noun; told by its ending if it is not known."""
    rows = _rows()
    noun = rows.get(word, _UNHEARD)[0]
    if noun is None and "-" in word:
        word = word.rpartition("-")[2]
        noun = rows.get(word, _UNHEARD)[0]
    if noun is not None:
        return noun
    endings = _endings()
    return endings.get(word[-3:], endings.get(word[-2:], UNKNOWN_NOUN))


def is_mostly_verb(word: str) -> bool:
    """Whether a word in lower case is a verb with its subject more often than VERB."""
    return _rows().get(word, _UNHEARD)[1] > VERB


def return_share(word: str) -> float:
    """Of 1, how many of the interviews that say a word, or a form of it, say it three times."""
    rows = _rows()
    return rows.get(word, rows.get(word.rpartition("-")[2], _UNHEARD))[2]


def pair_return_share(pair: str) -> float | None:
    """Of 1, how many of the interviews that say a pair of words, folded, say it twice.

    None for a pair that is not heard in at least three of them.
    """
    row = _rows().get(pair)
    return row[2] if row else None
