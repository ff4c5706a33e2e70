"""Fits how likely an editor is to file a chapter under each of its terms, or to name it so.

    python -m tests.training.topics INTERVIEWS

INTERVIEWS is a folder of records (`*.jsonl.gz`); of these the ones labelled in `chapters.tsv` are
learned from, by a softmax over the terms of each chapter with a ridge, and from the tags of the
second editor, who read for nothing else. Prints the weights as they stand in
`playhead.transcript.topics`, for tags and for titles, and how many tags the five best terms hold
in shows that were left out of the fit: `fuzz.token_set_ratio` at least 80, and strictly
`fuzz.ratio`.
"""

from __future__ import annotations

import sys
from collections import Counter
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz
from tests.training.labelled import Labelled, read_labelled

from playhead.transcript.model import Chapter
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.choosing import (
    CHAPTER_MEASURES,
    CONSIDERED,
    Asked,
    Said,
    best_terms,
)
from playhead.transcript.topics.tagging import spread
from playhead.transcript.topics.terms import MEASURES, Terms
from playhead.transcript.topics.words import Words, fold

RIDGE = 30.0
"""Pull of the weights towards zero, in units of squared standard deviations."""

STEPS = 300
MOST = 4.0
"""Terms that are tags beyond which a chapter weighs no more in the fit."""

ALIKE, NEARLY = 84.0, 0.8
"""Likeness of 100 from which a term is as good as a tag, and how good."""

PART = 0.35
"""How good a term is that is a part of a tag, times the share of its letters."""


class Case(NamedTuple):
    """The terms of a chapter: a row of measures each, how well each is a tag, and part of the title."""

    show: str
    keys: list[str]
    rows: np.ndarray
    worth: np.ndarray
    titled: np.ndarray
    tags: tuple[str, ...]


def main() -> None:
    """Print the weights and what they find."""
    cases = [case for one in read_labelled(Path(sys.argv[1])) for case in _cases(one)]
    weights = fitted(cases)
    _show(weights)
    print("titles:")
    _show(fitted([case._replace(worth=case.titled) for case in cases]))
    shows = sorted({case.show for case in cases})
    left_out = [
        figure
        for show in shows
        for figure in tags_found(
            [case for case in cases if case.show == show],
            fitted([case for case in cases if case.show != show]),
        )
    ]
    for name, rows in (("learned from", tags_found(cases, weights)), ("left out", left_out)):
        alike, strictly = np.mean(rows, axis=0)
        print(f"{name}: {len(rows)} chapters, tags found {alike:.3f}, strictly {strictly:.3f}")


def _show(weights: np.ndarray) -> None:
    """Print weights as they stand in the code."""
    for name, weight in zip((*MEASURES, *CHAPTER_MEASURES), weights, strict=True):
        print(f"    {weight:.2f},  # {name}")


def _cases(one: Labelled) -> list[Case]:
    """The terms of each labelled chapter of an interview."""
    transcript = one.talk.transcript
    names = frozenset(word for who in transcript.speakers for word in WORD.findall(who.name))
    terms = Terms(Words(Tokens(transcript.text), names))
    here = [Said(terms, Chapter(label.title, label.start, label.end)) for label in one.chapters]
    terms.chapters = spread(here, len(terms.keys))
    asked = Asked(transcript.turns)
    cases: list[Case] = []
    for said, label in zip(here, one.chapters, strict=True):
        keys = [terms.keys[number] for number in said.numbers.tolist()]
        tags = tuple(map(folded, label.tags[-1]))
        if keys:
            worth = np.array([_worth(key, tags) for key in keys])
            titled = np.array(_titled(keys, label.title))
            of_chapter = said.measures(np.arange(len(keys)), asked)
            table = np.column_stack((*terms.measures(said.numbers), *of_chapter))
            cases.append(Case(one.talk.show, keys, table, worth, titled, tags))
    return cases


def _titled(keys: list[str], title: str) -> list[float]:
    """How many words of the title each term holds that holds no others, the longest of them only."""
    words = set(folded(" ".join(WORD.findall(title))).split())
    parts = [set(key.split()) for key in keys]
    inside = [one for one in parts if one <= words]
    return [
        float(len(one)) if one <= words and not any(one < other for other in inside) else 0.0
        for one in parts
    ]


def folded(tag: str) -> str:
    """A tag as terms are folded."""
    return " ".join(fold(word) for word in tag.lower().replace("’", "'").split())


def _worth(key: str, tags: tuple[str, ...]) -> float:
    """How well a term is one of the tags, 0 to 1."""
    best = 0.0
    for tag in tags:
        if key == tag:
            return 1.0
        if fuzz.ratio(key, tag) >= ALIKE:
            best = max(best, NEARLY)
        elif fuzz.token_set_ratio(key, tag) >= 99:
            sizes = sorted((len(key), len(tag)))
            best = max(best, PART * sizes[0] / sizes[1])
    return best


def fitted(cases: list[Case]) -> np.ndarray:
    """Weights under which the softmax over a chapter's terms is likest to its tags (by Adam)."""
    every = np.vstack([case.rows for case in cases])
    mean, deviation = every.mean(axis=0), every.std(axis=0) + 1e-6
    parts = [
        ((case.rows - mean) / deviation, case.worth / total, min(total, MOST))
        for case in cases
        if (total := float(case.worth.sum()))
    ]
    weights = np.zeros(every.shape[1])
    slope, square = weights.copy(), weights.copy()
    for step in range(1, STEPS + 1):
        rise = -RIDGE * weights
        for rows, wanted, weight in parts:
            likely = np.exp(rows @ weights - (rows @ weights).max())
            rise += weight * (rows.T @ (wanted - likely / likely.sum()))
        slope = 0.9 * slope + 0.1 * rise
        square = 0.99 * square + 0.01 * rise * rise
        weights += 0.05 * slope / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    found: np.ndarray = weights / deviation
    return found


def tags_found(cases: list[Case], weights: np.ndarray) -> list[tuple[float, float]]:
    """Of each chapter, the shares of its tags among the five best terms, alike and strictly."""
    rows: list[tuple[float, float]] = []
    for case in cases:
        scores = dict(zip(case.keys, (case.rows @ weights).tolist(), strict=True))
        likely = nlargest(CONSIDERED, scores, key=lambda key: scores[key])
        best = best_terms({key: scores[key] for key in likely}, least=-np.inf)
        hits = Counter[str]()
        for tag in case.tags:
            hits["alike"] += any(fuzz.token_set_ratio(tag, key) >= 80 for key in best)
            hits["strictly"] += any(fuzz.ratio(tag, key) >= 80 for key in best)
        rows.append((hits["alike"] / len(case.tags), hits["strictly"] / len(case.tags)))
    return rows


if __name__ == "__main__":
    main()
