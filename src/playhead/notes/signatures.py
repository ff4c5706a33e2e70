"""What a talk says in a few numbers, so that it is known again when both name and words changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from playhead.transcript.anchoring.pattern import words_of

Signature = frozenset[int]

FILE = ".signatures.json"
RUN = 3
"""Words of a run; a word that is corrected changes as many runs."""
KEPT = 64
"""Runs that are kept, those with the smallest numbers: a fair draw, and the same of like talks."""
MOST = 200_000
"""Characters of a talk that are looked at."""
MUCH = 0.4
"""Share of runs in common from which two talks are the same with other words here and there.

Two episodes of one show have a twentieth in common; a talk of which one word in eight was
transcribed otherwise has half in common with itself.
"""
FEW = 16
"""Runs below which a talk is too short to be told from another."""


def signature_of(text: str) -> Signature:
    """The signature of a talk."""
    words = words_of(text[:MOST]).words
    runs = (words[n : n + RUN] for n in range(len(words) - RUN + 1))
    return frozenset(sorted({crc32(" ".join(run).encode()) for run in runs})[:KEPT])


def is_same_talk(one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether two signatures are those of one talk, edited."""
    first, second = set(one), set(other)
    drawn = set(sorted(first | second)[:KEPT])
    common = len(drawn & first & second)
    return common >= FEW and common >= MUCH * len(drawn)


def read_signatures(folder: Path) -> dict[str, Signature]:
    """The signatures that are kept in a folder of notes, by the name of the file of notes."""
    try:
        known = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return {name: frozenset(map(int, numbers)) for name, numbers in known.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def keep_signature(folder: Path, name: str, signature: Signature) -> None:
    """Keep the signature of the talk of a file of notes. Raises NotesError."""
    from playhead.notes.save import locked, save

    with locked(folder / FILE):
        known = {one: sorted(kept) for one, kept in read_signatures(folder).items()}
        known[name] = sorted(signature)
        save(folder / FILE, json.dumps(known, sort_keys=True).encode())
