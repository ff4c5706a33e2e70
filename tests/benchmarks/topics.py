"""Topics of chapters beside the tags and titles that people gave them, and beside baselines.

    python -m tests.benchmarks.topics [--gold FOLDER] [--labelled FOLDER] [FILE.jsonl.gz…] [--tags]

The first FOLDER holds `jeff-dean.chapters.tsv`: opening quote, title, tags; the second, records of
the interviews that `tests/training/chapters.tsv` labels. A tag is found if one of the five first
topics of the chapter is like it: `fuzz.token_set_ratio` of rapidfuzz at least 80 (words that one
has more are forgiven), or strictly `fuzz.ratio` at least 80. The ceiling is what someone would
find who may name every run of one to three words said in the chapter. Records of the files have
`turns` and `chapters` with the titles their editors published: of these, the share of words that
name something and that stand among the five topics. All methods are given the chapters of the
editor; of Playhead's own chapters, the one that overlaps most counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz
from tests.benchmarks.chapters import read_talks
from tests.training.labelled import read_labelled

from playhead.library import open_transcript, shipped_interview
from playhead.transcript.model import Chapter, Transcript
from playhead.transcript.outline.chapters import name_chapters
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.background import WORD, rarity
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.tagging import tag_topics
from playhead.transcript.topics.words import fold

MOST = 5
"""Topics of a chapter that count."""

ALIKE = 80.0
"""Likeness, of 100, above which a topic is a tag."""

_SENTENCE = re.compile(r"[^.?!\n]+")


class Case(NamedTuple):
    """A chapter of an editor: where it is, and what it is filed under; by another editor too."""

    show: str
    transcript: Transcript
    chapters: tuple[tuple[int, int], ...]
    start: int
    end: int
    title: str
    tags: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the chapter."""
        return self.transcript.text[self.start : self.end]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, help="the tags of the shipped interview")
    parser.add_argument("--labelled", type=Path, help="records of the labelled interviews")
    parser.add_argument("--tags", action="store_true", help="print the topics too")
    options = parser.parse_args()
    if options.gold:
        cases = list(tagged(options.gold))
        _print_tags("the shipped interview", cases)
        for case in cases if options.tags else ():
            print(
                f"{case.title}\n    {', '.join(on_chapters_given(case))}\n    {', '.join(case.tags)}"
            )
    if options.labelled:
        cases = list(labelled(options.labelled))
        for number, name in enumerate(("the first", "the second")):
            other = {"the other editor": lambda case: list(case.others)}
            _print_tags(f"labelled interviews, by {name} editor", cases[number::2], other)
        print(
            f"\ntitles made of terms: words in common with the editor's, F1 {titled_alike(cases):.3f}"
        )
    titled = [case for file in options.files for case in titles(file)]
    shows = list(dict.fromkeys(case.show for case in titled))
    if shows:
        print(f"\n| words of titles | {' | '.join(shows)} |\n| --- {'| --- ' * len(shows)}|")
        for name, method in METHODS.items():
            row = [_named([case for case in titled if case.show == show], method) for show in shows]
            print(f"| {name} | {' | '.join(f'{share:.3f}' for share in row)} |", flush=True)


def _print_tags(
    of: str,
    cases: list[Case],
    more: Mapping[str, Callable[[Case], list[str]]] = MappingProxyType({}),
) -> None:
    """Print how many tags each method finds, and `more` that only these cases have."""
    print(f"| tags of {len(cases)} chapters of {of}, recall at {MOST} | alike | strictly |")
    print("| --- | --- | --- |")
    for name, method in {**METHODS, **more, "ceiling": everything}.items():
        found = [method(case) for case in cases]
        loose = _mean(found, cases, fuzz.token_set_ratio)
        print(f"| {name} | {loose:.3f} | {_mean(found, cases, fuzz.ratio):.3f} |", flush=True)


def labelled(folder: Path) -> Iterator[Case]:
    """The chapters of the labelled interviews, twice: with the tags of one and of the other editor.

    Weights are fitted to those of the second.
    """
    for one in read_labelled(folder):
        spans = tuple((label.start, label.end) for label in one.chapters)
        for label in one.chapters:
            place = (one.talk.show, one.talk.transcript, spans, label.start, label.end)
            for tags, others in (label.tags, label.tags[::-1]):
                yield Case(*place, label.title, tags, others)


def tagged(gold: Path) -> Iterator[Case]:
    """The chapters of the shipped interview with their tags."""
    transcript = open_transcript(shipped_interview())
    lines = (gold / "jeff-dean.chapters.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    starts: list[int] = []
    for quote, *_ in rows:
        words = " ".join(quote.split())
        starts.append(transcript.text.index(words, starts[-1] + 1 if starts else 0))
    ends = [*starts[1:], len(transcript.text)]
    spans = tuple(zip(starts, ends, strict=True))
    for (_, title, tags), (start, end) in zip(rows, spans, strict=True):
        yield Case("", transcript, spans, start, end, title, tuple(tags.split(", ")))


def titles(file: Path) -> Iterator[Case]:
    """The chapters of a file's talks with their titles."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    talks = read_talks(file)
    for talk, record in zip(talks, [one for one in records if one.get("chapters")], strict=True):
        ends = [*talk.chapters[1:], len(talk.transcript.text)]
        spans = tuple(zip(talk.chapters, ends, strict=True))
        for one, (start, end) in zip(record["chapters"], spans, strict=True):
            yield Case(talk.show, talk.transcript, spans, start, end, one["title"], ())


def _mean(found: list[list[str]], cases: list[Case], likeness: Callable[..., float]) -> float:
    """Mean over the chapters of the share of tags found."""
    shares: list[float] = []
    for topics, case in zip(found, cases, strict=True):
        hits = [any(likeness(tag, one.lower()) >= ALIKE for one in topics) for tag in case.tags]
        shares.append(sum(hits) / len(hits))
    return sum(shares) / len(shares)


def _named(cases: list[Case], method: Callable[[Case], list[str]]) -> float:
    """Mean over the chapters of the share of the title's words that the topics hold."""
    shares: list[float] = []
    for case in cases:
        words = {fold(word) for word in _words(case.title)}
        said = {fold(word) for topic in method(case) for word in _words(topic)}
        if words:
            shares.append(len(words & said) / len(words))
    return sum(shares) / len(shares)


def _words(text: str) -> list[str]:
    found = (word.lower().replace("’", "'") for word in WORD.findall(text))
    return [word for word in found if not is_common(word)]


def ours(case: Case) -> list[str]:
    """The topics of the chapter of the coarsest level that overlaps most."""
    chapters = [one for one in case.transcript.chapters if one.level == 0]
    best = max(chapters, key=lambda one: min(one.end, case.end) - max(one.start, case.start))
    return list(best.topics[:MOST])


def on_chapters_given(case: Case) -> list[str]:
    """The topics of the editor's own chapter."""
    return list(_given(case).topics[:MOST])


def titled_alike(cases: list[Case]) -> float:
    """Mean over the editors' chapters of the F1 of the words of our title against theirs."""
    found: list[float] = []
    for case in cases:
        ours, theirs = (
            {fold(word) for word in _words(title)} for title in (_given(case).title, case.title)
        )
        found.append(2 * len(ours & theirs) / (len(ours) + len(theirs) or 1))
    return sum(found) / len(found)


def _given(case: Case) -> Chapter:
    """The editor's own chapter with our topics, named after them."""
    if id(case.transcript) not in _GIVEN:
        given = tuple(Chapter("", start, end) for start, end in case.chapters)
        one = case.transcript
        tagged = tag_topics(Tokens(one.text), one.turns, given, one.speakers)
        _GIVEN[id(one)] = name_chapters(tagged.chapters, tagged.titling)
    return next(one for one in _GIVEN[id(case.transcript)] if one.start == case.start)


_GIVEN: dict[int, tuple[Chapter, ...]] = {}


def everything(case: Case) -> list[str]:
    """Every run of one to three words."""
    return list(dict.fromkeys(_grams(case.text, 0)))


def _grams(text: str, stops: int) -> Iterator[str]:
    """Runs of one to three words of a sentence; with `stops`, none begins or ends in a common one."""
    for sentence in _SENTENCE.findall(text.lower().replace("’", "'")):
        words = WORD.findall(sentence)
        for first in range(len(words)):
            for last in range(first, min(first + 3, len(words))):
                if not stops or not (is_common(words[first]) or is_common(words[last])):
                    yield " ".join(words[first : last + 1])


def first_phrases(case: Case) -> list[str]:
    """The first runs of words that are not common."""
    runs = re.split(r"[^\w' -]+|\b(?:\d+)\b", case.text.lower().replace("’", "'"))
    found: dict[str, None] = {}
    for run in runs:
        held: list[str] = []
        for word in [*WORD.findall(run), ""]:
            if word and not is_common(word):
                held.append(word)
            elif held:
                found[" ".join(held[-3:])] = None
                held = []
    return list(found)[:MOST]


def by_tf_idf(case: Case) -> list[str]:
    """Runs of words by how often they are said times how rare their words are."""
    counts = Counter(_grams(case.text, 1))
    return _best(
        {
            gram: count * sum(map(rarity, words)) / len(words)
            for gram, count in counts.items()
            if (words := gram.split())
        }
    )


def by_yake(case: Case) -> list[str]:
    """YAKE (Campos 2020): casing, place, frequency, neighbours and spread of the words alone."""
    sentences = [WORD.findall(one) for one in _SENTENCE.findall(case.text.replace("’", "'"))]
    counts: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    inside: defaultdict[str, list[int]] = defaultdict(list)
    left: defaultdict[str, list[str]] = defaultdict(list)
    right: defaultdict[str, list[str]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        low = [word.lower() for word in sentence]
        for at, word in enumerate(low):
            counts[word] += 1
            upper[word] += at > 0 and sentence[at][0].isupper()
            inside[word].append(number)
            left[word] += low[max(0, at - 1) : at]
            right[word] += low[at + 1 : at + 2]
    heard = [count for word, count in counts.items() if not is_common(word)] or [1]
    mean = sum(heard) / len(heard)
    spread = math.sqrt(sum((count - mean) ** 2 for count in heard) / len(heard))
    most = max(counts.values(), default=1)
    scores: dict[str, float] = {}
    for word, count in counts.items():
        casing = upper[word] / (1 + math.log(count))
        place = math.log(math.log(3 + sorted(inside[word])[len(inside[word]) // 2]))
        often = count / (mean + spread)
        kinds = sum(len(set(side)) / max(1, len(side)) for side in (left[word], right[word]))
        related = 1 + kinds * count / most
        wide = len(set(inside[word])) / len(sentences)
        scores[word] = related * place / (casing + often / related + wide / related)
    grams = Counter(_grams(case.text, 1))
    ranked = {}
    for gram, count in grams.items():
        parts = [scores.get(word, 1.0) for word in gram.split() if not is_common(word)]
        ranked[gram] = -math.prod(parts) / (count * (1 + sum(parts)))
    return _best(ranked)


def by_text_rank(case: Case) -> list[str]:
    """TextRank (Mihalcea and Tarau 2004): words that stand near words that stand near many."""
    links: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in _SENTENCE.findall(case.text.lower().replace("’", "'")):
        words = [word for word in WORD.findall(sentence) if not is_common(word)]
        for one, two in [
            *pairwise(words),
            *zip(words, words[2:], strict=False),
        ]:
            if one != two:
                links[one][two] += 1
                links[two][one] += 1
    rank = dict.fromkeys(links, 1.0)
    for _ in range(30):
        rank = {
            word: 0.15
            + 0.85 * sum(rank[near] * n / links[near].total() for near, n in nears.items())
            for word, nears in links.items()
        }
    return _best(
        {gram: sum(rank.get(w, 0.0) for w in gram.split()) for gram in _grams(case.text, 1)}
    )


def _best(scores: dict[str, float]) -> list[str]:
    return sorted(scores, key=lambda gram: (-scores[gram], gram))[:MOST]


METHODS: dict[str, Callable[[Case], list[str]]] = {
    "playhead": on_chapters_given,
    "playhead, on its own chapters": ours,
    "tf-idf": by_tf_idf,
    "YAKE": by_yake,
    "TextRank": by_text_rank,
    "first phrases": first_phrases,
}

if __name__ == "__main__":
    main()
