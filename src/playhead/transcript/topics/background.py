"""How common words are in spoken English: what a topic must stand out against.

Counts are of documents: in how many of the background's interviews a word is said. Made by

    python -m playhead.transcript.topics.background FOLDER

over a folder of labelled interviews (`*.jsonl.gz`, a record an interview with `turns` and
`licence`); only text under Creative Commons or MIT licences is counted.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
FILE = Path(__file__).parents[2] / "data" / "spoken-english.txt"
LEAST = 3
"""Documents a word must be in to be listed; rarer ones are as good as unheard."""


@lru_cache(maxsize=1)
def document_counts() -> tuple[int, dict[str, int]]:
    """The number of background interviews, and in how many each word is said."""
    lines = FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    counts = {word: int(count) for word, count in rows}
    return counts.pop("", 1), counts


def rarity(word: str) -> float:
    """Natural logarithm of how much rarer a word is than one said in every interview."""
    total, counts = document_counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))


def _make(folder: Path) -> None:
    counts: Counter[str] = Counter()
    total = 0
    sources: set[str] = set()
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                licence = record.get("licence", "")
                if not licence.startswith(("CC", "MIT")):
                    continue
                said = " ".join(turn["text"] for turn in record["turns"])
                counts.update({word.lower().replace("’", "'") for word in WORD.findall(said)})
                total += 1
                sources.add(f"{record['source']} ({licence.split(' (')[0]})")
    head = [
        "# In how many interviews each word is said; the first row is the number of interviews.",
        "# Made by: python -m playhead.transcript.topics.background FOLDER",
        f"# Counted from transcripts of: {', '.join(sorted(sources))}.",
    ]
    kept = sorted((word, count) for word, count in counts.items() if count >= LEAST)
    rows = [f"\t{total}", *(f"{word}\t{count}" for word, count in kept)]
    FILE.write_text("\n".join([*head, *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    _make(Path(sys.argv[1]))
