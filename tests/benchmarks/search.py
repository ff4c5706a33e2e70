"""How well and how fast search finds what was half remembered, beside the common methods.

    python -m tests.benchmarks.search [QUOTES.jsonl] [--turns 100000]

QUOTES has a query a line: `{"class", "query", "answer"}`, `answer` a passage of the shipped
interview word for word, or null where nobody said it. Without it sentences of the interview are
spoilt by a fixed recipe. `--turns N` measures keystrokes in a made-up talk of N turns instead.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.talk import make_talk

from playhead.library import open_transcript, shipped_interview
from playhead.search import open_index
from playhead.search.storage.tables import make_tables
from playhead.transcript.model import Transcript


class Quote(NamedTuple):
    """A query and the place meant, or None."""

    kind: str
    query: str
    place: tuple[int, int] | None


class Found(NamedTuple):
    """Places, the best first, and whether the first is offered as more than a guess."""

    places: list[tuple[int, int]]
    sure: bool


Method = Callable[[str], Found]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", nargs="?", type=Path)
    parser.add_argument("--turns", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PLAYHEAD_HOME"] = folder
        if options.turns:
            keystrokes(make_talk(options.turns))
        else:
            quality(options.quotes)


def quality(file: Path | None) -> None:
    """Print the table of methods for the quotes of `file`, or for spoilt sentences."""
    transcript = open_transcript(shipped_interview())
    quotes = read_quotes(file, transcript) if file else spoilt(transcript)
    compare(quotes, methods(transcript))
    began = time.perf_counter()
    make_tables(transcript.text)
    print(f"index of the interview made in {(time.perf_counter() - began) * 1000:.0f} ms")


def read_quotes(file: Path, transcript: Transcript) -> list[Quote]:
    """The quotes of a file, with their places in the interview."""
    found: list[Quote] = []
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        place = None
        if row["answer"] is not None:
            start = transcript.text.index(row["answer"])
            place = (start, start + len(row["answer"]))
        found.append(Quote(row["class"], row["query"], place))
    return found


def spoilt(transcript: Transcript) -> list[Quote]:
    """Sentences of the interview with words misspelt, dropped and moved, the same every time."""
    chance = random.Random(1)
    long = [one for one in transcript.sentences if len(transcript.words(one).split()) > 7]
    found: list[Quote] = []
    ways = {"verbatim": _as_said, "typo": _typos, "dropped": _dropped, "reordered": _moved}
    for kind, spoil in ways.items():
        for one in chance.sample(long, min(40, len(long))):
            words = re.findall(r"[\w’']+", transcript.words(one).lower())[:12]
            found.append(Quote(kind, " ".join(spoil(words, chance)), (one.start, one.end)))
    return found


def _as_said(words: list[str], chance: random.Random) -> list[str]:
    return words


def _typos(words: list[str], chance: random.Random) -> list[str]:
    return [
        word[:at] + word[at + 1 :]
        if len(word) > 3 and chance.random() < 0.4 and (at := chance.randrange(1, len(word)))
        else word
        for word in words
    ]


def _dropped(words: list[str], chance: random.Random) -> list[str]:
    return [word for word in words if chance.random() > 0.3] or words


def _moved(words: list[str], chance: random.Random) -> list[str]:
    cut = chance.randrange(2, len(words) - 1)
    return words[cut:] + words[:cut]


def methods(transcript: Transcript) -> dict[str, Method]:
    """The methods by name; all but Playhead's find whole turns."""
    from rapidfuzz import fuzz

    turns = [(turn.start, turn.end) for turn in transcript.turns]
    lines = [transcript.text[start:end].lower().replace("\n", " ") for start, end in turns]
    found: dict[str, Method] = {
        "substring": lambda query: Found(
            [place for place, line in zip(turns, lines, strict=True) if query.lower() in line], True
        ),
        "fts5 porter": _fts5(turns, lines, "porter"),
        "fts5 trigram": _fts5(turns, lines, "trigram"),
    }
    if shutil.which("fzf"):
        found["fzf"] = _fzf(turns, lines)
    for name in ("WRatio", "partial_ratio", "token_set_ratio"):
        found[name] = _by_score(turns, lines, getattr(fuzz, name))
    index = open_index(transcript)

    def playhead(query: str) -> Found:
        hits = index.search(query).hits
        return Found([(hit.start, hit.end) for hit in hits], bool(hits) and not hits[0].weak)

    return {**found, "playhead": playhead}


def _by_score(
    turns: list[tuple[int, int]], lines: list[str], scorer: Callable[..., float]
) -> Method:
    from rapidfuzz.process import extract

    def search(query: str) -> Found:
        best = extract(query.lower(), lines, scorer=scorer, limit=5)
        return Found([turns[number] for _, _, number in best], True)

    return search


def _fts5(turns: list[tuple[int, int]], lines: list[str], tokenizer: str) -> Method:
    base = sqlite3.connect(":memory:")
    base.execute(f"create virtual table turn using fts5(words, tokenize='{tokenizer}')")
    base.executemany("insert into turn values (?)", [(line,) for line in lines])

    def search(query: str) -> Found:
        words = re.findall(r"\w+", query.lower())
        if tokenizer == "trigram":
            words = [query.lower()[at : at + 3].replace('"', " ") for at in range(len(query) - 2)]
        asked = " or ".join(f'"{word}"' for word in words).replace(" or ", " OR ")
        rows = base.execute(
            "select rowid from turn where turn match ? order by rank limit 5", (asked,)
        )
        return Found([turns[row[0] - 1] for row in rows], True)

    return search


def _fzf(turns: list[tuple[int, int]], lines: list[str]) -> Method:
    text = "\n".join(f"{number}\t{line}" for number, line in enumerate(lines))

    def search(query: str) -> Found:
        command = ["fzf", "--filter", query, "-d", "\t", "--nth", "2.."]
        out = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        rows = out.stdout.splitlines()[:5]
        return Found([turns[int(row.split("\t")[0])] for row in rows], True)

    return search


def compare(quotes: list[Quote], by_name: dict[str, Method]) -> None:
    """Print recall@1/@5 by class, refusals, span IoU and time for each method."""
    kinds = list(dict.fromkeys(quote.kind for quote in quotes))
    print(
        "recall@1/recall@5 in %; absent: % refused or called a guess; IoU of first hits that are right"
    )
    print(f"{'':16}", *(f"{kind[:10]:>10}" for kind in kinds), "    found      IoU   ms")
    for name, method in by_name.items():
        first, five = defaultdict(list), defaultdict(list)
        overlaps: list[float] = []
        times: list[float] = []
        for quote in quotes:
            began = time.perf_counter()
            found = method(quote.query)
            times.append(time.perf_counter() - began)
            if quote.place is None:
                right = [not found.places or not found.sure]
            else:
                right = [_overlap(place, quote.place) > 0 for place in found.places]
                overlaps += [_overlap(found.places[0], quote.place)] if any(right[:1]) else []
            first[quote.kind].append(any(right[:1]))
            five[quote.kind].append(any(right[:5]))
        cells = [f"{_percent(first[kind])}/{_percent(five[kind])}" for kind in kinds]
        plain = [
            one for kind in kinds if kind not in ("paraphrase", "absent") for one in first[kind]
        ]
        iou = statistics.mean(overlaps) if overlaps else 0.0
        print(f"{name:16}", *(f"{cell:>10}" for cell in cells), end="")
        print(f" {_percent(plain):>9} {iou:8.2f} {statistics.median(times) * 1000:6.1f}")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _percent(right: list[bool]) -> int:
    return round(100 * sum(right) / len(right)) if right else 0


def keystrokes(talk: Transcript) -> None:
    """Print what typing queries letter by letter costs in a long talk."""
    began = time.perf_counter()
    open_index(talk)
    made = time.perf_counter() - began
    began = time.perf_counter()
    index = open_index(talk)
    opened = time.perf_counter() - began
    chance = random.Random(2)
    times: list[float] = []
    right: list[bool] = []
    long = [one for one in talk.sentences if one.end - one.start > 60]
    for one in chance.sample(long, 60):
        words = talk.words(one).lower().rstrip(".").split()[: chance.randrange(5, 10)]
        spoil = chance.choice((_typos, _dropped, _moved))
        query = " ".join(spoil(words, chance))
        for size in range(1, len(query) + 1):
            began = time.perf_counter()
            hits = index.search(query[:size]).hits
            times.append(time.perf_counter() - began)
        right.append(any(hit.start < one.end and one.start < hit.end for hit in hits[:1]))
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(talk.turns)} turns, {len(index.tables.ids)} words: made {made:.1f} s, opened {opened:.2f} s"
    )
    print(f"{len(times)} keystrokes: p50 {times[len(times) // 2] * 1000:.1f} ms", end="")
    print(f", p95 {times[len(times) * 95 // 100] * 1000:.1f} ms, most {times[-1] * 1000:.1f} ms")
    print(f"recall@1 {_percent(right)} %, {memory} MiB in all")


if __name__ == "__main__":
    main()
