"""The cold open: clips at the start that recur later in the talk."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import chain, pairwise
from typing import Any

import numpy as np

from playhead.transcript.model import Sentence
from playhead.transcript.pieces import Pieces, with_whole_sounds
from playhead.transcript.said import SOUND, WORD
from playhead.transcript.tokens import Numbers, Tokens

TEASER_WORDS = 700
"""A cold open longer than this, about four minutes, is not one."""

CLIP_WORDS = 4
"""Runs of this many words recurring later show that a sentence is a clip of the later talk."""

Run = tuple[int, ...]
"""The numbers of words that stand together."""


def teaser_end(tokens: Tokens, sentences: tuple[Sentence, ...]) -> int:
    """Number of sentences at the start that are clips of the later talk."""
    ids, forms = with_whole_sounds(tokens, np.zeros(1, dtype=np.intp))
    words, of_tokens = Pieces(forms, _words).of(ids)
    starts = [one.start for one in sentences]
    bounds = np.searchsorted(of_tokens, tokens.numbers(starts)).tolist()
    opening: list[list[int]] = []
    for start, end in pairwise([*bounds, len(words)]):
        opening.append(words[start:end].tolist())
        if end > TEASER_WORDS:
            break
    last = _last_places(words, {run for one in opening for run in _runs(one)})
    end = at = 0
    for number, one in enumerate(opening):
        at += len(one)
        if at > TEASER_WORDS:
            break
        if _recurs(one, last, at):
            end = number + 1
        elif number > end:
            break
    return end if sum(len(one) for one in opening[:end]) >= 3 * CLIP_WORDS else 0


def _words(form: str) -> list[str]:
    return WORD.findall(SOUND.sub(" ", form).lower().replace("’", "'"))


def _runs(words: list[int]) -> list[Run]:
    """The runs of words of a sentence, each of CLIP_WORDS or, in a short one, of them all."""
    size = min(CLIP_WORDS, len(words))
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)] if size > 1 else []


def _last_places(words: Numbers, wanted: set[Run]) -> dict[Run, int]:
    """The number of the word at which each of the `wanted` runs begins for the last time."""
    known = list(dict.fromkeys(chain.from_iterable(wanted)))
    # The words of runs by numbers small enough for several to be one; the others are nothing.
    short = np.zeros(words.max(initial=0) + 1, dtype=np.intp)
    short[known] = np.arange(1, len(known) + 1)
    base, said = len(known) + 1, short[words]
    last: dict[Run, int] = {}
    for size in range(2, CLIP_WORDS + 1):
        if sized := [run for run in wanted if len(run) == size]:
            runs = {int(_coded(short[list(run)], base)): run for run in sized}
            codes = _coded(
                [said[first : len(said) - size + 1 + first] for first in range(size)], base
            )
            for place in np.flatnonzero(np.isin(codes, list(runs))).tolist():
                last[runs[int(codes[place])]] = place
    return last


def _coded(words: Iterable[Any], base: int) -> Any:
    """One number for the numbers of words, each below `base`."""
    return reduce(lambda code, word: code * base + word, words)


def _recurs(words: list[int], last: dict[Run, int], after: int) -> bool:
    """Half of the word runs of a sentence stand together again from word `after` on."""
    runs = _runs(words)
    return bool(runs) and sum(last[run] >= after for run in runs) >= 0.5 * len(runs)
