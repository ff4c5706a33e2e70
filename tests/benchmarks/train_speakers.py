"""Train the network that tells host from guest, and write its weights.

    python -m tests.benchmarks.train_speakers INTERVIEWS src/playhead/data/speakers.npz

INTERVIEWS is a folder of `*.jsonl.gz`, a labelled interview a line (`turns` with `role` and `text`,
`host`, `guest`, `licence`); records whose licence does not allow it are passed over. Needs torch,
which Playhead itself does not: install it elsewhere. The seed is fixed.

The network: hashed words of each unit, summed embeddings, a few measures; two bidirectional GRU
layers (Cho et al. 2014) over all units of the talk; the log-odds that the host speaks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.sentences import find_sentences
from playhead.transcript.speakers.features import BUCKETS, MEASURES, hashed, measures
from playhead.transcript.speakers.units import split_units

WIDTH, HIDDEN = 48, 96
SEED = 20260601
MEMBERS, EPOCHS, BATCH = 2, 6, 16
"""Networks whose log-odds are averaged; passes over the talks; stretches a step."""


class Talk:
    """An interview as the network sees it: buckets, measures, roles, words a unit."""

    def __init__(self, record: dict[str, Any], limit: int = 20_000) -> None:
        parts, ends, roles, size = [], [], [], 0
        for turn in record["turns"]:
            text = " ".join(turn["text"].split())
            if not text:
                continue
            parts.append(text)
            size += len(text) + 1
            ends.append(size)
            roles.append(float(turn["role"] == "host"))
            if size > limit * 6:
                break
        cleaned = clean(Source("plain", (Segment(" ".join(parts)),)))
        units = split_units(cleaned.text, find_sentences(cleaned))
        host, guest = ((record.get(who) or "").split(" ")[0] for who in ("host", "guest"))
        self.buckets, self.measures, self.roles, self.words = [], [], [], []
        turn = 0
        for number, unit in enumerate(units):
            middle = (unit.start + unit.end) // 2
            while ends[turn] <= middle:
                turn += 1
            words = cleaned.text[unit.start : unit.end]
            self.buckets.append(np.array(hashed(words), dtype=np.int64))
            self.measures.append(measures(cleaned.text, units, number, (host, guest)))
            self.roles.append(roles[turn])
            self.words.append(len(words.split()))


class Network(nn.Module):  # type: ignore[misc]
    """Units of one talk -> log-odds that the host says each."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        nn.init.normal_(self.embed.weight, std=0.1)
        self.first = nn.Linear(WIDTH + MEASURES, HIDDEN)
        self.gru = nn.GRU(HIDDEN, HIDDEN, num_layers=2, bidirectional=True, dropout=0.4)
        self.last = nn.Linear(2 * HIDDEN, 1)
        self.drop = nn.Dropout(0.5)

    def forward(
        self,
        flat: torch.Tensor,
        starts: torch.Tensor,
        scale: torch.Tensor,
        figures: torch.Tensor,
        lengths: list[int],
    ) -> torch.Tensor:
        bag = self.embed(flat, starts) * scale[:, None]
        x = torch.relu(self.first(self.drop(torch.cat([bag, figures], 1))))
        packed = nn.utils.rnn.pack_sequence(list(torch.split(x, lengths)), enforce_sorted=False)
        out, _ = self.gru(packed)
        padded, sizes = nn.utils.rnn.pad_packed_sequence(out, batch_first=True)
        flat_out = torch.cat([padded[i, :n] for i, n in enumerate(sizes.tolist())])
        return self.last(self.drop(flat_out))[:, 0]


def batch_of(pieces: list[tuple[Talk, int, int]], noise: bool) -> tuple[Any, ...]:
    flat, starts, scale, figures, roles, weights, lengths = [], [], [], [], [], [], []
    at = 0
    for talk, low, high in pieces:
        blind = noise and random.random() < 0.5
        lengths.append(high - low)
        for i in range(low, high):
            buckets = talk.buckets[i]
            if noise:
                kept = buckets[np.random.random(len(buckets)) > 0.25]
                buckets = kept if len(kept) else buckets[:1]
            starts.append(at)
            at += len(buckets)
            flat.append(buckets)
            scale.append(1 / len(buckets) ** 0.5)
            row = list(talk.measures[i])
            if blind:
                row[12] = row[13] = 0.0
            figures.append(row)
            roles.append(talk.roles[i])
            weights.append(talk.words[i] + 1.0)
    return (
        torch.from_numpy(np.concatenate(flat)),
        torch.tensor(starts),
        torch.tensor(scale, dtype=torch.float32),
        torch.tensor(figures, dtype=torch.float32),
        lengths,
        torch.tensor(roles),
        torch.tensor(weights),
    )


def pieces_of(talks: list[Talk]) -> list[tuple[Talk, int, int]]:
    """Stretches of talks of different lengths, cut anew for every pass."""
    return [
        (talk, low, min(low + size, len(talk.roles)))
        for talk in talks
        for size in [random.choice([120, 250, 400])]
        for low in range(random.randrange(0, 60), max(1, len(talk.roles) - 20), size)
    ]


def records(folder: Path, licensed: bool = True) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        found[file.name] = [
            r for r in rows if not licensed or r["licence"].startswith(("CC", "MIT"))
        ]
    return found


def wrong(network: Network, talks: list[Talk]) -> float:
    """Mean share of words given to the wrong role."""
    network.eval()
    rates = []
    with torch.no_grad():
        for talk in talks:
            *inputs, roles, weights = batch_of([(talk, 0, len(talk.roles))], False)
            off = ((network(*inputs) > 0).float() != roles).float()
            rates.append(float((off * weights).sum() / weights.sum()))
    return sum(rates) / len(rates)


def main() -> None:
    """Train the members one after the other and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("interviews", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--check", type=Path, help="a folder of other shows, to watch only")
    options = parser.parse_args()
    talks = [Talk(record) for rows in records(options.interviews).values() for record in rows]
    print(f"{len(talks)} talks, {sum(len(talk.roles) for talk in talks)} units", flush=True)
    checks = {}
    if options.check:
        for name, rows in records(options.check, False).items():
            checks[name] = [Talk(record, 6000) for record in rows[:: max(1, len(rows) // 6)][:6]]
    members = []
    for member in range(MEMBERS):
        members.append(train(talks, SEED + member))
        told = {
            name.split(".")[0]: round(wrong(members[-1], some), 3) for name, some in checks.items()
        }
        print(f"member {member} wrong {told}", flush=True)
        write(members, options.weights)


def train(talks: list[Talk], seed: int) -> Network:
    """One network, its chances fixed by `seed`."""
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.05)
    total = EPOCHS * len(pieces_of(talks)) // BATCH + 200
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, 3e-3, total_steps=total, pct_start=0.15
    )
    steps = 0
    for epoch in range(EPOCHS):
        network.train()
        pieces = pieces_of(talks)
        random.shuffle(pieces)
        losses = []
        for i in range(0, len(pieces), BATCH):
            *inputs, roles, weights = batch_of(pieces[i : i + BATCH], True)
            each = nn.functional.binary_cross_entropy_with_logits(
                network(*inputs), roles * 0.96 + 0.02, reduction="none"
            )
            loss = (each * weights).sum() / weights.sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            steps += 1
            if steps < total:
                schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch} loss {np.mean(losses):.3f}", flush=True)
    return network


def write(members: list[Network], file: Path) -> None:
    """Embeddings in 8 bits a row, the rest in half precision; names begin with the member."""
    arrays: dict[str, Any] = {}
    for number, network in enumerate(members):
        state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
        embed = state.pop("embed.weight")
        scale = np.abs(embed).max(1, keepdims=True) / 127 + 1e-12
        arrays[f"{number}_embed"] = np.round(embed / scale).astype(np.int8)
        arrays[f"{number}_embed_scale"] = scale[:, 0].astype(np.float16)
        for name, value in state.items():
            arrays[f"{number}_{name.replace('.', '_')}"] = value.astype(np.float16)
    np.savez_compressed(file, **arrays)


if __name__ == "__main__":
    main()
