"""Makes the tables of spoken English that `background` and `usage` read.

    python -m playhead.transcript.topics.background_making FOLDER

FOLDER holds labelled interviews (`*.jsonl.gz`, a record an interview with `turns` and `licence`);
only text under Creative Commons or MIT licences is counted.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playhead.transcript.tokens import Tokens
from playhead.transcript.topics import background, usage
from playhead.transcript.topics.background import WORD
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.words import Words, fold

LEAST = 3
"""Documents a word must be in to be listed; rarer ones are as good as unheard."""

LEAST_USES = 4
"""Uses that tell a noun from a verb or an adjective, below which its share is left out."""

RETURNS = 3
"""Times an interview says what it keeps coming back to, at least."""

PAIR_RETURNS = 2
"""Times an interview says a pair of words that it comes back to, at least."""

_TOKEN = re.compile(rf"{WORD.pattern}|[.,;:?!—–]|\d+")
_BEFORE_NOUN = frozenset(
    "the a an this that these those my your his her its our their some any no each every of in"
    " with for on about from into without between through by at and or".split()
)
_BEFORE_VERB = frozenset(
    "to can could will would should i you we they he she not don't didn't can't won't let's i'll"
    " we'll you'll they'll who might must may doesn't couldn't i've we've you've they've have has"
    " had".split()
)
_BEFORE_ADJECTIVE = frozenset(
    "very more most so really pretty too quite as is are was were be it's that's they're being"
    " been less super".split()
)


@dataclass(slots=True)
class _Counted:
    """What is counted over the interviews."""

    total: int = 0
    said: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    returns: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    pair_returns: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)


def make(folder: Path) -> None:
    """Count the interviews in `folder` and write both tables."""
    counted = _Counted()
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record.get("licence", "").startswith(("CC", "MIT")):
                    _count(record, counted)
    made = (
        "# Made by: python -m playhead.transcript.topics.background_making FOLDER\n"
        f"# Counted from transcripts of: {', '.join(sorted(counted.sources))}.\n"
    )
    said = sorted((word, count) for word, count in counted.said.items() if count >= LEAST)
    background.FILE.write_text(
        "# In how many interviews each word is said; the first row is the number of interviews.\n"
        f"{made}\t{counted.total}\n" + "".join(f"{word}\t{count}\n" for word, count in said),
        "utf-8",
    )
    usage.FILE.write_text(
        "# A term; of its uses that the words beside it tell, the percentages as a noun, as a verb;\n"
        f"# of the interviews that say it, the percentage that say it {RETURNS} times, of pairs of"
        f" words {PAIR_RETURNS} times.\n{made}" + "".join(_usage(counted)),
        "utf-8",
    )


def _usage(counted: _Counted) -> Iterator[str]:
    for word, count in sorted(counted.said.items()):
        if count < LEAST or is_common(word) or "'" in word:
            continue
        told = counted.told[word]
        noun = verb = ""
        if told >= LEAST_USES:
            noun = str(round(100 * (counted.nouns[word] + 1) / (told + 2)))
            verb = str(round(100 * counted.verbs[word] / told))
        term = fold(word)
        back = (counted.returns[term] + 0.5) / (counted.terms[term] + 2)
        yield f"{word}\t{noun}\t{verb}\t{round(100 * back)}\n"
    for pair, count in sorted(counted.pairs.items()):
        if count >= LEAST:
            yield f"{pair}\t\t\t{round(100 * (counted.pair_returns[pair] + 0.15) / (count + 1))}\n"


def _count(record: dict[str, Any], counted: _Counted) -> None:
    said = " . ".join(turn["text"] for turn in record["turns"])
    words = [word.lower().replace("’", "'") for word in _TOKEN.findall(said)]
    counted.said.update({word for word in words if word[0].isalpha()})
    for word, use in _uses(words):
        counted.told[word] += 1
        counted.nouns[word] += use == "noun"
        counted.verbs[word] += use == "verb"
    read = Words(Tokens(said), is_verb=lambda word: False)
    ones, twos, _ = read.ends()
    terms = Counter(read.terms(ones, 1))
    pairs = Counter(read.terms(twos, 2))
    counted.terms.update(terms.keys())
    counted.returns.update(term for term, count in terms.items() if count >= RETURNS)
    counted.pairs.update(pairs.keys())
    counted.pair_returns.update(pair for pair, count in pairs.items() if count >= PAIR_RETURNS)
    counted.total += 1
    counted.sources.add(f"{record['source']} ({record['licence'].split(' (')[0]})")


def _uses(words: list[str]) -> Iterator[tuple[str, str]]:
    """Each word whose use the words beside it tell, and what it is used as."""
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if not word[0].isalpha() or is_common(word):
            continue
        if before in _BEFORE_VERB:
            yield word, "verb"
        elif is_common(after) or not after[0].isalpha():
            if before in _BEFORE_ADJECTIVE:
                yield word, "adjective"
            elif before in _BEFORE_NOUN:
                yield word, "noun"


if __name__ == "__main__":
    make(Path(sys.argv[1]))
