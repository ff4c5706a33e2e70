"""How like a passage is to words that were noted down with their context, word by word.

A new transcription changes case, punctuation and some words, but rarely many in a row. So the
words of prefix, quote and suffix are aligned with those of a passage as one, and what of the quote
and what of the context was found again is weighed apart, rare words more than common ones.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

NEAREST = 8
"""Places that are compared closely."""
BLOCK = 4
"""Words that one vote for a place covers: words left out or put in shift those behind them."""
SLACK = 6
"""Words around a place that are looked at too."""
GAP = 5
"""Words that may be put in between two of the quote."""
SIDE = 2
"""Words on either side of a quote by which it is seen that it was taken out."""
SEAM = 3
"""Words on either side of a quote that do not stand side by side by chance."""
CUT = 0.75
"""Share of the context that is there at least where a quote was taken out."""
MISSPELT = 0.6
"""Two words at least so alike (share of letters) may be the same, heard or spelt otherwise."""

# Scripts that leave no space between words are compared by the character.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, where each begins and ends, and where each word stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: dict[str, list[int]]

    def weight(self, word: str) -> float:
        """1 for a word that is not here, 0.5 for one that stands here nine times, and so on."""
        return 1 / (1 + math.log10(1 + len(self.places.get(word, ()))))


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words that are sought; `words[low:high]` are the quote, the others its context."""

    words: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage, `text[start:end]`, and the share of quote and of context that it has, 0 to 1."""

    start: int
    end: int
    quote: float
    context: float
    is_cut_out: bool
    """Whether the context closed up there, as it does where a quote was taken out."""


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of a text."""
    found = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
    words = tuple(_folded(word) for word, _, _ in found)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        places[word].append(number)
    starts, ends = tuple(one[1] for one in found), tuple(one[2] for one in found)
    return Words(words, starts, ends, dict(places))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def pattern_of(quote: str, prefix: str, suffix: str) -> Pattern:
    """The pattern of a quote; a word that the context cuts in two is left out."""
    before, inside, after = (
        [_folded(one) for one in _WORD.findall(part)] for part in (prefix, quote, suffix)
    )
    before = before[1:] if _WORD.match(prefix) else before
    after = after[:-1] if _WORD.match(suffix[-1:]) else after
    low = len(before)
    return Pattern((*before, *inside, *after), low, low + len(inside))


def likenesses(text: str, pattern: Pattern) -> Iterator[Likeness]:
    """The passages that may be the quote, those with most words in place first."""
    known = words_of(text)
    for first in _places(known, pattern):
        found = _compare(known, pattern, first)
        if found is not None:
            yield found


def context_of(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    """The share of the context that is found around `text[start:end]`; 1 where there is none."""
    known = words_of(text)
    pattern = pattern_of("", prefix, suffix)
    before, after = pattern.words[: pattern.low], pattern.words[pattern.low :]
    if not pattern.words:
        return 1.0
    first, last = bisect_left(known.starts, start), bisect_left(known.starts, end)
    matched = dict(_aligned(before, known.words[max(0, first - len(before) - SIDE) : first]))
    behind = dict(_aligned(after, known.words[last : last + len(after) + SIDE]))
    matched |= {pattern.low + number: match for number, match in behind.items()}
    return _share(known, pattern, matched, list(range(len(pattern.words))))


def has_neighbour(text: str, start: int, end: int, pattern: Pattern) -> bool:
    """Whether a word right beside `text[start:end]` stands beside the quote in `pattern` too."""
    known = words_of(text)
    first, last = bisect_left(known.starts, start), bisect_left(known.starts, end)
    before, after = pattern.words[: pattern.low][-1:], pattern.words[pattern.high :][:1]
    is_before = bool(before) and known.words[max(0, first - 1) : first] == before
    return is_before or (bool(after) and known.words[last : last + 1] == after)


def is_closed_up(text: str, pattern: Pattern) -> bool:
    """Whether the words on either side of a quote stand side by side: it was taken out there."""
    known = words_of(text)
    seam = _seam(pattern, SEAM)
    places = known.places.get(seam[0], ()) if seam else ()
    return any(known.words[place : place + len(seam)] == seam for place in places)


def _seam(pattern: Pattern, side: int) -> tuple[str, ...]:
    """Words on either side of the quote as they stand without it.

    Empty where the context is too short, or where they stood so in what is sought, said twice.
    """
    before, after = pattern.words[: pattern.low][-side:], pattern.words[pattern.high :][:side]
    seam = (*before, *after)
    starts = range(len(pattern.words) - len(seam) + 1)
    is_said_twice = any(pattern.words[n : n + len(seam)] == seam for n in starts)
    return () if min(len(before), len(after)) < side or is_said_twice else seam


def _places(known: Words, pattern: Pattern) -> list[int]:
    """Numbers of words where the quote may begin: where most words stand at the right distance."""
    votes: Counter[int] = Counter()
    for number, word in enumerate(pattern.words):
        weight = 1000 // (1 + len(known.places.get(word, ())))
        for place in known.places.get(word, ()):
            block = (place - (number - pattern.low)) // BLOCK
            votes[block] += weight
            votes[block + 1] += weight // 2
            votes[block - 1] += weight // 2
    return [block * BLOCK for block, _ in votes.most_common(NEAREST)]


def _compare(known: Words, pattern: Pattern, first: int) -> Likeness | None:
    low = max(0, first - pattern.low - SLACK)
    high = max(0, first - pattern.low + len(pattern.words) + SLACK)
    there = known.words[low:high]
    matched = dict(_aligned(pattern.words, there))
    quoted = range(pattern.low, pattern.high)
    together = _together([n for n in quoted if n in matched], matched)
    if not together:
        return None
    kept = {n: match for n, match in matched.items() if n not in quoted or n in together}
    outside = [n for n in range(len(pattern.words)) if n not in quoted]
    return Likeness(
        known.starts[low + kept[together[0]][0]],
        known.ends[low + kept[together[-1]][0]],
        _share(known, pattern, kept, list(quoted)),
        _share(known, pattern, kept, outside) if outside else 1.0,
        _is_cut_out(known, pattern, there),
    )


def _together(numbers: list[int], matched: dict[int, tuple[int, float]]) -> list[int]:
    """The most words of a quote that stand together: some may be said again a little further on."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and matched[number][0] - matched[groups[-1][-1]][0] <= GAP:
            groups[-1].append(number)
        else:
            groups.append([number])
    return max(groups, key=lambda group: sum(matched[n][1] for n in group), default=[])


def _is_cut_out(known: Words, pattern: Pattern, there: tuple[str, ...]) -> bool:
    """Whether prefix and suffix stand there side by side, with nothing left between."""
    before, after = pattern.words[: pattern.low], pattern.words[pattern.high :]
    if not _seam(pattern, SIDE):
        return False
    joined = Pattern((*before, *after), 0, 0)
    matched = dict(_aligned(joined.words, there))
    seam = [matched.get(n, (-1, 0.0)) for n in range(len(before) - SIDE, len(before) + SIDE)]
    if not all(same for _, same in seam) or seam[-1][0] - seam[0][0] > 2 * SIDE:
        return False
    return _share(known, joined, matched, list(range(len(joined.words)))) >= CUT


def _aligned(
    sought: tuple[str, ...], there: tuple[str, ...] | list[str]
) -> Iterator[tuple[int, tuple[int, float]]]:
    """Which word there stands for which that was sought, and how like it is."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import ratio

    for step in Levenshtein.opcodes(sought, there):
        if step.tag not in ("equal", "replace"):
            continue
        pairs = zip(
            range(step.src_start, step.src_end),
            range(step.dest_start, step.dest_end),
            strict=False,
        )
        for one, other in pairs:
            same = 1.0 if step.tag == "equal" else ratio(sought[one], there[other]) / 100
            yield one, (other, same if same >= MISSPELT else 0.0)


def _share(
    known: Words, pattern: Pattern, matched: dict[int, tuple[int, float]], numbers: list[int]
) -> float:
    weights = [known.weight(pattern.words[n]) for n in numbers]
    found = [matched[n][1] if n in matched else 0.0 for n in numbers]
    return sum(w * f for w, f in zip(weights, found, strict=True)) / (sum(weights) or 1.0)


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")
