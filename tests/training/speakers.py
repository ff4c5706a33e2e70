"""Train the network that tells host from guest, and write its weights.

    python -m tests.training.speakers INTERVIEWS src/playhead/data/speakers.npz

INTERVIEWS is a folder of `*.jsonl.gz`, a labelled interview a line (`turns` with `role` and `text`,
`host`, `guest`, `licence`); records whose licence does not allow it are passed over. Needs torch,
which Playhead itself does not: install it elsewhere. The seed is fixed.

The network: hashed words of each unit, summed embeddings, a few measures; two bidirectional GRU
layers (Cho et al. 2014) over all units of the talk; of each unit the log-odds that the host speaks and
scores of a change before it, learnt together as a linear chain and the odds also alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.sections import find_sections
from playhead.transcript.sentences import find_sentences
from playhead.transcript.speakers.guessed import SPOKEN
from playhead.transcript.speakers.hashing import BUCKETS, Hashes
from playhead.transcript.speakers.measures import MEASURES, Measures
from playhead.transcript.speakers.recurrent import HEARD
from playhead.transcript.speakers.units import split_units
from playhead.transcript.tokens import Tokens

WIDTH, HIDDEN = 48, 96
SEED = 20260601
SIZES = (100, 170, 260)
"""Units of the stretches that are learnt from."""

MEMBERS, EPOCHS, BATCH = 4, 7, 20
"""Networks whose log-odds are averaged; passes over the talks; stretches a step."""


WORN = 0.4
"""Share of talks that are heard a second time as a recogniser would write them down."""


class Wear:
    """Takes the marks and capitals off stretches of talk, as speech recognition fails to set them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.whole = chance.random() < 0.3
        self.bare = self.whole

    def __call__(self, text: str) -> str:
        return " ".join(self._sentence(one) for one in re.split(r"(?<=[.?!])\s+", text))

    def _sentence(self, sentence: str) -> str:
        if not self.whole and self.chance.random() < (0.12 if self.bare else 0.06):
            self.bare = not self.bare
        if not self.bare:
            return sentence
        return " ".join(re.sub(r"[.,?!;:\"“”—…]", " ", sentence).lower().split())


class Talk:
    """An interview as the network sees it: buckets, measures, roles, words a unit."""

    def __init__(
        self, record: dict[str, Any], limit: int = 20_000, wear: Wear | None = None
    ) -> None:
        parts, ends, roles, size = [], [], [], 0
        for turn in record["turns"]:
            text = " ".join(turn["text"].split())
            text = wear(text) if wear else text
            if not text:
                continue
            parts.append(text)
            size += len(text) + 1
            ends.append(size)
            roles.append(float(turn["role"] == "host"))
            if size > limit * 6:
                break
        cleaned = clean(Source("plain", (Segment(" ".join(parts)),)))
        sentences = find_sentences(cleaned)
        tokens = Tokens(cleaned.text)
        talk = [one for one in find_sections(cleaned, tokens, sentences) if one.kind in SPOKEN]
        units = tuple(
            unit
            for unit in split_units(cleaned.text, sentences)
            if any(one.start <= unit.start < one.end for one in talk)
        )
        host, guest = ((record.get(who) or "").split(" ")[0] for who in ("host", "guest"))
        firsts, sizes = tokens.inside(units)
        buckets, counts = Hashes(tokens, firsts).of(firsts, sizes)
        self.buckets = np.split(buckets, np.cumsum(counts)[:-1])
        self.measures = Measures(tokens, firsts, sizes, (host, guest)).of(0, len(units)).tolist()
        self.roles, self.words = [], sizes.tolist()
        turn = 0
        for unit in units:
            middle = (unit.start + unit.end) // 2
            while ends[turn] <= middle:
                turn += 1
            self.roles.append(roles[turn])


class Network(nn.Module):  # type: ignore[misc]
    """Units of one talk -> log-odds that the host says each."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        nn.init.normal_(self.embed.weight, std=0.1)
        self.first = nn.Linear(WIDTH + MEASURES, HIDDEN)
        self.gru = nn.GRU(HIDDEN, HIDDEN, num_layers=2, bidirectional=True, dropout=0.4)
        self.last = nn.Linear(2 * HIDDEN, HEARD)
        self.drop = nn.Dropout(0.5)

    def forward(
        self,
        flat: torch.Tensor,
        starts: torch.Tensor,
        scale: torch.Tensor,
        figures: torch.Tensor,
        talks: int,
    ) -> torch.Tensor:
        """HEARD figures of all units of `talks` equally long stretches, one after the other."""
        bag = self.embed(flat, starts) * scale[:, None]
        x = torch.relu(self.first(self.drop(torch.cat([bag, figures], 1))))
        out, _ = self.gru(x.view(talks, -1, HIDDEN).transpose(0, 1).contiguous())
        return self.last(self.drop(out.transpose(0, 1).reshape(len(starts), -1)))


def batch_of(pieces: list[tuple[Talk, int, int]], noise: bool) -> tuple[Any, ...]:
    flat, starts, scale, figures, roles, weights = [], [], [], [], [], []
    at = 0
    for talk, low, high in pieces:
        blind = noise and random.random() < 0.5
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
        len(pieces),
        torch.tensor(roles),
        torch.tensor(weights),
    )


def batches_of(talks: list[Talk]) -> list[list[tuple[Talk, int, int]]]:
    """Stretches of talks, those of a batch equally long, cut anew for every pass."""
    cut: dict[int, list[tuple[Talk, int, int]]] = {size: [] for size in SIZES}
    for talk in talks:
        count = len(talk.roles)
        size = random.choice([one for one in SIZES if one <= count] or [0])
        if size:
            starts = range(random.randrange(0, 60), count - 20, size)
            lows = [min(low, count - size) for low in starts]
            cut[size] += [(talk, low, low + size) for low in lows]
    batches = []
    for pieces in cut.values():
        random.shuffle(pieces)
        batches += [pieces[i : i + BATCH] for i in range(0, len(pieces), BATCH)]
    random.shuffle(batches)
    return batches


def records(folder: Path, licensed: bool = True) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        found[file.name] = [
            r for r in rows if not licensed or r["licence"].startswith(("CC", "MIT"))
        ]
    return found


def surprise(heard: torch.Tensor, roles: torch.Tensor) -> torch.Tensor:
    """Negative log-likelihood a unit of the roles in a linear chain (Lafferty et al. 2001).

    `heard` is talks by units by HEARD: log-odds of the host, scores of a change to the guest and
    of one to the host; `roles` is talks by units.
    """
    odds, to_guest, to_host = heard.unbind(2)
    signs = roles * 2 - 1
    before, after = roles[:, :-1], roles[:, 1:]
    path = (signs * odds).sum(1) / 2
    path = path + (to_guest[:, 1:] * before * (1 - after)).sum(1)
    path = path + (to_host[:, 1:] * (1 - before) * after).sum(1)
    host, guest = odds[:, 0] / 2, -odds[:, 0] / 2
    for i in range(1, odds.shape[1]):
        half = odds[:, i] / 2
        host, guest = (
            torch.logaddexp(host, guest + to_host[:, i]) + half,
            torch.logaddexp(guest, host + to_guest[:, i]) - half,
        )
    return (torch.logaddexp(host, guest) - path).mean() / odds.shape[1]


def wrong(network: Network, talks: list[Talk]) -> float:
    """Mean share of words given to the wrong role."""
    network.eval()
    rates = []
    with torch.no_grad():
        for talk in talks:
            *inputs, roles, weights = batch_of([(talk, 0, len(talk.roles))], False)
            off = ((network(*inputs)[:, 0] > 0).float() != roles).float()
            rates.append(float((off * weights).sum() / weights.sum()))
    return sum(rates) / len(rates)


def main() -> None:
    """Train the members one after the other and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("interviews", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--check", type=Path, help="a folder of other shows, to watch only")
    options = parser.parse_args()
    talks = heard([record for rows in records(options.interviews).values() for record in rows])
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


def heard(rows: list[dict[str, Any]]) -> list[Talk]:
    """Every talk as it was written, some a second time as a recogniser would have it."""
    chance = random.Random(SEED)
    worn = [Talk(row, wear=Wear(chance)) for row in rows if chance.random() < WORN]
    return [Talk(row) for row in rows] + worn


def train(talks: list[Talk], seed: int) -> Network:
    """One network, its chances fixed by `seed`."""
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.05)
    total = EPOCHS * len(batches_of(talks)) + 20
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, 3e-3, total_steps=total, pct_start=0.15
    )
    steps = 0
    for epoch in range(EPOCHS):
        network.train()
        losses = []
        for pieces in batches_of(talks):
            *inputs, roles, weights = batch_of(pieces, True)
            heard = network(*inputs)
            each = nn.functional.binary_cross_entropy_with_logits(
                heard[:, 0], roles * 0.96 + 0.02, reduction="none"
            )
            alone = (each * weights).sum() / weights.sum()
            chain = surprise(heard.view(len(pieces), -1, HEARD), roles.view(len(pieces), -1))
            loss = (alone + chain) / 2
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
