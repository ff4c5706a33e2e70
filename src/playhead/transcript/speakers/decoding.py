"""What is heard of the units -> who says each, and how sure that is."""

from __future__ import annotations

import re

from playhead.transcript.speakers.chain import Heard, best_path, host_probabilities

_ACKNOWLEDGEMENT = re.compile(
    r"^(?:mhm|mm-hmm|mm|uh-huh|yeah|yes|right|okay|wow|crazy|sure|exactly|interesting|cool)[.!,]?$",
    re.IGNORECASE,
)
_REPLY = re.compile(r"(?:yeah|yes|no|sure|right|well|absolutely)\b", re.IGNORECASE)
CHANGES, ASKED, ANSWERED = 0.8, 1.0, 1.5
"""Share of the scores of changes that counts; what is added to that of a change to the guest after
a question mark, and where a reply follows it: the network underrates both, on shows kept back."""

TEMPERATURE = 3.2
"""Divides the scores so that 0.9 means right nine times in ten on shows kept back."""

ACKNOWLEDGED = 0.8
"""Confidence that an acknowledgement in the middle of a turn is the other person's."""


def expect_answers(said: list[str], heard: Heard) -> Heard:
    """What is heard, with an answer to be expected after a question; `said` are the units' words."""
    to_guest = [CHANGES * one for one in heard.to_guest]
    for number in range(1, len(said)):
        if said[number - 1].endswith("?"):
            to_guest[number] += ANSWERED if _REPLY.match(said[number]) else ASKED
    return Heard(heard.odds, to_guest, [CHANGES * one for one in heard.to_host])


def decide(said: list[str], heard: Heard, is_marked: bool = False) -> list[tuple[str, float]]:
    """Speaker id and confidence of each unit: the likeliest path, and the chance of each step.

    `said` are the words of the units. An acknowledgement in the middle of a turn is the listener's,
    unless the file marks where the speaker changes.
    """
    spoken = [i for i, words in enumerate(said) if is_marked or not _ACKNOWLEDGEMENT.match(words)]
    by_host = dict(zip(spoken, best_path(heard.part(spoken)), strict=True))
    shares = host_probabilities(heard, TEMPERATURE)
    decided: list[tuple[str, float]] = []
    interrupted = _interrupted(said, by_host)
    for number, share in enumerate(shares):
        host = by_host.get(number, share >= 0.5)
        sure = share if host else 1 - share
        if (speaker := interrupted.get(number)) is not None:
            host, sure = not speaker, ACKNOWLEDGED
        decided.append(("host" if host else "guest", round(max(0.5, sure), 3)))
    return decided


def _interrupted(said: list[str], by_host: dict[int, bool]) -> dict[int, bool]:
    """Units, all but those of `by_host`, in the midst of a turn -> whether it is the host's."""
    before: bool | None = None
    found: dict[int, bool] = {}
    open_ones: list[int] = []
    for number in range(len(said)):
        if number in by_host:
            if before is not None and before == by_host[number]:
                found.update(dict.fromkeys(open_ones, before))
            before, open_ones = by_host[number], []
        elif not (number and said[number - 1].endswith("?")):
            open_ones.append(number)
    return found
