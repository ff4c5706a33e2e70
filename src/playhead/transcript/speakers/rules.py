"""A two-state hidden Markov guess of host and guest from what people say in each role.

Weights are log-odds set by hand from what interviews do; decoding is Viterbi, confidences are the
posteriors of the forward-backward pass (Rabiner 1989).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from playhead.transcript.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

HOST_CUES = (
    (2.2, re.compile(r"\?[\"”’)]*$")),
    (
        1.6,
        re.compile(r"\b(?:what|how|why|where|when|which|who)\b[^.?!]{0,40}\b(?:you|your)\b", re.I),
    ),
    (1.4, re.compile(r"\b(?:do|did|are|were|can|could|would|have|if) you\b", re.I)),
    (0.8, re.compile(r"\byou(?:'|’)?(?:re|ve|r|rself)?\b", re.I)),
    (
        1.6,
        re.compile(
            r"\bI (?:also |actually |really |just )?(?:want|wanted|would like|’d like) to ask\b",
            re.I,
        ),
    ),
    (
        1.2,
        re.compile(
            r"\b(?:tell (?:me|us)|curious|I(?:'|’)m wondering|my question|last one|next question)\b",
            re.I,
        ),
    ),
    (
        1.0,
        re.compile(
            r"\b(?:people|everyone|someone|somebody) (?:also )?(?:say|says|said|saying)\b", re.I
        ),
    ),
    (
        1.0,
        re.compile(
            r"\b(?:welcome|amazing|incredible|fascinating|legend|really interesting|unbelievable)\b",
            re.I,
        ),
    ),
    (0.9, re.compile(r"^(?:Now|All right|Okay|Amazing|Interesting|Great|Wow),?\b")),
    (0.7, re.compile(r"\byou (?:said|mentioned|told|wrote|talked|were saying)\b", re.I)),
)
GUEST_CUES = (
    (
        2.0,
        re.compile(
            r"^(?:Yeah|Yes|Sure|Absolutely|Right|Well|No|Possible)[,.] ?"
            r"(?:I mean|I think|so|um|uh|you know|but|and|the|well)\b",
            re.I,
        ),
    ),
    (1.3, re.compile(r"^(?:Yeah|Sure|Absolutely|Totally|I mean|Oh, yeah|Possible)\b", re.I)),
    (0.9, re.compile(r"\b(?:we|we’ve|we’re|our|ours|us)\b", re.I)),
    (0.5, re.compile(r"\b(?:I think|you know|sort of|kind of|um|uh)\b", re.I)),
    (0.5, re.compile(r"\b(?:for example|in terms of|so that|because|which is)\b", re.I)),
)
BACKCHANNEL = re.compile(r"^(?:Mhm|Mm-hmm|Uh-huh|Yeah|Yes|Right|Okay|Wow|Crazy)[.!]$")
ANSWER_OPENING = GUEST_CUES[0][1]
STAY = 2.6
"""Log-odds that the next sentence is by the same speaker: turns last about fourteen sentences."""
LENGTH = 0.25
"""Log-odds for the guest of each doubling of a sentence's length above eight words."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The unit is the host's with probability `host`; `by_host` is the best path's choice."""

    host: float
    by_host: bool


def guess_roles(text: str, units: tuple[Span, ...], guest_name: str) -> tuple[Guess, ...]:
    """Role of each unit of a two-person interview, by Viterbi, with posteriors."""
    if not units:
        return ()
    said = [text[unit.start : unit.end] for unit in units]
    scores = [_score(words, guest_name) for words in said]
    costs = [0.0, *(_change(before, after) for before, after in pairwise(said))]
    path = _viterbi(scores, costs)
    posteriors = _posteriors(scores, costs)
    return tuple(Guess(p, by_host) for p, by_host in zip(posteriors, path, strict=True))


def _score(words: str, guest_name: str) -> float:
    """Log-odds that the host says `words`."""
    score = sum(weight for weight, cue in HOST_CUES if cue.search(words))
    score -= sum(weight for weight, cue in GUEST_CUES if cue.search(words))
    first = guest_name.split()[0] if guest_name else ""
    if first and re.search(rf", {re.escape(first)}\b|^{re.escape(first)},", words):
        score += 2.0
    count = len(_WORD.findall(words))
    return score - LENGTH * math.log2(max(1.0, count / 8)) - 0.3


def _change(before: str, after: str) -> float:
    """Log-odds against a change of speaker between two units."""
    stay = STAY
    if before.endswith("?"):
        stay -= 2.2
    if ANSWER_OPENING.search(after):
        stay -= 2.0
    if BACKCHANNEL.search(after) or BACKCHANNEL.search(before):
        stay -= 2.0
    if before[-1:].isalnum() or before[-1:] == ",":
        stay -= 2.0
    return stay


def _viterbi(scores: list[float], costs: list[float]) -> list[bool]:
    best = (scores[0] / 2, -scores[0] / 2)
    back: list[tuple[int, int]] = []
    for score, stay in zip(scores[1:], costs[1:], strict=True):
        half = stay / 2
        host = (best[0] + half, best[1] - half)
        guest = (best[0] - half, best[1] + half)
        back.append((int(host[1] > host[0]), int(guest[1] > guest[0])))
        best = (max(host) + score / 2, max(guest) - score / 2)
    state = int(best[1] > best[0])
    path = [state]
    for choice in reversed(back):
        state = choice[state]
        path.append(state)
    return [one == 0 for one in reversed(path)]


def _posteriors(scores: list[float], costs: list[float]) -> list[float]:
    forward: list[float] = []
    ratio = 0.0
    for score, stay in zip(scores, costs, strict=True):
        ratio = score + (_mix(ratio, stay) if forward else 0.0)
        forward.append(ratio)
    backward = [0.0] * len(scores)
    for i in range(len(scores) - 2, -1, -1):
        backward[i] = _mix(backward[i + 1] + scores[i + 1], costs[i + 1])
    return [
        1 / (1 + math.exp(-max(-30, min(30, f + b))))
        for f, b in zip(forward, backward, strict=True)
    ]


def _mix(ratio: float, stay: float) -> float:
    """Log-odds after one step of a symmetric chain that stays with log-odds `stay`."""
    ratio = max(-30.0, min(30.0, ratio))
    a, b = math.exp(ratio + stay) + 1, math.exp(ratio) + math.exp(stay)
    return math.log(a / b)
