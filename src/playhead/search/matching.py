"""A word of the query -> the words of the talk that it may mean, each with a likeness 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playhead.search.words import letter, sound, stem

if TYPE_CHECKING:
    from playhead.search.index import Index

STEM = 0.93
PREFIX = 0.85
SOUND = 0.7
SPELT = 0.9
"""Likeness of a word in another form, one being typed, one that sounds alike, letters spelt out."""

LONG_ENOUGH = 4
"""Letters below which a misspelling could be anything."""


def likely_words(index: Index, word: str, last: bool) -> dict[str, float]:
    """Words of the talk that `word` may mean. `last` is the word still being typed."""
    found: dict[str, float] = {}
    if word in index.postings:
        found[word] = 1.0
    for other in index.by_stem.get(stem(word), ()):
        found.setdefault(other, STEM)
    if last and len(word) >= 2:
        for other in index.with_prefix(word)[:40]:
            found.setdefault(other, PREFIX)
    if len(word) >= LONG_ENOUGH and word.isalpha():
        if word not in index.postings:
            for other, likeness in _misspelt(index, word):
                found.setdefault(other, likeness)
        for other in index.by_sound.get(sound(word), ()):
            if len(other) >= 3:
                found.setdefault(other, SOUND)
    return found


def _misspelt(index: Index, word: str) -> list[tuple[str, float]]:
    """Words within one edit, or two for eight letters and more; swapped letters count once."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= 8 else 1
    near = extract(
        word, index.vocabulary, scorer=OSA.distance, score_cutoff=most, limit=12, processor=None
    )
    return [
        (other, 0.9 - 0.1 * distance)
        for other, distance, _ in near
        if len(other) >= LONG_ENOUGH - 1
    ]


def joined_words(index: Index, words: list[str]) -> list[tuple[int, int, str, float]]:
    """Runs of query words that together are one word of the talk: first, last, word, likeness.

    `dee queue end` spells DQN, `mac books` is macbooks, `e max` sounds like emacs.
    """
    found: list[tuple[int, int, str, float]] = []
    for first in range(len(words)):
        for last in range(first + 1, min(first + 4, len(words))):
            run = words[first : last + 1]
            spelt = "".join(letter(word) or "?" for word in run)
            if spelt in index.postings and len(spelt) >= 2:
                found.append((first, last, spelt, SPELT))
            if last - first > 1:
                continue
            joined = "".join(run)
            if joined in index.postings and len(joined) >= LONG_ENOUGH:
                found.append((first, last, joined, STEM))
            elif len(joined) >= LONG_ENOUGH:
                near = [other for other, _ in _misspelt(index, joined)] if len(joined) >= 7 else []
                for other in (*near, *index.by_sound.get(sound(joined), ())):
                    found.append((first, last, other, SOUND))
    return found


def split_words(index: Index, word: str) -> list[tuple[str, str]]:
    """Two neighbouring words of the talk that `word` is made of, as `deepseek` of `deep seek`."""
    found: list[tuple[str, str]] = []
    if len(word) >= 5 and word not in index.postings:
        for cut in range(2, len(word) - 1):
            before, after = word[:cut], word[cut:]
            if before in index.postings and after in index.postings:
                found.append((before, after))
    return found
