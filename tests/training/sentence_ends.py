"""Learns where sentences end in talk without punctuation, and writes the weights.

    python -m tests.training.sentence_ends INTERVIEWS src/playhead/data/sentence-ends.npz [--check FOLDER]

INTERVIEWS is a folder of `*.jsonl.gz`, an interview a line (`turns` with `text`, `licence`); records
whose licence does not allow it are passed over. Of other shows in the folder of `--check`, it
prints how many ends are found once their marks are taken away. Needs torch, which Playhead itself
does not. Two minutes on one core; the seed is fixed.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tests.training.speakers import records
from torch import nn

from playhead.transcript.sentences.ends import TABLE, end_odds, places_of
from playhead.transcript.sentences.unpunctuated import ENDS

SEED, PASSES, BATCH = 20261126, 2, 8192
RATES = (0.02, 0.006)
"""Steps of the first pass and of the second."""

_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_ABBREVIATION = re.compile(r"(?:Mr|Mrs|Ms|Dr|St|vs|[A-Z])\.$")
CHECKED = 8
"""Every so many records of a show are checked."""


def words_of(record: dict[str, Any]) -> tuple[list[str], np.ndarray]:
    """The words of an interview without their marks, and whether a sentence ends after each."""
    words, ends = [], []
    for turn in record["turns"]:
        for word in turn["text"].split():
            bare = re.sub(r"[^\w'’-]", "", word)
            if bare:
                words.append(bare)
                ends.append(bool(_END.search(word)) and not _ABBREVIATION.match(word))
            elif ends:
                ends[-1] = ends[-1] or bool(_END.search(word))
    return words, np.array(ends, dtype=np.float32)


def main() -> None:
    """Learn, write, check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("interviews", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--check", type=Path, help="a folder of other shows")
    options = parser.parse_args()
    talks = [words_of(one) for some in records(options.interviews).values() for one in some]
    places = np.concatenate([np.stack(places_of(words), 1) for words, _ in talks]).astype(np.int32)
    ends = np.concatenate([ends for _, ends in talks])
    print(f"{len(talks)} talks, {len(ends)} words, {int(ends.sum())} sentences", flush=True)
    table, bias = learnt(places, ends)
    step = float(np.abs(table).max()) / 127
    np.savez_compressed(
        options.weights, table=np.round(table / step).astype(np.int8), step=step, bias=bias
    )
    for name, some in records(options.check, False).items() if options.check else ():
        checked = [words_of(one) for one in some[::CHECKED]]
        found = np.concatenate([end_odds(words) > ENDS for words, _ in checked])
        true = np.concatenate([ends for _, ends in checked]) > 0
        both = float((found & true).sum())
        print(f"{name}: F1 {2 * both / (found.sum() + true.sum()):.3f}")


def learnt(places: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, float]:
    """The weight of each place, and the bias, by Adam (Kingma and Ba 2015)."""
    torch.manual_seed(SEED)
    table = nn.EmbeddingBag(TABLE, 1, mode="sum", sparse=True)
    nn.init.zeros_(table.weight)
    bias = nn.Parameter(torch.tensor(-2.5))
    optimiser = torch.optim.SparseAdam(list(table.parameters()), lr=RATES[0])
    other = torch.optim.Adam([bias], lr=RATES[0])
    rows, wanted = torch.from_numpy(places), torch.from_numpy(ends)
    for rate in RATES:
        for group in optimiser.param_groups:
            group["lr"] = rate
        order = torch.randperm(len(wanted))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            odds = table(rows[some]).squeeze(1) + bias
            loss = nn.functional.binary_cross_entropy_with_logits(odds, wanted[some])
            optimiser.zero_grad()
            other.zero_grad()
            loss.backward()
            optimiser.step()
            other.step()
        print(f"loss {loss.item():.4f}", flush=True)
    return table.weight.detach().numpy()[:, 0], float(bias.detach())


if __name__ == "__main__":
    main()
