"""How like a passage is to words that were noted down with their context, word by word.

A new transcription changes case, punctuation and some words, but rarely many in a row. So the
words of prefix, quote and suffix are aligned with those of a passage as one, and what of the quote
and what of the context was found again is weighed apart, rare words more than common ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from playhead.transcript.anchoring.pattern import (
    Pattern,
    Words,
    aligned,
    pattern_of,
    runs,
    words_of,
)

NEAREST = 8
"""Places that are compared closely."""
BLOCK = 4
"""Words that one vote for a place covers: words left out or put in shift those behind them."""
SLACK = 6
"""Words around a place that are looked at too."""
GAP = 5
"""Words that may be put in between two of the quote."""
SIDE = 2
"""Words beyond its context that are looked at beside a quote."""
SEAM = 3
"""Words on either side of a quote that do not stand side by side by chance."""
OWN_SHARE = 0.5
"""Share of what is found of a quote that its context must leave unexplained."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage, `text[start:end]`, and the share of quote and of context that it has, 0 to 1."""

    start: int
    end: int
    quote: float
    context: float
    is_owed: bool
    """Whether the context, which may say the same words again, explains the passage nearly as well."""


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
    matched = dict(aligned(before, known.words[max(0, first - len(before) - SIDE) : first]))
    behind = dict(aligned(after, known.words[last : last + len(after) + SIDE]))
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
    seam = _seam(pattern)
    return bool(seam) and next(runs(known, seam), None) is not None


def _seam(pattern: Pattern) -> tuple[str, ...]:
    """Words on either side of the quote as they stand without it.

    Empty where the context is too short, or where they stood so in what is sought, said twice.
    """
    before, after = pattern.words[: pattern.low][-SEAM:], pattern.words[pattern.high :][:SEAM]
    seam = (*before, *after)
    starts = range(len(pattern.words) - len(seam) + 1)
    is_said_twice = any(pattern.words[n : n + len(seam)] == seam for n in starts)
    return () if min(len(before), len(after)) < SEAM or is_said_twice else seam


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
    matched = dict(aligned(pattern.words, known.words[low:high]))
    same = [there for there, alike in matched.values() if alike]
    if not same:
        return None
    # Once more without the slack, in which words put in between cost nothing.
    low, high = low + min(same), low + max(same) + 1
    there = known.words[low:high]
    matched = dict(aligned(pattern.words, there))
    quoted = range(pattern.low, pattern.high)
    together = _trimmed(_together([n for n in quoted if n in matched], matched), matched)
    kept = {n: match for n, match in matched.items() if n not in quoted or n in together}
    outside = [n for n in range(len(pattern.words)) if n not in quoted]
    # Where nothing of the quote is, the words between which it was.
    ends = [kept[n][0] for n in together] or _beside(pattern, kept)
    return Likeness(
        known.starts[low + min(ends)],
        known.ends[low + max(ends)],
        _share(known, pattern, kept, list(quoted)),
        _share(known, pattern, kept, outside) if outside else 1.0,
        _is_owed(known, pattern, kept, there),
    )


def _beside(pattern: Pattern, matched: dict[int, tuple[int, float]]) -> list[int]:
    """The words right before and behind the place of a quote that is not there."""
    before = [n for n in matched if n < pattern.low]
    after = [n for n in matched if n >= pattern.high]
    return [matched[n][0] for n in (*before[-1:], *after[:1])] or [0]


def _trimmed(numbers: list[int], matched: dict[int, tuple[int, float]]) -> list[int]:
    """Without the words at either end for which quite another stands there.

    That one belongs to the quote only where the context goes on right behind it.
    """

    def is_kept(number: int, beside: int) -> bool:
        there, same = matched[number]
        other, is_there = matched.get(number + beside, (-1, 0.0))
        return same > 0 or (is_there > 0 and other == there + beside)

    while numbers and not is_kept(numbers[-1], 1):
        numbers = numbers[:-1]
    while numbers and not is_kept(numbers[0], -1):
        numbers = numbers[1:]
    return numbers


def is_said_again(text: str, pattern: Pattern) -> bool:
    """Whether the words of the quote stand in the text more than once."""
    quote = pattern.words[pattern.low : pattern.high]
    return bool(quote) and sum(1 for _ in runs(words_of(text), quote)) > 1


def is_owed_to_context(text: str, start: int, end: int, pattern: Pattern) -> bool:
    """Whether `text[start:end]`, which is the quote, is explained as well by the context alone.

    So it is where the context says the same words again, and one of the two was taken out.
    """
    known = words_of(text)
    first, last = bisect_left(known.starts, start), bisect_left(known.starts, end)
    low = max(0, first - pattern.low - SLACK)
    high = last + len(pattern.words) - pattern.high + SLACK
    before, after = pattern.words[: pattern.low], pattern.words[pattern.high :]
    matched = dict(aligned(before, known.words[low:first]))
    behind = aligned(after, known.words[last:high])
    matched |= {pattern.high + number: match for number, match in behind}
    matched |= dict.fromkeys(range(pattern.low, pattern.high), (0, 1.0))
    return _is_owed(known, pattern, matched, known.words[low:high])


def _is_owed(
    known: Words,
    pattern: Pattern,
    matched: dict[int, tuple[int, float]],
    there: tuple[str, ...],
) -> bool:
    """Whether the words there are nearly as well explained without the quote."""
    alone = Pattern((*pattern.words[: pattern.low], *pattern.words[pattern.high :]), 0, 0)
    quoted = {n: one for n, one in matched.items() if pattern.low <= n < pattern.high}
    without = _found(known, alone, dict(aligned(alone.words, there)))
    gain = _found(known, pattern, matched) - without
    return gain < OWN_SHARE * _found(known, pattern, quoted)


def _found(known: Words, pattern: Pattern, matched: dict[int, tuple[int, float]]) -> float:
    """The weight of what was found of the words of a pattern."""
    return sum(known.weight(pattern.words[n]) * same for n, (_, same) in matched.items())


def _together(numbers: list[int], matched: dict[int, tuple[int, float]]) -> list[int]:
    """The most words of a quote that stand together: some may be said again a little further on."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and matched[number][0] - matched[groups[-1][-1]][0] <= GAP:
            groups[-1].append(number)
        else:
            groups.append([number])
    return max(groups, key=lambda group: sum(matched[n][1] for n in group), default=[])


def _share(
    known: Words, pattern: Pattern, matched: dict[int, tuple[int, float]], numbers: list[int]
) -> float:
    weights = [known.weight(pattern.words[n]) for n in numbers]
    found = [matched[n][1] if n in matched else 0.0 for n in numbers]
    return sum(w * f for w, f in zip(weights, found, strict=True)) / (sum(weights) or 1.0)
