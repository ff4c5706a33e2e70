"""Units -> what the network is shown of each: hashed words and a few measures. No numpy here."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from playhead.transcript.model import Span
from playhead.transcript.topics.background import said_in

BUCKETS = 1 << 14
"""Hash buckets of words and pairs of words (the hashing trick, Weinberger et al. 2009)."""

COMMON = 0.12
"""Share of the background interviews in which a word must be said to be shown as it is."""

MEASURES = 20
HEAD, TAIL = 24, 12
"""Words shown from the start and from the end of a unit; long ones tell enough by these."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[?!.,…\"“”]|\[[^\]\n]{1,40}\]")
_FILLER = re.compile(r"\b(?:um|uh|er|you know|I mean|sort of|kind of|like)\b", re.I)
_YOU = re.compile(r"\byou(?:r|rs|'re|’re|'ve|’ve)?\b", re.I)
_I = re.compile(r"\bI(?:'m|’m|'ve|’ve|'d|’d)?\b")
_WE = re.compile(r"\b(?:we|our|us)(?:'re|’re|'ve|’ve)?\b", re.I)
_DOUBLED = re.compile(r"\b(\w+)(?:,? \1\b)", re.I)
_ASKING = re.compile(
    r"^(?:so |and |but |then )*(?:what|how|why|who|when|where|which|do|did|are|is|can|could|would)\b",
    re.I,
)
_REPLY = re.compile(
    r"^(?:yeah|yes|no|right|sure|absolutely|exactly|well|oh|mhm|okay|i think|i mean)\b", re.I
)


def bucket(token: str) -> int:
    """The hash bucket of a token."""
    return crc32(token.encode()) % BUCKETS


@lru_cache(maxsize=65536)
def _plain(token: str) -> str:
    """A common word as it is; a rare one only by its kind, so that no show's subject is learnt."""
    word = token.lower().replace("’", "'")
    if not word[0].isalpha():
        return "<number>" if word[0].isdigit() else word
    if word in said_in(COMMON):
        return word
    return "<name>" if token[0].isupper() else "<rare>"


@lru_cache(maxsize=65536)
def _hash(token: str) -> tuple[int, bytes]:
    """The checksum of a token, and what goes on with it to that of a pair it ends."""
    return crc32(token.encode()), f" {token}".encode()


def hashed(words: str) -> list[int]:
    """Buckets of the words of a unit, of pairs of neighbours, and of its first and last words."""
    tokens = [_plain(token) for token in _TOKEN.findall(words)]
    if len(tokens) > HEAD + TAIL:
        tokens = [*tokens[:HEAD], *tokens[-TAIL:]]
    if not tokens:
        return [bucket("")]
    hashes = list(map(_hash, tokens))
    found = [first % BUCKETS for first, _ in hashes]
    # The checksum of a pair is that of its first word carried on over the second.
    found += [crc32(after, first) % BUCKETS for (first, _), (_, after) in pairwise(hashes)]
    found += [bucket(f"^{token}") for token in tokens[:2]]
    found += [bucket(f"^^{' '.join(tokens[:2])}"), bucket(f"$$ {' '.join(tokens[-2:])}")]
    return found


def measures(
    text: str, units: tuple[Span, ...], number: int, names: tuple[str, str]
) -> list[float]:
    """MEASURES figures about unit `number`; `names` are the first names of host and guest."""
    words = text[units[number].start : units[number].end]
    count = len(words.split())
    before = text[units[number - 1].start : units[number - 1].end] if number else ""
    shared = set(words.lower().split()).intersection(before.lower().split())
    host, guest = names
    return [
        float(words.endswith("?")),
        float("?" in words),
        math.log1p(count) / 3,
        float(count <= 2),
        float(count > 30),
        min(3, len(_YOU.findall(words))) / 2,
        min(3, len(_I.findall(words))) / 2,
        min(3, len(_WE.findall(words))) / 2,
        min(4, len(_FILLER.findall(words))) / 3,
        float(bool(_DOUBLED.search(words))),
        float(bool(_ASKING.match(words))),
        float(bool(_REPLY.match(words))),
        float(bool(host) and host in words),
        float(bool(guest) and guest in words),
        float(before.rstrip('"”’)').endswith("?")),
        max(0.0, 1 - number / 12),
        max(0.0, 1 - (len(units) - 1 - number) / 12),
        len(shared) / (1 + count),
        float(words.endswith(('?"', "?”"))),
        float(any(mark in words for mark in '"“”')),
    ]
