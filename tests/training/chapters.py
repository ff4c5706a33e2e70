"""Fits how likely a chapter begins at an opening, on talks whose editors made chapters.

    python -m tests.training.chapters INTERVIEWS [FILE.jsonl.gz…]

INTERVIEWS is a folder of records (`*.jsonl.gz`): learned from are those labelled in
`chapters.tsv`, and those under Creative Commons or MIT licences that come with chapters, by
logistic regression with a ridge. Prints the weights as they stand in
`playhead.transcript.outline.boundaries`, and how well they order the openings of these talks and
of those in each FILE.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from pathlib import Path

import numpy as np
from tests.benchmarks.chapters import Talk, read_talks
from tests.training.labelled import read_labelled

from playhead.transcript.outline.openings import MEASURES, find_openings, measures
from playhead.transcript.tokens import Tokens

RIDGE = 3.0
"""Pull of the weights towards zero, in units of squared standard deviations."""


def main() -> None:
    """Print the weights."""
    folder, *files = map(Path, sys.argv[1:])
    talks = [one.talk for one in read_labelled(folder)]
    for file in sorted(folder.glob("*.jsonl.gz")):
        talks += read_talks(file, licences=("CC", "MIT"))
    rows, begun = _table(talks)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    weights, bias = fitted((rows - mean) / spread, begun)
    weights /= spread
    bias -= float(weights @ mean)
    print(f"BIAS = {bias:.2f}\nWEIGHTS = (")
    for name, weight in zip(MEASURES, weights, strict=True):
        print(f"    {weight:.2f},  # {name}")
    print(")")
    tables = {"learned from": (rows, begun)}
    tables |= {file.name: _table(read_talks(file)) for file in files}
    for name, (values, truth) in tables.items():
        print(f"{name}: {len(truth)} openings, area {area(values @ weights, truth):.3f}")


def _table(talks: list[Talk]) -> tuple[np.ndarray, np.ndarray]:
    """Measures of all openings but the first of each talk, and whether a chapter begins there."""
    rows: list[np.ndarray] = []
    begun: list[bool] = []
    for talk in talks:
        text = talk.transcript.text
        openings = find_openings(text, talk.transcript.turns, talk.transcript.exchanges)
        starts = [one.start for one in openings]
        real = {bisect_right(starts, at) for at in talk.chapters[1:]}
        rows.append(measures(Tokens(text), openings)[1:])
        begun += [number in real for number in range(2, len(openings) + 1)]
    return np.concatenate(rows), np.array(begun)


def fitted(rows: np.ndarray, begun: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression, by Newton's method."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * (rows.shape[1] - 1) + [1e-6])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (begun - likely) - ridge @ weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge
        weights += np.linalg.solve(bend, slope)
    return weights[:-1], float(weights[-1])


def area(scores: np.ndarray, truth: np.ndarray) -> float:
    """Area under the ROC curve: how often a beginning scores above another opening."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores)] = np.arange(len(scores))
    count = int(truth.sum())
    return float((ranks[truth].mean() - (count - 1) / 2) / (len(truth) - count))


if __name__ == "__main__":
    main()
