"""The same voice has the same words all through: odds re-estimated from the talk itself.

A naive Bayes model of host and guest, words and pairs of words, is fitted to the talk as the
network heard it, each unit counting by its probability and not for itself; its log-odds are added
and the talk heard again, a few times over (expectation maximisation, Dempster et al. 1977).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.model import Span
from playhead.transcript.pieces import Pieces
from playhead.transcript.speakers.chain import Heard, host_probabilities
from playhead.transcript.tokens import Numbers, Tokens, distinct, ranges

ROUNDS = 3
STRENGTH = 1.5
"""Weight of the mean evidence of a unit's words; with ROUNDS chosen on shows kept back."""

HOST_PRIOR = 0.3
"""Added log-odds for the host, whose share the network underrates on shows it has not heard."""

TALK = 8000
"""Units listened to together, about ten hours; a longer text is heard in parts, and once only."""

LEAST = 1.5
"""Times a word must be said elsewhere in the talk to tell anything."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?!.,]")


@dataclass(frozen=True, slots=True)
class _Bags:
    """The words and pairs of all units in one row, as numbers; the unit of each; a figure a unit."""

    tokens: Numbers
    units: Numbers
    roots: NDArray[np.float64]


def adapt(
    tokens: Tokens,
    units: Sequence[Span],
    heard: Heard,
    progress: Callable[[float], None] = lambda share: None,
) -> Heard:
    """What is heard of the units after listening to the talk's own voices."""
    odds: list[float] = []
    rounds = ROUNDS if len(units) <= TALK else 1
    words = Pieces(tokens.forms, lambda form: _TOKEN.findall(form.lower()))
    firsts, sizes = tokens.inside(units)
    for start in range(0, len(units), TALK):
        progress(start / len(units))
        part = range(start, min(start + TALK, len(units)))
        numbers, owners = ranges(firsts[part.start : part.stop], sizes[part.start : part.stop])
        said, of_token = words.of(tokens.ids[numbers])
        bags = _bags(said, owners[of_token], len(part))
        odds += _adapt(bags, heard.part(part), rounds)
    return heard.with_odds(odds)


def _adapt(bags: _Bags, heard: Heard, rounds: int) -> list[float]:
    base = [one + HOST_PRIOR for one in heard.odds]
    odds = base
    for _ in range(rounds):
        odds = _again(bags, base, host_probabilities(heard.with_odds(odds)))
    return odds


def _bags(words: Numbers, units: Numbers, count: int) -> _Bags:
    """The words and pairs of words of so many units, each once a unit; `units` are those of `words`."""
    joined = units[1:] == units[:-1]
    known = words.max(initial=0) + 1
    pairs = (words[:-1] + 1)[joined] * known + words[1:][joined]
    kinds, tokens = np.unique(np.concatenate((words, pairs)), return_inverse=True)
    owners = np.concatenate((units, units[1:][joined]))
    owners, tokens = np.divmod(distinct(owners * len(kinds) + tokens), max(1, len(kinds)))
    sizes = np.bincount(owners, minlength=count)
    return _Bags(tokens, owners, np.sqrt(np.maximum(1, sizes)))


def _again(bags: _Bags, base: list[float], by_host: list[float]) -> list[float]:
    """The log-odds after what the words of all others say of each unit."""
    p = np.array(by_host)[bags.units]
    host, guest = np.bincount(bags.tokens, p), np.bincount(bags.tokens, 1 - p)
    all_host, all_guest = host.sum() + 1, guest.sum() + 1
    share = all_host / (all_host + all_guest)
    h, g = host[bags.tokens] - p, guest[bags.tokens] - (1 - p)
    told = np.log((h + 0.5 * share) / all_host) - np.log((g + 0.5 * (1 - share)) / all_guest)
    told[h + g < LEAST] = 0.0
    evidence = np.bincount(bags.units, told, minlength=len(base))
    heard: list[float] = (np.array(base) + STRENGTH * evidence / bags.roots).tolist()
    return heard
