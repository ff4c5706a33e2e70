"""Stage 9. Chapters -> topics: the terms each could be filed under, with their evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

import numpy as np

from playhead.transcript.model import Chapter, Span, Speaker, Topic, Turn
from playhead.transcript.tokens import Figures, Numbers, Tokens, distinct
from playhead.transcript.topics.acronyms import long_forms
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.choosing import EACH, LEAST, Asked, Said, best_terms, titlehoods
from playhead.transcript.topics.headings import headings
from playhead.transcript.topics.terms import Places, Terms
from playhead.transcript.topics.words import Words

FEWEST_WORDS = 120
"""Words in a talk below which there are no clear topics."""


class Tagged(NamedTuple):
    """The topics of a talk, the weightiest first; its turns and chapters with theirs filled in."""

    topics: tuple[Topic, ...]
    turns: tuple[Turn, ...]
    chapters: tuple[Chapter, ...]
    titling: tuple[dict[str, float], ...]
    """Of each chapter, terms and how likely each stands in its title, the likeliest first."""


def tag_topics(
    tokens: Tokens,
    turns: tuple[Turn, ...],
    chapters: tuple[Chapter, ...],
    speakers: tuple[Speaker, ...] = (),
) -> Tagged:
    """Find the topics of the talk, and of its chapters.

    There are none where the text is too short, or nothing in it is said as a term would be.
    """
    words = Words(tokens, frozenset(word for one in speakers for word in WORD.findall(one.name)))
    if len(tokens.ids) < FEWEST_WORDS:
        return Tagged((), turns, chapters, ({},) * len(chapters))
    terms = Terms(words)
    asked = Asked(turns)
    here = [Said(terms, one) for one in chapters]
    terms.chapters = spread([one for one in here if not one.chapter.level], len(terms.keys))
    worth = terms.termhoods()
    filed = _filed(here, terms, worth, asked)
    same = long_forms(terms, list(dict.fromkeys(key for one in filed for key in one.topics)))
    wanted = {key for one in filed for key in (*one.topics, *one.titling)}
    places = terms.places({*wanted, *same, *same.values()})
    for short, long in same.items():
        places[long] = places[long].and_those(places.pop(short))
    names = {key: _name(terms, key, found.forms) for key, found in places.items()}
    filed = [_Filed(_renamed(one.topics, same), _renamed(one.titling, same)) for one in filed]
    topics = tuple(_topics([one.topics for one in filed], names, places, turns))
    tagged = tuple(
        replace(chapter, topics=tuple(dict.fromkeys(names[key] for key in one.topics)))
        for chapter, one in zip(chapters, filed, strict=True)
    )
    titling = tuple(_renamed(one.titling, names) for one in filed)
    return Tagged(topics, _tagged(turns, topics), tagged, titling)


class _Filed(NamedTuple):
    """What a chapter is filed under, and what may stand in its title, each with its score."""

    topics: dict[str, float]
    titling: dict[str, float]


def _filed(here: list[Said], terms: Terms, worth: Figures, asked: Asked) -> list[_Filed]:
    """The topics of each chapter, the likeliest to stand in its title first, and such terms."""
    scores = [one.scores(worth, asked) for one in here]
    chosen = list(map(best_terms, scores))
    considered = [
        topics if one.chapter.title else every
        for one, every, topics in zip(here, scores, chosen, strict=True)
    ]
    titled = titlehoods(terms, chain.from_iterable(considered))
    filed: list[_Filed] = []
    for one, keys, topics in zip(here, considered, chosen, strict=True):
        likely = one.likely_titles(keys, titled)
        first = {key: topics[key] for key in likely if key in topics}
        filed.append(_Filed(first, dict(islice(likely.items(), EACH))))
    return filed


def _renamed(scores: dict[str, float], names: dict[str, str]) -> dict[str, float]:
    return {names.get(key, key): score for key, score in scores.items()}


def spread(chapters: list[Said], count: int) -> Figures:
    """The share of the chapters that say each of so many terms."""
    found = np.concatenate([np.empty(0, np.intp), *(one.numbers for one in chapters)])
    return np.bincount(found, minlength=count) / max(1, len(chapters))


def _name(terms: Terms, key: str, forms: Counter[str]) -> str:
    """How editors write a term, or how it is mostly written here.

    That is in lower case where it ever is inside a sentence.
    """
    if written := headings().written.get(terms.spellings.get(key, key)):
        return written
    size = len(key.split())
    best = max(forms, key=lambda form: (len(form.split()) == size, forms[form]))
    if best[1:].islower() and any(form[:1].islower() for form in forms):
        return best.lower()
    return best


def _topics(
    filed: list[dict[str, float]],
    names: dict[str, str],
    places: dict[str, Places],
    turns: tuple[Turn, ...],
) -> Iterator[Topic]:
    """The topics of all chapters with their evidence, the weightiest first."""
    weights: defaultdict[str, float] = defaultdict(float)
    for one in filed:
        for key, score in one.items():
            weights[key] += score - LEAST + 1.0
    most = max(weights.values(), default=1.0)
    starts = np.array([turn.start for turn in turns], dtype=np.intp)
    for key, weight in sorted(weights.items(), key=lambda one: -one[1]):
        numbers = _turns_at(places[key].starts, starts).tolist()
        ids = tuple(turns[number].id for number in numbers)
        yield Topic(names[key], ids, round(weight / most, 3), _spans(places[key]))


def _turns_at(places: Numbers, starts: Numbers) -> Numbers:
    """The numbers of the turns, which begin at `starts`, that hold the characters `places`."""
    numbers = distinct(np.searchsorted(starts, places, "right")) - 1
    return numbers[numbers >= 0]


def _spans(places: Places) -> tuple[Span, ...]:
    ends = zip(places.starts.tolist(), places.ends.tolist(), strict=True)
    return tuple(map(Span._make, ends))


def _tagged(turns: tuple[Turn, ...], topics: tuple[Topic, ...]) -> tuple[Turn, ...]:
    names: dict[str, list[str]] = {}
    for topic in topics:
        for id in topic.turns:
            known = names.setdefault(id, [])
            if len(known) < EACH:
                known.append(topic.name)
    return tuple(
        Turn(t.id, t.speaker, t.kind, t.start, t.end, t.confidence, t.time, tuple(names[t.id]))
        if t.id in names
        else t
        for t in turns
    )
