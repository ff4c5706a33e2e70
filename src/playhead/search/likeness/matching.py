"""A word of the query -> the words of the talk that it may mean, each with a likeness 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from playhead.search.likeness.meaning import BITS, COSINES, meanings
from playhead.search.likeness.words import COMMON_WORDS, letter, number, sound, stem

if TYPE_CHECKING:
    from playhead.search.index import Index

STEM = 0.93
PREFIX = 0.85
SOUND = 0.7
SPELT = 0.9
"""Likeness of a word in another form, one being typed, one that sounds alike, letters spelt out."""

MEANING = 1.0
"""A word of like meaning has this share of its cosine; chosen on paraphrases of six interviews."""

MOST_DIFFERING = int(BITS * 0.42)
"""Signs in which words of like meaning differ at most: a cosine of a quarter."""

MOST_MEANT = 100
"""Words taken for others of like meaning, the nearest."""

LONG_ENOUGH = 4
"""Letters below which a misspelling could be anything."""

LONGEST_BEGUN = 3
"""Figures of a number that may be the beginning of another: 10,000 is no million."""

MOST_PREFIXED = 40
"""Words taken for a beginning, the commonest."""


class Likely(NamedTuple):
    """Words of the talk, by number, that a word of the query may be, with likenesses.

    `same` go by letters or sound, `meant` by meaning alone. In `pairs` two neighbouring words are
    one of the query.
    """

    same: dict[int, float]
    meant: dict[int, float]
    pairs: tuple[tuple[int, int], ...]


def likely_words(index: Index, word: str, last: bool, meaning: bool) -> Likely:
    """Words of the talk that `word` may mean; by `meaning`, too, or by letters and sound alone.

    `last` is the word still being typed.
    """
    key = (word, last, meaning)
    if key not in index.likely:
        if len(index.likely) > 2000:
            index.likely.clear()
        index.likely[key] = _likely(index, word, last, meaning)
    return index.likely[key]


def _likely(index: Index, word: str, last: bool, meaning: bool) -> Likely:
    place = index.number_of(word)
    same = {place: 1.0} if place >= 0 else {}
    for other in index.by_stem.get(stem(word), ()):
        same.setdefault(other, STEM)
    is_number = word.isdigit() and len(word) > LONGEST_BEGUN
    if last and (len(word) >= 2 or not word.isascii()) and not is_number:
        for other in index.with_prefix(word)[:MOST_PREFIXED]:
            same.setdefault(other, PREFIX)
    if len(word) >= LONG_ENOUGH and word.isalpha():
        if place < 0:
            for other, likeness in misspelt(index, word):
                same.setdefault(other, likeness)
        for other in index.by_sound.get(sound(word), ()):
            if len(index.tables.words[other]) >= 3:
                same.setdefault(other, SOUND)
    meant = _meant(index, word, same) if meaning else {}
    return Likely(same, meant, _halves(index, word))


def _meant(index: Index, word: str, same: dict[int, float]) -> dict[int, float]:
    """The words of the talk nearest to `word` in meaning."""
    signs = None if word in COMMON_WORDS else meanings().signs(word)
    if signs is None:
        return {}
    found = [
        (differing, other)
        for other, known in index.signs
        if (differing := (signs ^ known).bit_count()) <= MOST_DIFFERING and other not in same
    ]
    return {other: MEANING * COSINES[differing] for differing, other in sorted(found)[:MOST_MEANT]}


def misspelt(index: Index, word: str) -> list[tuple[int, float]]:
    """Words within one edit, or two for eight letters and more; swapped letters count once."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= 8 else 1
    found: list[tuple[int, float]] = []
    for length in range(max(LONG_ENOUGH - 1, len(word) - most), len(word) + most + 1):
        near = extract(
            word, index.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=12
        )
        found += [(index.number_of(other), 0.9 - 0.1 * distance) for other, distance, _ in near]
    return found


def joined_words(index: Index, words: list[str]) -> list[tuple[int, int, int, float]]:
    """Runs of query words that together are one word of the talk: first, last, number, likeness.

    `dee queue end` spells DQN, `mac books` is macbooks, `e max` sounds like emacs.
    """
    found: list[tuple[int, int, int, float]] = []
    for first in range(len(words)):
        for last in range(first + 1, min(first + 4, len(words))):
            run = words[first : last + 1]
            spelt = "".join(letter(word) or "?" for word in run)
            if len(spelt) >= 2 and (place := index.number_of(spelt)) >= 0:
                found.append((first, last, place, SPELT))
            if last - first > 1 or len("".join(run)) < LONG_ENOUGH:
                continue
            joined = "".join(run)
            if joined not in index.joined:
                known = all(index.number_of(word) >= 0 for word in run)
                index.joined[joined] = _joined(index, joined, known)
            found += [(first, last, *one) for one in index.joined[joined]]
    return found


def _joined(index: Index, word: str, known: bool) -> list[tuple[int, float]]:
    """Words like `word`, which is made of two; where both are `known` it is not also misspelt."""
    if (place := index.number_of(word)) >= 0:
        return [(place, STEM)]
    near = [other for other, _ in misspelt(index, word)] if len(word) >= 7 and not known else []
    return [(other, SOUND) for other in (*near, *index.by_sound.get(sound(word), ()))]


def _halves(index: Index, word: str) -> tuple[tuple[int, int], ...]:
    """Two words of the talk that `word` may be made of, as `deepseek` of `deep seek`."""
    if len(word) < 5 or index.number_of(word) >= 0:
        return ()
    cuts = (
        (index.number_of(number(word[:cut])), index.number_of(word[cut:]))
        for cut in range(2, len(word) - 1)
    )
    return tuple((before, after) for before, after in cuts if before >= 0 and after >= 0)
