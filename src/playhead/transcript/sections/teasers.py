"""The cold open: clips at the start that recur later in the talk."""

from __future__ import annotations

import re

from playhead.transcript.model import Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SOUND = re.compile(r"\[[^\]\n]{1,40}\]")
TEASER_WORDS = 700
"""A cold open longer than this, about four minutes, is not one."""

CLIP_WORDS = 4
"""Runs of this many words recurring later show that a sentence is a clip of the later talk."""


def teaser_end(text: str, sentences: tuple[Sentence, ...]) -> int:
    """Number of sentences at the start that are clips of the later talk."""
    said = [_words(text, one) for one in sentences]
    words = [word for one in said for word in one]
    last: dict[tuple[str, ...], int] = {}
    for size in range(2, CLIP_WORDS + 1):
        last.update((tuple(words[i : i + size]), i) for i in range(len(words) - size + 1))
    end = at = 0
    for number, one in enumerate(said):
        at += len(one)
        if at > TEASER_WORDS:
            break
        if _recurs(one, last, at):
            end = number + 1
        elif number > end:
            break
    return end if sum(len(one) for one in said[:end]) >= 3 * CLIP_WORDS else 0


def _words(text: str, sentence: Sentence) -> list[str]:
    said = _SOUND.sub(" ", text[sentence.start : sentence.end])
    return [word.lower().replace("’", "'") for word in _WORD.findall(said)]


def _recurs(words: list[str], last: dict[tuple[str, ...], int], after: int) -> bool:
    """Half of the word runs of a sentence stand together again from word `after` on."""
    size = min(CLIP_WORDS, len(words))
    if size < 2:
        return False
    runs = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(last[run] >= after for run in runs) >= 0.5 * len(runs)
