"""Stage 9. Chapters -> topics: the terms each could be filed under, with their evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain, starmap

from playhead.transcript.model import Chapter, Span, Speaker, Topic, Turn
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.acronyms import long_forms
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.choosing import EACH, LEAST, Said, best_terms
from playhead.transcript.topics.terms import Terms
from playhead.transcript.topics.words import Words

FEWEST_WORDS = 120
"""Words in a talk below which there are no clear topics."""


def tag_topics(
    tokens: Tokens,
    turns: tuple[Turn, ...],
    chapters: tuple[Chapter, ...],
    speakers: tuple[Speaker, ...] = (),
) -> tuple[tuple[Topic, ...], tuple[Turn, ...], tuple[Chapter, ...]]:
    """The topics of the talk, the weightiest first; turns and chapters with theirs filled in.

    There are none where the text is too short, or nothing in it is said as a term would be.
    """
    words = Words(tokens, frozenset(word for one in speakers for word in WORD.findall(one.name)))
    if len(tokens.ids) < FEWEST_WORDS:
        return (), turns, chapters
    text = tokens.text
    terms = Terms(words)
    asked = [(turn.start, turn.end) for turn in turns if turn.kind in ("question", "remark")]
    here = [Said(terms, one) for one in chapters]
    terms.chapters = spread([one for one in here if not one.chapter.level])
    worth = terms.termhoods()
    best = [one.as_titled(best_terms(one.scores(worth, asked)), asked) for one in here]
    chosen = dict.fromkeys(key for one in best for key in one)
    same = long_forms(terms, worth, chosen)
    places = terms.places({*chosen, *same, *same.values()})
    for short, long in same.items():
        places[long] = sorted({*places.get(long, []), *places.pop(short, [])})
    best = [{same.get(key, key): worth for key, worth in one.items()} for one in best]
    weights: defaultdict[str, float] = defaultdict(float)
    for one in best:
        for key, score in one.items():
            weights[key] += score - LEAST + 1.0
    names = {key: _name(text, key, places[key]) for key in weights}
    most = max(weights.values(), default=1.0)
    starts = [turn.start for turn in turns]
    topics = tuple(
        _topic(names[key], weight / most, places[key], turns, starts)
        for key, weight in sorted(weights.items(), key=lambda one: -one[1])
    )
    filed = tuple(
        replace(chapter, topics=tuple(dict.fromkeys(names[key] for key in one)))
        for chapter, one in zip(chapters, best, strict=True)
    )
    return topics, _tagged(turns, topics), filed


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


def _topic(
    name: str,
    weight: float,
    places: list[tuple[int, int]],
    turns: tuple[Turn, ...],
    starts: list[int],
) -> Topic:
    said = {bisect_right(starts, start) - 1 for start, _ in places}
    ids = tuple(turns[number].id for number in sorted(said) if number >= 0)
    return Topic(name, ids, round(weight, 3), tuple(map(Span._make, places)))


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
