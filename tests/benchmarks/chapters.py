"""Chapters beside those of editors, and beside baselines that know nothing of interviews.

    python -m tests.benchmarks.chapters --gold FOLDER [FILE.jsonl.gz…] [--titles]

`FOLDER` holds `jeff-dean.chapters.tsv` and `jeff-dean.exchanges.tsv` (opening quotes of chapters
and of questions); records of the files have `turns` and the `chapters` their editors published.
Places are counted in questions: a unit is a host's turn of four words or more and what follows it.
F1 pairs boundaries one to one within one unit. B is Boundary Similarity (Fournier 2013) over
units, a miss by one unit being worth a half. The baselines may cut at units only, which flatters
them, and all but the automatic one are told how many chapters there are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playhead.formats.source import Segment, Source
from playhead.library import open_transcript, shipped_interview
from playhead.transcript.clean import clean
from playhead.transcript.model import Origin, Transcript
from playhead.transcript.parse import parse
from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.common_words import is_common

LEAST_WORDS = 4
"""Words of a host's turn that begins a unit: fewer only keep the guest talking."""

WINDOW = 3
"""Units on either side that the depth of a gap is seen from (TextTiling, Hearst 1997)."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A transcript, where its units begin, and where its editor's chapters do, as characters."""

    show: str
    transcript: Transcript
    units: list[int]
    chapters: list[int]

    def unit(self, offset: int) -> int:
        """Number of units begun at a character."""
        return bisect_right(self.units, offset)

    @property
    def gold(self) -> list[int]:
        """The units before which the editor's chapters begin, but for the first chapter."""
        return [self.unit(start) for start in self.chapters[1:]]


def main() -> None:
    """Print the table, and titles where asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, help="the chapters of the shipped interview")
    parser.add_argument("--titles", action="store_true", help="print the outlines too")
    options = parser.parse_args()
    talks = [shipped(options.gold)] if options.gold else []
    talks += [talk for file in options.files for talk in read_talks(file)]
    shows: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        shows[talk.show].append(talk)
    print("| show | talks | method | chapters | F1 ±1 question | F1 exact | B | Pk |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for show, group in shows.items():
        for method, cut in METHODS.items():
            rows = [_figures(cut(talk), talk) for talk in group]
            mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
            cells = " | ".join(f"{figure:.3f}" for figure in mean[1:])
            print(f"| {show} | {len(group)} | {method} | {mean[0]:.1f} | {cells} |", flush=True)
    if options.titles:
        for talk in talks:
            print(f"\n{talk.transcript.title} ({talk.show})")
            for one in talk.transcript.chapters:
                print(f"{one.start:8} {'    ' * one.level}{one.title}")


def shipped(gold: Path) -> Talk:
    """The shipped interview with its corrected turns."""
    transcript = open_transcript(shipped_interview())
    places: list[list[int]] = []
    for name in ("jeff-dean.exchanges.tsv", "jeff-dean.chapters.tsv"):
        found: list[int] = []
        for line in (gold / name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                quote = " ".join(line.split("\t")[0].split())
                found.append(transcript.text.index(quote, found[-1] + 1 if found else 0))
        places.append(found)
    return Talk("shipped interview", transcript, *places)


def read_talks(file: Path, licences: tuple[str, ...] = ("",)) -> list[Talk]:
    """The talks of a file that have published chapters and a licence that begins as one of these."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        talk_of(record)
        for record in records
        if record.get("chapters") and record["licence"].startswith(licences)
    ]


def talk_of(record: dict[str, Any]) -> Talk:
    """The talk of a record with `turns` and `chapters`."""
    segments = tuple(Segment(turn["text"], turn["speaker"]) for turn in record["turns"])
    roles = {turn["speaker"]: turn["role"] for turn in record["turns"] if turn["role"]}
    source = Source("jsonl", segments, record["title"], speakers=roles)
    starts: list[int] = []
    units: list[int] = []
    at = 0
    for turn, length in zip(record["turns"], map(_length, segments), strict=True):
        starts.append(at)
        if turn["role"] == "host" and len(turn["text"].split()) >= LEAST_WORDS:
            units.append(at)
        at += length
    chapters = [starts[one["turn"]] + one.get("char", 0) for one in record["chapters"]]
    return Talk(record["source"], parse(source, Origin("", "", "jsonl")), units, chapters)


def _length(segment: Segment) -> int:
    """Characters that a segment takes in the text, the break after it included."""
    return len(clean(Source("jsonl", (segment,))).text) + bool(segment.text.split())


def ours(talk: Talk) -> list[int]:
    """The chapters of the coarsest level."""
    starts = [one.start for one in talk.transcript.chapters if one.level == 0]
    return [talk.unit(start) for start in starts[1:]]


def all_levels(talk: Talk) -> list[int]:
    """Every chapter of the outline."""
    return [talk.unit(one.start) for one in talk.transcript.chapters[1:]]


def every_question(talk: Talk) -> list[int]:
    """A chapter a unit."""
    return list(range(2, len(talk.units) + 1))


def evenly(talk: Talk) -> list[int]:
    """As many chapters as the editor's, of as many units each."""
    count = len(talk.gold) + 1
    return [round(number * len(talk.units) / count) + 1 for number in range(1, count)]


def at_random(talk: Talk) -> list[int]:
    """As many chapters as the editor's, anywhere."""
    places = range(2, len(talk.units) + 1)
    draw = random.Random(f"{talk.show} {len(talk.transcript.text)}")
    return sorted(draw.sample(places, min(len(talk.gold), len(places))))


def by_depth(talk: Talk) -> list[int]:
    """TextTiling: the deepest valleys of the likeness of neighbouring units."""
    depths = _depths(talk)
    deepest = sorted(depths, key=lambda unit: -depths[unit])
    return sorted(deepest[: len(talk.gold)])


def by_depth_alone(talk: Talk) -> list[int]:
    """TextTiling that finds the number too: valleys deeper than the mean less half a deviation."""
    depths = _depths(talk)
    if not depths:
        return []
    mean = sum(depths.values()) / len(depths)
    spread = math.sqrt(sum((depth - mean) ** 2 for depth in depths.values()) / len(depths))
    return [unit for unit, depth in depths.items() if depth > mean - spread / 2]


def by_division(talk: Talk) -> list[int]:
    """Divisive splitting: again and again the cut that leaves the two sides most alike inside."""
    bags = _bags(talk)
    cuts: list[int] = []
    while len(cuts) < min(len(talk.gold), len(bags) - 1):
        bounds = [0, *sorted(cuts), len(bags)]
        best = (-math.inf, 0)
        for start, end in pairwise(bounds):
            whole = _norm(sum(bags[start:end], Counter()))
            for cut in range(start + 1, end):
                left, right = sum(bags[start:cut], Counter()), sum(bags[cut:end], Counter())
                best = max(best, (_norm(left) + _norm(right) - whole, cut))
        cuts.append(best[1])
    return sorted(cut + 1 for cut in cuts)


METHODS: dict[str, Callable[[Talk], list[int]]] = {
    "playhead": ours,
    "playhead, all levels": all_levels,
    "no boundaries": lambda talk: [],
    "every question": every_question,
    "evenly spaced, K": evenly,
    "random, K": at_random,
    "TextTiling, K": by_depth,
    "TextTiling, automatic": by_depth_alone,
    "divisive tf-idf, K": by_division,
}


def _bags(talk: Talk) -> list[Counter[str]]:
    """The words of each unit, weighed by their rarity, each bag of length one."""
    text = talk.transcript.text
    bags: list[Counter[str]] = []
    for start, end in zip(talk.units, [*talk.units[1:], len(text)], strict=True):
        words = Counter(word.strip(".,?!’'\"") for word in text[start:end].lower().split())
        bag = {w: (1 + math.log(n)) * rarity(w) for w, n in words.items() if not is_common(w)}
        norm = math.sqrt(sum(weight * weight for weight in bag.values())) or 1.0
        bags.append(Counter({word: weight / norm for word, weight in bag.items()}))
    return bags


def _norm(bag: Counter[str]) -> float:
    return math.sqrt(sum(weight * weight for weight in bag.values()))


def _depths(talk: Talk) -> dict[int, float]:
    """How far the likeness across each gap lies below the hills on both sides of it."""
    bags = _bags(talk)
    alike: list[float] = []
    for gap in range(1, len(bags)):
        left = sum(bags[max(0, gap - WINDOW) : gap], Counter())
        right = sum(bags[gap : gap + WINDOW], Counter())
        dot = sum(weight * right[word] for word, weight in left.items())
        alike.append(dot / ((_norm(left) * _norm(right)) or 1.0))
    depths: dict[int, float] = {}
    for at, low in enumerate(alike):
        hills = [low, low]
        for side, step in enumerate((-1, 1)):
            other = at + step
            while 0 <= other < len(alike) and alike[other] >= hills[side]:
                hills[side] = alike[other]
                other += step
        depths[at + 2] = hills[0] + hills[1] - 2 * low
    return depths


def _figures(found: list[int], talk: Talk) -> list[float]:
    gold = talk.gold
    return [
        len(found) + 1.0,
        f1_within(found, gold, 1),
        f1_within(found, gold, 0),
        boundary_similarity(set(found), set(gold)),
        pk(set(found), set(gold), len(talk.units)),
    ]


def f1_within(found: list[int], gold: list[int], near: int) -> float:
    """F1 of boundaries paired one to one at most `near` units apart."""
    rest = sorted(gold)
    hits = 0
    for one in sorted(found):
        while rest and rest[0] < one - near:
            rest.pop(0)
        if rest and rest[0] <= one + near:
            rest.pop(0)
            hits += 1
    return 2 * hits / max(1, len(found) + len(gold))


def boundary_similarity(found: set[int], gold: set[int]) -> float:
    """Boundary Similarity with transpositions over one unit, each worth a half."""
    both = found & gold
    rest, missed = sorted(found - gold), gold - found
    moved = 0
    for one in rest:
        if near := missed & {one - 1, one + 1}:
            missed.discard(min(near))
            moved += 1
    lost = len(rest) - moved + len(missed)
    pairs = lost + moved + len(both)
    return 1 - (lost + 0.5 * moved) / pairs if pairs else 1.0


def pk(found: set[int], gold: set[int], units: int) -> float:
    """Pk (Beeferman 1999): how often two units half a chapter apart are told apart wrongly."""
    size = max(1, round(units / (len(gold) + 1) / 2))
    windows = range(1, units - size + 1)
    wrong = 0
    for start in windows:
        span = set(range(start + 1, start + size + 1))
        wrong += bool(span & found) != bool(span & gold)
    return wrong / max(1, len(windows))


if __name__ == "__main__":
    main()
