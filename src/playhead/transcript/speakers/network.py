"""The network that tells host from guest by the words alone, in numpy.

Each unit is the sum of the embeddings of its hashed words and a few measures; two layers of
bidirectional gated recurrent units (Cho et al. 2014) read all units of the talk, so that what is
said an hour later counts. Trained by `python -m tests.training.speakers`; the note beside
the weights says on what.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playhead.transcript.model import Span
from playhead.transcript.speakers.chain import Heard
from playhead.transcript.speakers.features import hashed, measures

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parents[2] / "data" / "speakers.npz"
LAYERS = 2
HEARD = 3
"""Of each unit: log-odds of the host, scores of a change to the guest and to the host before it."""
LONG = 15_000
"""Units, about 200,000 words, above which one network is asked alone: time counts for more."""

WINDOW, CONTEXT = 2048, 256
"""Units decided at once, and those heard before and after them: memory stays flat in any talk."""


def hear(
    text: str,
    units: tuple[Span, ...],
    names: tuple[str, str],
    progress: Callable[[float], None] = lambda share: None,
) -> Heard:
    """What is heard of each unit: the mean of the networks trained.

    `names` are the first names of host and guest, empty where unknown; `progress` is told the
    share of the work that is done.
    """
    found: list[list[float]] = []
    for start in range(0, len(units), WINDOW):
        progress(start / len(units))
        low, end = max(0, start - CONTEXT), min(start + WINDOW, len(units))
        heard = _window(text, units, names, range(low, min(end + CONTEXT, len(units))))
        found += heard[start - low : end - low]
    progress(1.0)
    odds, to_guest, to_host = map(list, zip(*found, strict=True)) if found else ([], [], [])
    return Heard(odds, to_guest, to_host)


def _window(
    text: str, units: tuple[Span, ...], names: tuple[str, str], numbers: range
) -> list[list[float]]:
    """HEARD figures of each unit of these numbers."""
    import numpy as np

    buckets = [hashed(text[units[number].start : units[number].end]) for number in numbers]
    figures = np.array(
        [measures(text, units, number, names) for number in numbers], dtype=np.float32
    )
    members = _members()[:1] if len(units) > LONG else _members()
    heard = np.mean([_forward(buckets, figures, weights) for weights in members], axis=0)
    found: list[list[float]] = heard.tolist()
    return found


@lru_cache(maxsize=1)
def _members() -> tuple[dict[str, NDArray[Any]], ...]:
    """The weights of each network, by the names that torch gives them."""
    import numpy as np

    members: dict[str, dict[str, NDArray[Any]]] = {}
    with np.load(WEIGHTS) as file:
        for key in file.files:
            number, _, name = key.partition("_")
            value = file[key]
            whole = value if name == "embed" else value.astype(np.float32)
            members.setdefault(number, {})[name] = whole
    return tuple(members.values())


def _forward(
    buckets: list[list[int]], figures: NDArray[Any], weights: dict[str, NDArray[Any]]
) -> NDArray[Any]:
    """What one network hears: units by HEARD."""
    import numpy as np

    embed, scale = weights["embed"], weights["embed_scale"]
    width = embed.shape[1]
    rows = np.empty((len(buckets), width + figures.shape[1]), dtype=np.float32)
    for number, bag in enumerate(buckets):
        rows[number, :width] = (embed[bag] * scale[bag, None]).sum(axis=0) / len(bag) ** 0.5
    rows[:, width:] = figures
    x = np.maximum(rows @ weights["first_weight"].T + weights["first_bias"], 0)
    for layer in range(LAYERS):
        forward = _read(x, weights, f"l{layer}")
        backward = _read(x[::-1], weights, f"l{layer}_reverse")[::-1]
        x = np.concatenate([forward, backward], axis=1)
    heard: NDArray[Any] = x @ weights["last_weight"].T + weights["last_bias"]
    return heard


def _read(x: NDArray[Any], weights: dict[str, NDArray[Any]], layer: str) -> NDArray[Any]:
    """One direction of one recurrent layer over all units: units by hidden size."""
    import numpy as np

    inside = np.ascontiguousarray(weights[f"gru_weight_hh_{layer}"].T)
    inside_bias = weights[f"gru_bias_hh_{layer}"]
    given = x @ weights[f"gru_weight_ih_{layer}"].T + weights[f"gru_bias_ih_{layer}"]
    size = inside.shape[0]
    state = np.zeros(size, dtype=np.float32)
    out = np.empty((len(x), size), dtype=np.float32)
    for number in range(len(x)):
        kept = state @ inside + inside_bias
        gates = 1 / (1 + np.exp(-(given[number, : 2 * size] + kept[: 2 * size])))
        reset, update = gates[:size], gates[size:]
        new = np.tanh(given[number, 2 * size :] + reset * kept[2 * size :])
        state = (1 - update) * new + update * state
        out[number] = state
    return out
