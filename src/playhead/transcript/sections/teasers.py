"""The cold open: clips at the start that recur later in the talk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from itertools import chain
from typing import Any

from playhead.transcript.model import Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SOUND = re.compile(r"\[[^\]\n]{1,40}\]")
TEASER_WORDS = 700
"""A cold open longer than this, about four minutes, is not one."""

CLIP_WORDS = 4
"""Runs of this many words recurring later show that a sentence is a clip of the later talk."""


def teaser_end(text: str, sentences: tuple[Sentence, ...]) -> int:
    """Number of sentences at the start that are clips of the later talk."""
    opening = _opening(text, sentences)
    later = _words(text[sentences[len(opening) - 1].end :]) if opening else []
    words = [*chain.from_iterable(opening), *later]
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


def _opening(text: str, sentences: tuple[Sentence, ...]) -> list[list[str]]:
    """The words of each of the first sentences, up to the length of a cold open."""
    said: list[list[str]] = []
    heard = 0
    for one in sentences:
        said.append(_words(text[one.start : one.end]))
        heard += len(said[-1])
        if heard > TEASER_WORDS:
            break
    return said


def _words(text: str) -> list[str]:
    return _WORD.findall(_SOUND.sub(" ", text).lower().replace("’", "'"))


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    """The runs of words of a sentence, each of CLIP_WORDS or, in a short one, of them all."""
    size = min(CLIP_WORDS, len(words))
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)] if size > 1 else []


def _last_places(words: list[str], wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """The number of the word at which each of the `wanted` runs begins for the last time."""
    import numpy as np

    known: dict[str, int] = {}
    for run in wanted:
        for word in run:
            known.setdefault(word, len(known) + 1)
    numbers = np.fromiter((known.get(word, 0) for word in words), np.intp, len(words))
    last: dict[tuple[str, ...], int] = {}
    for size in range(2, CLIP_WORDS + 1):
        sized = [run for run in wanted if len(run) == size]
        if sized:
            runs = {_coded(map(known.__getitem__, run), known): run for run in sized}
            parts = (numbers[first : len(words) - size + 1 + first] for first in range(size))
            codes = _coded(parts, known)
            for place in np.flatnonzero(np.isin(codes, list(runs))).tolist():
                last[runs[int(codes[place])]] = place
    return last


def _coded(words: Iterable[Any], known: dict[str, int]) -> Any:
    """One number for the numbers of words, of which 0 stands for all that are not known."""
    return reduce(lambda code, word: code * (len(known) + 1) + word, words)


def _recurs(words: list[str], last: dict[tuple[str, ...], int], after: int) -> bool:
    """Half of the word runs of a sentence stand together again from word `after` on."""
    runs = _runs(words)
    return bool(runs) and sum(last[run] >= after for run in runs) >= 0.5 * len(runs)
