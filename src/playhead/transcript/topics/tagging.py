"""Stage 8. Turns -> topics: the terms the talk could be filed under, with their evidence.

A term is one to three words that stand together; its weight is how often it is said times how
rare its words are in spoken English (tf-idf, Spärck Jones 1972), longer terms counting for more
(C-value, Frantzi and Ananiadou 1996).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from playhead.transcript.model import Span, Speaker, Topic, Turn
from playhead.transcript.topics.background import WORD, rarity
from playhead.transcript.topics.common_words import is_common

MOST = 40
"""Topics kept: more than anyone reads."""

RARE = 1.1
"""A term needs a word at least this rare: said in fewer than a third of all interviews."""

LONGEST = 3
FEWEST_WORDS = 120
"""Words in a term at most; words in a talk below which there are no clear topics."""

_WORD_OR_BREAK = re.compile(rf"\[[^\]\n]{{1,40}}\]|{WORD.pattern}|[^\w\s]|\d+|\n")


@dataclass(slots=True)
class _Term:
    """A candidate: how it is written, and where."""

    places: list[tuple[int, int]] = field(default_factory=list)

    def form(self, text: str) -> str:
        """How it is mostly written; in lower case where it ever is."""
        forms = Counter(text[start:end] for start, end in self.places)
        best = forms.most_common(1)[0][0]
        if best[1:].islower() and any(form[:1].islower() for form in forms):
            return best.lower()
        return best


def tag_topics(
    text: str, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...] = ()
) -> tuple[tuple[Topic, ...], tuple[Turn, ...]]:
    """The topics of the talk, the weightiest first, and the turns with their topics filled in."""
    names = {word.lower() for one in speakers for word in WORD.findall(one.name)}
    terms = _terms(text, names)
    if len(text.split(maxsplit=FEWEST_WORDS + 1)) <= FEWEST_WORDS:
        return (), turns
    weights = {key: _weight(text, key, term) for key, term in terms.items()}
    kept = _without_parts(terms, {key: weight for key, weight in weights.items() if weight > 0})
    chosen = sorted(kept, key=lambda key: -weights[key])[:MOST]
    heaviest = max((weights[key] for key in chosen), default=1.0)
    starts = [turn.start for turn in turns]
    topics = tuple(
        _topic(text, terms[key], weights[key] / heaviest, turns, starts) for key in chosen
    )
    return topics, _tagged(turns, topics)


def _terms(text: str, names: set[str]) -> dict[tuple[str, ...], _Term]:
    terms: defaultdict[tuple[str, ...], _Term] = defaultdict(_Term)
    for run in _runs(text, names):
        for first in range(len(run)):
            key: tuple[str, ...] = ()
            start = run[first][1]
            for word, _, end in run[first : first + LONGEST]:
                key = (*key, word)
                terms[key].places.append((start, end))
    return terms


def _runs(text: str, names: set[str]) -> Iterator[list[tuple[str, int, int]]]:
    """Stretches of folded words that can be in a term, cut at punctuation and common words."""
    seen: dict[str, str] = {}
    run: list[tuple[str, int, int]] = []
    for match in _WORD_OR_BREAK.finditer(text):
        form = match.group()
        word = seen.get(form)
        if word is None:
            word = seen[form] = _termlike(form, names)
        if not word:
            if run:
                yield run
                run = []
        elif not run or run[-1][0] != word:
            run.append((word, match.start(), match.end()))
    if run:
        yield run


def _termlike(form: str, names: set[str]) -> str:
    """A word folded, or an empty string for what no term holds."""
    word = form.lower().replace("’", "'")
    if not word[0].isalpha() or is_common(word) or word in names or "'" in word:
        return ""
    return "" if word.endswith("ly") else fold(word)


def fold(word: str) -> str:
    """Variants of a word as one: hyphens and the plural left out."""
    word = word.replace("-", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _weight(text: str, key: tuple[str, ...], term: _Term) -> float:
    said = len(term.places)
    if said < 2 and (len(key) == 1 or not text[term.places[0][0]].isupper()):
        return 0.0
    start, end = term.places[0]
    form = text[start:end]
    rare = [max(rarity(word.lower()), 0.0) for word in WORD.findall(form)]
    if max(rare) < RARE or (len(key) == 1 and rare[0] < 1.6 and not form.isupper()):
        return 0.0
    return said * sum(rare) / len(rare) * (1.0, 1.7, 2.0)[len(key) - 1]


def _without_parts(
    terms: dict[tuple[str, ...], _Term], weights: dict[tuple[str, ...], float]
) -> list[tuple[str, ...]]:
    """Leave out terms that are mostly said inside a longer one, and longer ones hardly said."""
    kept: list[tuple[str, ...]] = []
    inside: Counter[tuple[str, ...]] = Counter()
    for key in sorted(weights, key=lambda key: -len(key)):
        said = len(terms[key].places)
        if inside[key] >= 0.6 * said:
            continue
        kept.append(key)
        if said >= 2:
            for size in range(1, len(key)):
                for first in range(len(key) - size + 1):
                    inside[key[first : first + size]] += said
    return kept


def _topic(
    text: str, term: _Term, weight: float, turns: tuple[Turn, ...], starts: list[int]
) -> Topic:
    numbers = {max(0, bisect_right(starts, start) - 1) for start, _ in term.places}
    ids = tuple(turns[number].id for number in sorted(numbers)) if turns else ()
    spans = tuple(Span(start, end) for start, end in term.places)
    return Topic(term.form(text), ids, round(weight, 3), spans)


def _tagged(turns: tuple[Turn, ...], topics: tuple[Topic, ...]) -> tuple[Turn, ...]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for topic in topics:
        for id in topic.turns:
            if len(names[id]) < 5:
                names[id].append(topic.name)
    return tuple(
        replace(turn, topics=tuple(names[turn.id])) if turn.id in names else turn for turn in turns
    )
