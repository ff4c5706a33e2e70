"""Where notes are after a transcript was edited, by kind of edit, beside anchors that trust places.

    python -m tests.benchmarks.anchors [SEED…] [INTERVIEWS.jsonl.gz…]

Quotes are anchored in a talk, the talk is edited, and each anchor is sought again. They have 6 to
16 words; short ones 1 to 5; those said again stand word for word elsewhere in the talk too. Right:
the anchor lies on the words it was on. Wrong: it was said to be found, somewhere else; on the same
words a little apart is wrong too. With no files the shipped interview is used.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from playhead.library import open_transcript, shipped_interview
from playhead.transcript.anchoring.anchor import Selector, find_anchor, make_selector

QUOTES = 100
"""Quotes of each talk and kind of edit."""

Piece = tuple[str, int]
"""A word with the white space behind it, and the number it had before the edit; -1 is new."""


Edit = Callable[[list[Piece], set[int], random.Random], list[Piece]]
Quoted = list[tuple[int, int]]
"""Numbers of the first word of each quote, and of the word behind its last."""
Choose = Callable[[list[str], random.Random], Quoted]


def main() -> None:
    """Print the table."""
    seeds = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [7]
    files = [Path(word) for word in sys.argv[1:] if not word.isdecimal()]
    talks = [_talk(record) for path in files for record in _records(path)]
    talks = talks or [open_transcript(shipped_interview()).text]
    print("| edit | quotes | right | wrong | ambiguous | orphaned | trusted offsets wrong |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, (edit, choose) in EDITS.items():
        counts: Counter[str] = Counter()
        for seed in seeds:
            draw = random.Random(seed)
            for text in talks:
                _measure(text, edit, choose, draw, counts)
        total = counts["quotes"]
        cells = [
            f"{100 * counts[key] / total:.2f} %"
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
    text: str, edit: Edit, choose: Choose, draw: random.Random, counts: Counter[str]
) -> None:
    words = re.findall(r"\S+\s*", text)
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    spans = choose(words, draw)
    # What takes quotes out is done for each alone; else all are sought in the same version.
    for group in [[span] for span in spans] if edit in ONE_BY_ONE else [spans]:
        quoted = {number for first, last in group for number in range(first, last)}
        pieces = edit([(word, n) for n, word in enumerate(words)], quoted, draw)
        changed = "".join(word for word, _ in pieces)
        for first, last in group:
            end = offsets[last - 1] + len(words[last - 1].rstrip())
            selector = make_selector(text, offsets[first], end)
            _count(selector, changed, _place(pieces, set(range(first, last))), counts)


def _of_any_words(
    words: list[str], draw: random.Random, sizes: tuple[int, int] = (6, 16)
) -> Quoted:
    firsts = [draw.randrange(20, len(words) - 40) for _ in range(QUOTES)]
    return [(first, first + draw.randint(*sizes)) for first in firsts]


def _short(words: list[str], draw: random.Random) -> Quoted:
    return _of_any_words(words, draw, (1, 5))


def _said_again(words: list[str], draw: random.Random) -> Quoted:
    plain = [re.sub(r"[^\w'’]", "", word.lower()) for word in words]
    spans: Quoted = []
    for size in range(4, 13):
        places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for first in range(20, len(words) - 40):
            places[tuple(plain[first : first + size])].append(first)
        again = [first for found in places.values() if len(found) > 1 for first in found]
        spans += [(first, first + size) for first in again]
    return draw.sample(spans, min(QUOTES, len(spans)))


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


def _label(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """Speakers and time stamps are put in every few sentences."""
    out: list[Piece] = []
    for number, (word, n) in enumerate(pieces):
        if draw.random() < 0.02:
            stamp = f"[{number // 9000:02}:{number // 150 % 60:02}:{number % 60:02}] "
            out += [(stamp, -1), (draw.choice(("Host: ", "Jane Doe: ")), -1)]
        out.append((word, n))
    return out


def _move(pieces: list[Piece], quoted: set[int], draw: random.Random) -> list[Piece]:
    """The quote is taken to another place with the sentence around it."""
    low, high = max(0, min(quoted) - 15), max(quoted) + 15
    rest = [*pieces[:low], *pieces[high:]]
    at = draw.randrange(len(rest))
    return [*rest[:at], *pieces[low:high], *rest[at:]]


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


ONE_BY_ONE = (_move, _delete_quote, _delete_but_leave_like)

EDITS: dict[str, tuple[Edit, Choose]] = {
    "nothing": (lambda pieces, quoted, draw: pieces, _of_any_words),
    "words corrected": (_correct_words, _of_any_words),
    "sentences put in": (_insert, _of_any_words),
    "labels and times put in": (_label, _of_any_words),
    "sentence moved": (_move, _of_any_words),
    "transcribed again": (_transcribe_again, _of_any_words),
    "transcribed again, short quotes": (_transcribe_again, _short),
    "transcribed again, said again": (_transcribe_again, _said_again),
    "quote deleted": (_delete_quote, _of_any_words),
    "quote deleted, said again": (_delete_quote, _said_again),
    "quote deleted, one like it left": (_delete_but_leave_like, _of_any_words),
}

if __name__ == "__main__":
    main()
