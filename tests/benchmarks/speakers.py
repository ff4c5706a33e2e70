"""Words given to the wrong role on labelled interviews whose labels are taken away.

    python -m tests.benchmarks.speakers FILE.jsonl.gz… [--each 6] [--words 6000] [--bare]

A row a show: WDER (share of the words given to the wrong role), changes of speaker found within 3
words (F1), beside two rules that know nothing; then how often words said with a confidence are
right. Words are counted as runs of letters and digits; sounds in brackets are left out. With
`--bare` marks and capitals are taken away too, as the captions of many recognisers have none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from playhead.formats.source import Segment, Source
from playhead.transcript.corrections.labelling import words_of
from playhead.transcript.model import Origin, Transcript
from playhead.transcript.parse import parse

_MARK = re.compile(r"[.,?!;:\"“”—…]")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=6, help="interviews of each show")
    parser.add_argument("--words", type=int, default=6000, help="words of each interview")
    parser.add_argument("--bare", action="store_true", help="without marks and capitals")
    options = parser.parse_args()
    print("| show | interviews | WDER | all guest | question marks | changes F1 |")
    print("| --- | --- | --- | --- | --- | --- |")
    sure: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    means: list[list[float]] = []
    for file in options.files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        chosen = records[:: max(1, len(records) // options.each)][: options.each]
        rows = [_figures(record, options, sure) for record in chosen]
        mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        means.append(mean)
        print(f"| {file.name.split('.')[0]} | {len(rows)} | " + _cells(mean), flush=True)
    if len(means) > 1:
        print(
            "| mean of shows | | " + _cells([sum(c) / len(means) for c in zip(*means, strict=True)])
        )
    print("\n| confidence said | words | mean said | right |\n| --- | --- | --- | --- |")
    for tenth, (words, said, right) in sorted(sure.items()):
        print(
            f"| {tenth * 10}–{tenth * 10 + 10} % | {words:.0f} | {said / words:.2f} | {right / words:.2f} |"
        )


def _cells(figures: list[float]) -> str:
    return " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def _figures(
    record: dict[str, Any], options: argparse.Namespace, sure: dict[int, list[float]]
) -> list[float]:
    parts: list[str] = []
    roles: list[str] = []
    for turn in record["turns"]:
        if len(roles) >= options.words:
            break
        words = _MARK.sub(" ", turn["text"]).lower() if options.bare else turn["text"]
        parts.append(" ".join(words.split()))
        roles += [turn["role"]] * len(words_of(parts[-1]))
    source = Source("plain", (Segment(" ".join(part for part in parts if part)),))
    transcript = parse(source, Origin("", "", "plain"))
    heard, confidence = _heard(transcript)
    for role, got, said in zip(roles, heard, confidence, strict=True):
        row = sure[min(9, int(said * 10))]
        row[0], row[1], row[2] = row[0] + 1, row[1] + said, row[2] + (role == got)
    asked = _question_marks(transcript.text, len(roles))
    return [
        sum(a != b for a, b in zip(roles, heard, strict=True)) / len(roles),
        sum(role != "guest" for role in roles) / len(roles),
        sum(a != b for a, b in zip(roles, asked, strict=True)) / len(roles),
        _changes_f1(roles, heard),
    ]


def _heard(transcript: Transcript) -> tuple[list[str], list[float]]:
    roles: list[str] = []
    confidence: list[float] = []
    for turn in transcript.turns:
        count = len(words_of(transcript.words(turn)))
        roles += [transcript.role_of(turn.speaker) or ""] * count
        confidence += [turn.confidence] * count
    return roles, confidence


def _question_marks(text: str, count: int) -> list[str]:
    """Sentences that end in a question mark are the host's."""
    roles = ["guest"] * count
    words = words_of(text)
    low = 0
    for number, (_, _, end) in enumerate(words):
        following = text[end : words[number + 1][1]] if number + 1 < count else text[end:]
        if any(mark in following for mark in ".?!"):
            if "?" in following:
                roles[low : number + 1] = ["host"] * (number + 1 - low)
            low = number + 1
    return roles


def _changes_f1(roles: list[str], heard: list[str]) -> float:
    wanted = [i for i in range(1, len(roles)) if roles[i] != roles[i - 1]]
    found = [i for i in range(1, len(heard)) if heard[i] != heard[i - 1]]
    left = list(found)
    hits = 0
    for place in wanted:
        near = min(left, key=lambda one: abs(one - place), default=None)
        if near is not None and abs(near - place) <= 3:
            left.remove(near)
            hits += 1
    recall, precision = hits / max(1, len(wanted)), hits / max(1, len(found))
    return 2 * recall * precision / (recall + precision) if hits else 0.0


if __name__ == "__main__":
    main()
