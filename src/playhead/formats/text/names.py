"""Which of the openings of a text's lines are names of speakers: by how often and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from playhead.formats.text.lines import Opening, folded, is_proper, is_role
from playhead.formats.text.lone import is_said

LOOSE_SHARE = 0.1
"""Times without brackets are times where at least this share of the lines begin with one,"""

ONWARD = 0.8
"""and this share of them are later than the one before."""

DASHED = 0.4
"""Dashes part names from words where at least this share of the lines have them, each name twice;
of names with a small first letter as many are needed."""

ABOVE = 0.8
"""Names stand above times where this share of the times that are alone on their lines have one."""

TINY = 6
"""Labels at most, where each that looks like a name is taken for one."""
TALK = 80
"""Words that so many of some four hundred interviews have begin talk: Remember, Question, First;
of first names the commonest are said in fewer."""

DENSE = 0.7
"""Where labels open this share of the paragraphs, a word that stands for a name once is one too."""


def settled(lines: list[str], openings: list[Opening | None]) -> list[Opening | None]:
    """`openings` without those that only look so in the company of the others.

    A line that happens to begin with `3:20` is no time where times are not the habit, and a lone
    word after a time is no name where no words ever stand below it, and `A` needs a `Q`.
    """
    full = sum(bool(line) for line in lines)
    loose = [one.seconds or 0.0 for one in openings if one and one.is_loose]
    onward = sum(later > earlier for earlier, later in pairwise(loose))
    is_habit = len(loose) >= max(2, LOOSE_SHARE * full) and onward >= ONWARD * (len(loose) - 1)
    # `A. Smith` begins a line too; without a Q there is nothing to answer.
    is_lettered = any(one and one.name == "Q" for one in openings)
    is_dashed = _is_habit([one.name for one in openings if one and one.is_dashed], full)
    is_small = _is_habit([one.name for one in openings if one and one.is_small], full)
    spoken_below = _with_words_below(lines, openings)
    kept: list[Opening | None] = []
    for one in openings:
        if one is None:
            kept.append(None)
            continue
        is_article = one.name == "A" and one.shape == "label" and not is_lettered
        if one.is_dashed:
            start = one.stamped or 0
            timed = Opening("time", None, one.seconds, start) if start else None
            kept.append(one if is_dashed else timed)
        elif is_article or (one.is_loose and not is_habit) or (one.is_small and not is_small):
            kept.append(None)
        elif one.stamped is not None and one.name not in spoken_below:
            kept.append(Opening("time", None, one.seconds, one.stamped))
        else:
            kept.append(one)
    return kept


def count_paragraphs(lines: Iterable[str]) -> int:
    """How many lines stand on top or below an empty one."""
    return sum(bool(line) and not above for above, line in pairwise(["", *lines]))


def _is_habit(names: list[str | None], full: int) -> bool:
    """Whether names that any words may look like are names: on many of the lines, and twice each."""
    return len(names) >= max(DASHED * full, 2 * len(set(names)), 4)


def _with_words_below(lines: list[str], openings: list[Opening | None]) -> set[str]:
    """Names alone on their lines that have words on the next line at least once."""
    found: set[str] = set()
    above: str | None = None
    for line, one in zip(lines, openings, strict=True):
        if not line:
            continue
        if above and (one is None or one.shape in ("words", "bare")):
            found.add(above)
        above = one.name if one and one.shape == "heading" else None
    return found


def known_names(lines: list[str], openings: list[Opening]) -> set[str]:
    """Names that open more than one line; once is enough for a role, or where most lines are so."""
    labels = [one for one in openings if one.name and one.shape in ("label", "heading")]
    counts = Counter(one.name for one in labels if one.name)
    # Bold type alone does not make words that begin small a name; being said again does.
    sure = {one.name for one in labels if one.name and one.sure and not one.name[0].islower()}
    several = {name for name, count in counts.items() if count > 1}
    capitals = all(name.isupper() for name in several) and bool(several)
    tiny, few = sum(counts.values()) <= TINY, len(counts) <= 3
    if tiny or few:
        return {
            name
            for name in counts
            if name in several | sure
            or is_role(name)
            or (is_proper(name) and (tiny or not is_said(name, TALK)))
        }
    again = {folded(name) for name in several}
    paragraphs = count_paragraphs(lines)
    # Without empty lines each line is one.
    dense = len(labels) >= DENSE * (paragraphs if paragraphs > 1 else sum(map(bool, lines)))
    once = {
        name
        for name in counts
        if name in sure
        or is_role(name)
        or folded(name) in again
        or (dense and is_proper(name) and not is_said(name, TALK))
        or (capitals and name.isupper())
        or (len(name.split()) > 1 and all(word[0].isupper() for word in name.split()))
    }
    return several | once


def bare_names(lines: list[str], openings: list[Opening | None]) -> set[str]:
    """Names alone on their lines without colon or time: few, repeated, words right below.

    Once is enough where the times stand on lines of their own below them.
    """
    candidates: Counter[str] = Counter()
    for number, opening in enumerate(openings):
        if (
            opening
            and opening.shape == "bare"
            and opening.name
            and any(lines[number + 1 : number + 3])
        ):
            candidates[opening.name] += 1
    if timed := _above_times(lines, openings):
        return timed | {name for name in candidates if is_role(name)}
    several = {name: count for name, count in candidates.items() if count > 1}
    if headings := _headings(lines, openings):
        return headings
    if len(several) < 2 or sum(several.values()) < max(
        4, 0.1 * sum(one is not None for one in openings)
    ):
        return set()
    return set(several) | {name for name in candidates if is_role(name)}


def _above_times(lines: list[str], openings: list[Opening | None]) -> set[str]:
    """Names alone on their lines, where most lines that are but a time have such a one above."""
    full = [(line, one) for line, one in zip(lines, openings, strict=True) if line]
    names: Counter[str] = Counter()
    times = 0
    for (_, above), (line, one) in pairwise([("", None), *full]):
        if one and one.shape == "time" and one.end == len(line):
            times += 1
            if above and above.shape == "bare" and above.name and is_proper(above.name):
                names[above.name] += 1
    is_habit = sum(names.values()) >= max(2, ABOVE * times) and len(names) < sum(names.values())
    return set(names) if is_habit else set()


def _headings(lines: list[str], openings: list[Opening | None]) -> set[str]:
    """Names in headings of Markdown: of one level, and said again, as titles of chapters are not."""
    levels: dict[int, Counter[str]] = {}
    for line, one in zip(lines, openings, strict=True):
        level = len(line) - len(line.lstrip("#"))
        if level:
            name = one.name if one and one.shape == "bare" and one.name else ""
            levels.setdefault(level, Counter())[name] += 1
    for names in levels.values():
        again = sum(count for name, count in names.items() if name and count > 1)
        if len(names) > 1 and "" not in names and 2 * again > sum(names.values()):
            return set(names)
    return set()
