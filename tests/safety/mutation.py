"""Damage done to input, as files are damaged: bytes changed, pieces lost, doubled and moved."""

from __future__ import annotations

from random import Random

from tests.safety.seeds import TOKENS

LONGEST = 20_000
"""Bytes of a damaged input at most, so that a run tries many."""


def mutated(data: bytes, draw: Random) -> bytes:
    """`data` after one to six accidents."""
    work = bytearray(data)
    for _ in range(draw.randint(1, 6)):
        at = _place(work, draw)
        to = min(len(work), at + draw.choice((1, 2, 8, 40, 200)))
        match draw.randrange(7):
            case 0:
                work[at:at] = draw.choice(TOKENS)
            case 1:
                work[at:to] = draw.choice(TOKENS)
            case 2:
                del work[at:to]
            case 3:
                work[at:at] = work[at:to] * draw.choice((1, 2, 50))
            case 4:
                work[at : at + 1] = bytes([draw.randrange(256)])
            case 5:
                del work[at:]
            case _:
                other = draw.randrange(len(work) + 1)
                work[other:other] = work[at:to]
    return bytes(work[:LONGEST])


def _place(work: bytearray, draw: Random) -> int:
    """Anywhere or, as often, right after something that means something to a format."""
    if draw.random() < 0.5:
        token = draw.choice(TOKENS)
        if (found := work.find(token, draw.randrange(len(work) + 1))) >= 0:
            return found + len(token)
    return draw.randrange(len(work) + 1)
