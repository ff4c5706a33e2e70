"""Stage 9. Chapters -> topics: the terms each could be filed under, with their evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np

from playhead.transcript.model import Chapter, Span, Speaker, Topic, Turn
from playhead.transcript.tokens import Figures, Numbers, Tokens, distinct
from playhead.transcript.topics.acronyms import long_forms
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.choosing import EACH, LEAST, Asked, Said, best_terms, titlehoods
from playhead.transcript.topics.terms import Places, Terms
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
    terms = Terms(words)
    asked = Asked(turns)
    here = [Said(terms, one) for one in chapters]
    terms.chapters = spread([one for one in here if not one.chapter.level], len(terms.keys))
    worth = terms.termhoods()
    best = [best_terms(one.scores(worth, asked)) for one in here]
    chosen = list(dict.fromkeys(key for one in best for key in one))
    titled = titlehoods(terms, chosen)
    best = [said.as_titled(one, titled) for said, one in zip(here, best, strict=True)]
    same = long_forms(terms, chosen)
    places = terms.places({*chosen, *same, *same.values()})
    for short, long in same.items():
        places[long] = places[long].and_those(places.pop(short))
    best = [{same.get(key, key): worth for key, worth in one.items()} for one in best]
    weights: defaultdict[str, float] = defaultdict(float)
    for one in best:
        for key, score in one.items():
            weights[key] += score - LEAST + 1.0
    names = {key: _name(key, places[key].forms) for key in weights}
    most = max(weights.values(), default=1.0)
    ordered = sorted(weights, key=lambda key: -weights[key])
    starts = np.array([turn.start for turn in turns], dtype=np.intp)
    turned = [_turns_at(places[key].starts, starts) for key in ordered]
    ids = [turn.id for turn in turns]
    topics = tuple(
        Topic(
            names[key],
            tuple(map(ids.__getitem__, numbers.tolist())),
            round(weights[key] / most, 3),
            _spans(places[key]),
        )
        for key, numbers in zip(ordered, turned, strict=True)
    )
    filed = tuple(
        replace(chapter, topics=tuple(dict.fromkeys(names[key] for key in one)))
        for chapter, one in zip(chapters, best, strict=True)
    )
    return topics, _tagged(turns, topics), filed


def spread(chapters: list[Said], count: int) -> Figures:
    """The share of the chapters that say each of so many terms."""
    found = np.concatenate([np.empty(0, np.intp), *(one.numbers for one in chapters)])
    return np.bincount(found, minlength=count) / max(1, len(chapters))


def _name(key: str, forms: Counter[str]) -> str:
    """How a term is mostly written; in lower case where it ever is inside a sentence."""
    size = len(key.split())
    best = max(forms, key=lambda form: (len(form.split()) == size, forms[form]))
    if best[1:].islower() and any(form[:1].islower() for form in forms):
        return best.lower()
    return best


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
