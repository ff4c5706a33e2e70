"""The networks that tell host from guest by the words alone, in numpy.

Each unit is the sum of the embeddings of its hashed words and a few measures; two layers of
bidirectional gated recurrent units (Cho et al. 2014) read all units of a window, so that what is
said an hour later counts. Trained by `python -m tests.training.speakers`; the note beside
the weights says on what. All networks, windows and directions are read in step: a step is a call of
numpy or two, whatever their number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.tokens import starts_of

WEIGHTS = Path(__file__).parents[2] / "data" / "speakers.npz"
COUNT = 4
"""Networks trained."""

LAYERS = 2
HEARD = 3
"""Of each unit: log-odds of the host, scores of a change to the guest and to the host before it."""

STRETCH = 256
"""Steps whose products with what is given are made at once."""

Numbers = NDArray[np.float32]


class Shown(NamedTuple):
    """What the networks are shown: the buckets of all units in one row, and a row a unit.

    `sizes` are how many buckets each unit has, `figures` its measures.
    """

    buckets: NDArray[np.intp]
    sizes: NDArray[np.intp]
    figures: NDArray[np.float64]


def heard_by(
    count: int,
    shown: Shown,
    windows: Sequence[range],
    progress: Callable[[float], None] = lambda share: None,
) -> list[list[list[float]]]:
    """The mean of what the first `count` networks hear: of each window, of each unit, HEARD figures.

    `windows` are numbers of the units `shown`; `progress` is told the share done.
    """
    weights = _weights(count)
    first = _first(weights, shown)
    longest = max(map(len, windows))
    # Windows stand side by side; a shorter one ends in rows that nothing reads.
    x = np.zeros((count, longest, len(windows), first.shape[2]), dtype=np.float32)
    back = np.zeros((longest, len(windows)), dtype=np.intp)
    for number, window in enumerate(windows):
        x[:, : len(window), number] = first[:, window.start : window.stop]
        back[: len(window), number] = np.arange(len(window))[::-1]
    for layer in range(LAYERS):

        def told(share: float, done: int = layer) -> None:
            progress((done + share) / LAYERS)

        x = _layer(x, back, weights, layer, told)
    heard = _product(x, weights["last_weight"]) + weights["last_bias"][:, None, None]
    mean = heard.mean(axis=0)
    return [mean[: len(window), number].tolist() for number, window in enumerate(windows)]


def _first(weights: dict[str, Numbers], shown: Shown) -> Numbers:
    """The layer before the recurrent ones: networks by units by its size."""
    places, sizes, figures = shown.buckets, shown.sizes, shown.figures.astype(np.float32)
    begins = starts_of(sizes)
    inner, bias = weights["first_weight"], weights["first_bias"]
    found = np.empty((len(inner), len(sizes), inner.shape[2]), dtype=np.float32)
    for start in range(0, len(sizes), STRETCH):
        end = min(start + STRETCH, len(sizes))
        a = begins[start]
        some = places[a : begins[end] if end < len(sizes) else None]
        scales = weights["embed_scale"][:, some, None]
        for number, (embed, scale) in enumerate(zip(weights["embed"], scales, strict=True)):
            words = np.add.reduceat(embed[some] * scale, begins[start:end] - a, axis=0)
            words /= np.sqrt(sizes[start:end, None], dtype=np.float32)
            rows = np.concatenate([words, figures[start:end]], axis=1)
            found[number, start:end] = np.maximum(rows @ inner[number] + bias[number], 0)
    return found


def _layer(
    x: Numbers,
    back: NDArray[np.intp],
    weights: dict[str, Numbers],
    layer: int,
    progress: Callable[[float], None],
) -> Numbers:
    """Both directions of one recurrent layer: networks by units by windows by its size."""
    count, length, _, _ = x.shape
    side = np.arange(x.shape[2])
    outer, outer_bias, inner, inner_bias = (
        weights[f"{name}_l{layer}"] for name in ("outer", "outer_bias", "inner", "inner_bias")
    )
    size = inner.shape[1]
    state = np.zeros((2 * count, x.shape[2], size), dtype=np.float32)
    out = np.empty((2 * count, length, x.shape[2], size), dtype=np.float32)
    for start in range(0, length, STRETCH):
        progress(start / length)
        end = start + STRETCH
        given = np.concatenate([x[:, start:end], x[:, back[start:end], side]])
        stretch = _product(given, outer) + outer_bias[:, None, None]
        for number in range(stretch.shape[1]):
            now = stretch[:, number]
            kept = state @ inner + inner_bias[:, None]
            gates = 1 / (1 + np.exp(-(now[..., : 2 * size] + kept[..., : 2 * size])))
            reset, update = gates[..., :size], gates[..., size:]
            new = np.tanh(now[..., 2 * size :] + reset * kept[..., 2 * size :])
            state = new + update * (state - new)
            out[:, start + number] = state
    forward, backward = out[:count], out[count:]
    return np.concatenate([forward, backward[:, back, side]], axis=3)


def _product(x: Numbers, weight: Numbers) -> Numbers:
    """`x` times the matrix of its network: networks by units by windows by numbers."""
    count, length, windows, size = x.shape
    flat: Numbers = x.reshape(count, length * windows, size) @ weight
    return flat.reshape(count, length, windows, -1)


@lru_cache(maxsize=2)
def _weights(count: int) -> dict[str, Numbers]:
    """Weights of the first `count` networks, stacked; of recurrent layers both directions."""
    names = {"outer": "weight_ih", "inner": "weight_hh"}
    with np.load(WEIGHTS) as file:

        def stacked(name: str, transposed: bool = False) -> Numbers:
            found = [file[f"{number}_{name}"].astype(np.float32) for number in range(count)]
            return np.array([np.ascontiguousarray(one.T) if transposed else one for one in found])

        weights: dict[str, Any] = {
            # Numbers of a byte, multiplied where they are used: few of them ever are.
            "embed": [file[f"{number}_embed"] for number in range(count)],
            "embed_scale": stacked("embed_scale"),
            "first_weight": stacked("first_weight", transposed=True),
            "first_bias": stacked("first_bias")[:, None],
            "last_weight": stacked("last_weight", transposed=True),
            "last_bias": stacked("last_bias"),
        }
        for layer in range(LAYERS):
            for name, theirs in names.items():
                both = [f"gru_{theirs}_l{layer}", f"gru_{theirs}_l{layer}_reverse"]
                weights[f"{name}_l{layer}"] = np.concatenate(
                    [stacked(one, transposed=True) for one in both]
                )
                weights[f"{name}_bias_l{layer}"] = np.concatenate(
                    [stacked(one.replace("weight", "bias")) for one in both]
                )
    return weights
