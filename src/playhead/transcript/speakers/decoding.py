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
    for number, share in enumerate(shares):
        host = by_host.get(number, share >= 0.5)
        sure = share if host else 1 - share
        if number not in by_host and (speaker := _interrupted(number, said, by_host)) is not None:
            host, sure = not speaker, ACKNOWLEDGED
        decided.append(("host" if host else "guest", round(max(0.5, sure), 3)))
    return decided


def _interrupted(number: int, said: list[str], by_host: dict[int, bool]) -> bool | None:
    """Whether the host speaks on both sides of an acknowledgement; None where it is at an edge."""
    before = next((by_host[i] for i in range(number - 1, -1, -1) if i in by_host), None)
    after = next((by_host[i] for i in range(number + 1, len(said)) if i in by_host), None)
    asked = number > 0 and said[number - 1].endswith("?")
    return before if before == after and not asked else None
