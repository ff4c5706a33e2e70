"""Where notes are after a transcript was edited, by kind of edit, beside anchors that trust places.

    python -m tests.benchmarks.anchors [INTERVIEWS.jsonl.gz…]

Quotes of 6 to 16 words are anchored in a talk, the talk is edited, and each anchor is sought again.
Right: it lies on the words it was on. Wrong: it was said to be found, somewhere else. With no
files the shipped interview is used.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from playhead.library import open_transcript, shipped_interview
from playhead.transcript.anchor import Selector, find_anchor, make_selector

QUOTES = 60
"""Quotes of each talk and kind of edit."""

Piece = tuple[str, int]
"""A word with the white space behind it, and the number it had before the edit; -1 is new."""


def main() -> None:
    """Print the table."""
    talks = [_talk(record) for path in sys.argv[1:] for record in _records(Path(path))]
    talks = talks or [open_transcript(shipped_interview()).text]
    print("| edit | quotes | right | wrong | ambiguous | orphaned | trusted offsets wrong |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, edit in EDITS.items():
        draw = random.Random(7)
        counts: Counter[str] = Counter()
        for text in talks:
            _measure(text, edit, draw, counts)
        total = counts["quotes"]
        cells = [
            f"{100 * counts[key] / total:.1f} %"
            for key in ("right", "wrong", "ambiguous", "orphaned", "trusted")
        ]
        print(f"| {name} | {total} | {' | '.join(cells)} |", flush=True)


def _records(path: Path) -> list[dict[str, list[dict[str, str]]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return records[:: max(1, len(records) // 3)][:3]


def _talk(record: dict[str, list[dict[str, str]]]) -> str:
    return " ".join(" ".join(turn["text"].split()) for turn in record["turns"])[:60_000]


def _measure(
    text: str,
    edit: Callable[[list[Piece], set[int], random.Random], list[Piece]],
    draw: random.Random,
    counts: Counter[str],
) -> None:
    words = re.findall(r"\S+\s*", text)
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    spans = []
    for _ in range(QUOTES):
        first = draw.randrange(20, len(words) - 40)
        spans.append((first, first + draw.randint(6, 16)))
    for first, last in spans:
        start, end = (
            offsets[first],
            offsets[last] - len(words[last - 1]) + len(words[last - 1].rstrip()),
        )
        selector = make_selector(text, start, end)
        pieces = edit([(word, n) for n, word in enumerate(words)], set(range(first, last)), draw)
        changed = "".join(word for word, _ in pieces)
        _count(selector, changed, _place(pieces, set(range(first, last))), counts)


def _place(pieces: list[Piece], quoted: set[int]) -> tuple[int, int] | None:
    """Where the quoted words are after the edit; None where fewer than half are left."""
    at, starts, ends = 0, [], []
    for word, number in pieces:
        if number in quoted:
            starts.append(at)
            ends.append(at + len(word.rstrip()))
        at += len(word)
    return (starts[0], ends[-1]) if len(starts) >= 0.5 * len(quoted) else None


def _count(
    selector: Selector, text: str, place: tuple[int, int] | None, counts: Counter[str]
) -> None:
    counts["quotes"] += 1
    found = find_anchor(text, selector)
    counts["trusted"] += text[selector.start : selector.end] != selector.quote
    if found.state in ("orphaned", "ambiguous"):
        counts[found.state] += 1
        counts["right"] += found.state == "orphaned" and place is None
        return
    assert found.start is not None
    assert found.end is not None
    shared = 0 if place is None else min(found.end, place[1]) - max(found.start, place[0])
    counts["right" if shared > 0.5 * (found.end - found.start) else "wrong"] += 1


def _correct_words(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """One word in twenty is spelt otherwise."""
    return [
        (word[: len(word) // 2] + "x" + word[len(word) // 2 :], n)
        if draw.random() < 0.05
        else (word, n)
        for word, n in pieces
    ]


def _insert(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """Sentences are put in all over."""
    out: list[Piece] = []
    for word, n in pieces:
        if draw.random() < 0.01 and n not in quoted:
            out += [(new + " ", -1) for new in "And that is what somebody put in later.".split()]
        out.append((word, n))
    return out


def _transcribe_again(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """No capitals, no punctuation, one word in eight left out or heard otherwise."""
    out: list[Piece] = []
    others = [word for word, _ in pieces[:500]]
    for word, n in pieces:
        chance = draw.random()
        if chance < 0.06:
            continue
        if chance < 0.125:
            word = draw.choice(others)
        out.append((re.sub(r"[^\w\s'’]", "", word.lower()) or " ", n))
    return out


def _delete_quote(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """The quoted words are taken out."""
    return [(word, n) for word, n in pieces if n not in quoted]


def _delete_but_leave_like(
    pieces: list[Piece], quoted: set[int], draw: random.Random
) -> list[Piece]:
    """The quoted words are taken out; half of them stand elsewhere with other words between."""
    kept = [(word, n) for word, n in pieces if n not in quoted]
    like = [(word if i % 2 else "other ", -1) for i, (word, n) in enumerate(pieces) if n in quoted]
    at = draw.randrange(len(kept))
    return [*kept[:at], *like, *kept[at:]]


EDITS = {
    "nothing": lambda pieces, quoted, draw: pieces,
    "words corrected": _correct_words,
    "sentences put in": _insert,
    "transcribed again": _transcribe_again,
    "quote deleted": _delete_quote,
    "quote deleted, one like it left": _delete_but_leave_like,
}

if __name__ == "__main__":
    main()
