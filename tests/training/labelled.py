"""Interviews with chapters, titles and tags that an editor gave them: what weights are fitted to.

`chapters.tsv` holds the labels; the words are in a folder of records of interviews.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.chapters import Talk, talk_of

FILE = Path(__file__).with_name("chapters.tsv")


class Label(NamedTuple):
    """A chapter as its editors named it: characters, title, and the tags of each."""

    start: int
    end: int
    title: str
    tags: tuple[tuple[str, ...], ...]


class Labelled(NamedTuple):
    """An interview with its chapters."""

    talk: Talk
    chapters: tuple[Label, ...]


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """The labelled interviews among the records (`*.jsonl.gz`) of `folder`."""
    labels: defaultdict[str, list[tuple[int, str, tuple[tuple[str, ...], ...]]]] = defaultdict(list)
    for line in FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            id, turn, title, *tags = line.split("\t")
            labels[id].append((int(turn), title, tuple(tuple(some.split(", ")) for some in tags)))
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if record["id"] in labels:
                    given = labels[record["id"]]
                    talk = talk_of({**record, "chapters": [{"turn": turn} for turn, *_ in given]})
                    ends = [*talk.chapters[1:], len(talk.transcript.text)]
                    yield Labelled(
                        talk,
                        tuple(
                            Label(start, end, title, tags)
                            for start, end, (_, title, tags) in zip(
                                talk.chapters, ends, given, strict=True
                            )
                        ),
                    )
