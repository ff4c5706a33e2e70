"""Transcripts of any length for benchmarks: the shipped interview's sentences in random order."""

from __future__ import annotations

import random
from pathlib import Path

from playhead.library import open_transcript, shipped_interview

CUE_WORDS = 7
"""Words a cue has in captions of broadcasters, about three seconds of speech."""


def labelled(words: int, seed: int = 1) -> str:
    """A labelled transcript of about `words` words, turns of 1 to 8 sentences, two speakers."""
    return "\n\n".join(f"{name}: {said}" for name, said in _turns(words, seed)) + "\n"


def unlabelled(words: int, seed: int = 1) -> str:
    """The same words as one line without speakers."""
    return " ".join(said for _, said in _turns(words, seed)) + "\n"


def captions(words: int, seed: int = 1) -> str:
    """The same words as WebVTT, a voice on every cue of seven words."""
    return _cues(words, seed, "<v {}>")


def bare_captions(words: int, seed: int = 1) -> str:
    """The same words as WebVTT without voices."""
    return _cues(words, seed, "")


def _cues(words: int, seed: int, voice: str) -> str:
    blocks = ["WEBVTT\n"]
    for name, said in _turns(words, seed):
        spoken = said.split()
        for first in range(0, len(spoken), CUE_WORDS):
            start, end = (f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.000" for n in _cue(blocks))
            said = " ".join(spoken[first : first + CUE_WORDS])
            blocks.append(f"{start} --> {end}\n{voice.format(name)}{said}\n")
    return "\n".join(blocks)


def _cue(blocks: list[str]) -> tuple[int, int]:
    return 3 * len(blocks), 3 * len(blocks) + 3


def _turns(words: int, seed: int) -> list[tuple[str, str]]:
    draw = random.Random(seed)
    transcript = open_transcript(shipped_interview(), use_corrections=False)
    sentences = [" ".join(transcript.words(one).split()) for one in transcript.sentences]
    # A number in some sentences keeps the vocabulary growing as that of real talk does.
    turns: list[tuple[str, str]] = []
    count = 0
    while count < words:
        said = " ".join(draw.choice(sentences) for _ in range(draw.randint(1, 8)))
        if draw.random() < 0.3:
            said += f" That was number {draw.randrange(words)}."
        turns.append((("Ann Asker", "Bob Baker")[len(turns) % 2], said))
        count += len(said.split())
    return turns


KINDS = {
    "labelled": labelled,
    "captions": captions,
    "unlabelled": unlabelled,
    "captions without voices": bare_captions,
}


def written(folder: Path, words: int, kind: str) -> Path:
    """A file of `words` words in `folder`; `kind` is a key of KINDS."""
    file = folder / f"{kind}-{words}.txt"
    file.write_text(KINDS[kind](words), encoding="utf-8")
    return file
