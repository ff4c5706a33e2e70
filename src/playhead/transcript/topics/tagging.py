"""Stage 9. Chapters -> topics: the terms each could be filed under, with their evidence."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import replace

from playhead.transcript.model import Chapter, Span, Speaker, Topic, Turn
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.acronyms import long_forms
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.terms import Terms
from playhead.transcript.topics.words import Words

EACH = 5
"""Topics of a chapter at most."""

FEWEST_WORDS = 120
"""Words in a talk below which there are no clear topics."""

LEAST = 2.2
"""A term is a topic of a chapter if it scores this much."""

CONSIDERED = 20
"""Terms of a chapter, the best by termhood and tf, that are looked at closely."""

SAID_HERE = 1.0
ASKED = 2.5
EARLY = 0.8
"""Weights of how often a term is said in the chapter, whether in a question, and how early."""

EARLY_SCALE = 200
"""Characters after which a term's first place in the chapter counts half as early."""

LATE = 1000
"""Characters after which a term is not early at all."""

SPREAD = 0.6
"""What a term loses that is said in every chapter: it tells none of them apart."""

LONGER = 1.0
"""What a longer term may score less than one inside it and still take its place."""

SHARED = 0.8
"""What a term loses whose words all stand in topics chosen before it."""


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
    if len(words.tokens) < FEWEST_WORDS:
        return (), turns, chapters
    text = tokens.text
    terms = Terms(words)
    asked = [(turn.start, turn.end) for turn in turns if turn.kind in ("question", "remark")]
    here = [_inside(terms, one) for one in chapters]
    outer = [
        set(terms.keys[a:b]) for (a, b), one in zip(here, chapters, strict=True) if not one.level
    ]
    spread = Counter(key for keys in outer for key in keys)
    for key, count in spread.items():
        terms.termhood[key] -= SPREAD * count / len(outer)
    best = [_best(terms, one, places, asked) for one, places in zip(chapters, here, strict=True)]
    chosen = list(dict.fromkeys(key for one in best for key in one))
    same = long_forms(terms, chosen)
    places = _places(terms, {*chosen, *same})
    for short, long in same.items():
        places[long] = sorted({*places.get(long, []), *places.pop(short, [])})
    best = [{same.get(key, key): worth for key, worth in one.items()} for one in best]
    weights: defaultdict[str, float] = defaultdict(float)
    for one in best:
        for key, worth in one.items():
            weights[key] += worth - LEAST + 1.0
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


def _inside(terms: Terms, chapter: Chapter) -> tuple[int, int]:
    """The numbers of the first place of a term in a chapter and of the first after it."""
    starts = terms.words.starts
    first = bisect_left(terms.lasts, bisect_left(starts, chapter.start))
    return first, bisect_left(terms.lasts, bisect_left(starts, chapter.end))


def _best(
    terms: Terms, chapter: Chapter, places: tuple[int, int], asked: list[tuple[int, int]]
) -> dict[str, float]:
    """The terms that file a chapter best, with their scores, the best first.

    A term gives way to a longer one that holds it.
    """
    starts = terms.words.starts
    first, last = places
    here = terms.keys[first:last]
    worth = terms.termhood
    scores = {key: worth[key] + SAID_HERE * math.log(count) for key, count in Counter(here).items()}
    likely = sorted(scores, key=lambda key: -scores[key])[:CONSIDERED]
    for key in likely:
        start = starts[terms.firsts[first + here.index(key)]]
        scores[key] -= EARLY * math.log(1 + min(start - chapter.start, LATE) / EARLY_SCALE)
        number = bisect_right(asked, (start, len(starts) * 99)) - 1
        if number >= 0 and start < asked[number][1]:
            scores[key] += ASKED
    parts = {key: frozenset(key.split()) for key in likely}
    chosen: list[str] = []
    taken: set[str] = set()
    while likely:
        left, key = max(
            [
                (scores[key] - SHARED * len(parts[key] & taken) / len(parts[key]), key)
                for key in likely
            ]
        )
        likely.remove(key)
        if left < LEAST:
            break
        if any(parts[key] <= parts[other] for other in chosen):
            continue
        inside = [other for other in chosen if parts[other] < parts[key]]
        if any(scores[other] >= scores[key] + LONGER for other in inside):
            continue
        if not inside and len(chosen) == EACH:
            continue
        chosen = [*(other for other in chosen if other not in inside), key]
        taken = set().union(*(parts[other] for other in chosen))
    return {key: scores[key] for key in sorted(chosen, key=lambda key: -scores[key])}


def _places(terms: Terms, chosen: set[str]) -> dict[str, list[tuple[int, int]]]:
    """The characters at which each of the chosen terms stands."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, key in enumerate(terms.keys):
        if key in chosen:
            places[key].append(terms.words.span(terms.firsts[number], terms.lasts[number]))
    return places


def _name(text: str, key: str, places: list[tuple[int, int]]) -> str:
    """How a term is mostly written; in lower case where it ever is inside a sentence."""
    size = len(key.split())
    forms = Counter(text[start:end] for start, end in places)
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
    return Topic(name, ids, round(weight, 3), tuple(Span(start, end) for start, end in places))


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
