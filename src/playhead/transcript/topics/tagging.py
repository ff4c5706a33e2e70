"""Stage 9. Chapters -> topics: the terms each could be filed under, with their evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice, starmap
from typing import NamedTuple

from playhead.transcript.model import Chapter, Span, Speaker, Topic, Turn
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.acronyms import long_forms
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.choosing import EACH, LEAST, Said, best_terms
from playhead.transcript.topics.terms import Terms
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
    text = tokens.text
    terms = Terms(words)
    asked = [(turn.start, turn.end) for turn in turns if turn.kind in ("question", "remark")]
    here = [Said(terms, one) for one in chapters]
    terms.chapters = spread([one for one in here if not one.chapter.level])
    worth = terms.termhoods()
    filed = [_filed(one, worth, asked) for one in here]
    same = long_forms(terms, worth, dict.fromkeys(key for one in filed for key in one.topics))
    wanted = {key for one in filed for key in (*one.topics, *one.titling)}
    places = terms.places({*wanted, *same, *same.values()})
    for short, long in same.items():
        places[long] = sorted({*places.get(long, []), *places.pop(short, [])})
    names = {key: _name(text, key, found) for key, found in places.items()}
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


def _filed(said: Said, worth: dict[str, float], asked: list[tuple[int, int]]) -> _Filed:
    """The topics of a chapter, the likeliest to stand in its title first, and such terms."""
    scores = said.scores(worth, asked)
    chosen = best_terms(scores)
    likely = said.likely_titles(chosen if said.chapter.title else scores, asked)
    topics = {key: chosen[key] for key in likely if key in chosen}
    return _Filed(topics, dict(islice(likely.items(), EACH)))


def _renamed(scores: dict[str, float], names: dict[str, str]) -> dict[str, float]:
    return {names.get(key, key): score for key, score in scores.items()}


def spread(chapters: list[Said]) -> dict[str, float]:
    """The share of the chapters that say each term."""
    found = Counter(chain.from_iterable(one.counts for one in chapters))
    return {key: count / len(chapters) for key, count in found.items()}


def _name(text: str, key: str, places: list[tuple[int, int]]) -> str:
    """How a term is mostly written; in lower case where it ever is inside a sentence."""
    size = len(key.split())
    forms = Counter(map(text.__getitem__, starmap(slice, places)))
    best = max(forms, key=lambda form: (len(form.split()) == size, forms[form]))
    if best[1:].islower() and any(form[:1].islower() for form in forms):
        return best.lower()
    return best


def _topics(
    filed: list[dict[str, float]],
    names: dict[str, str],
    places: dict[str, list[tuple[int, int]]],
    turns: tuple[Turn, ...],
) -> Iterator[Topic]:
    """The topics of all chapters with their evidence, the weightiest first."""
    weights: defaultdict[str, float] = defaultdict(float)
    for one in filed:
        for key, score in one.items():
            weights[key] += score - LEAST + 1.0
    most = max(weights.values(), default=1.0)
    starts = [turn.start for turn in turns]
    for key, weight in sorted(weights.items(), key=lambda one: -one[1]):
        said = {bisect_right(starts, start) - 1 for start, _ in places[key]}
        ids = tuple(turns[number].id for number in sorted(said) if number >= 0)
        spans = tuple(map(Span._make, places[key]))
        yield Topic(names[key], ids, round(weight / most, 3), spans)


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
