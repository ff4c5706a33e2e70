"""Transcripts of any length for benchmarks: the shipped interview's sentences in random order."""

from __future__ import annotations

import random
from pathlib import Path

from playhead.library import open_transcript, shipped_interview


def labelled(words: int, seed: int = 1) -> str:
    """A labelled transcript of about `words` words, turns of 1 to 8 sentences, two speakers."""
    return "\n\n".join(f"{name}: {said}" for name, said in _turns(words, seed)) + "\n"


def unlabelled(words: int, seed: int = 1) -> str:
    """The same words as one line without speakers."""
    return " ".join(said for _, said in _turns(words, seed)) + "\n"


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


def written(folder: Path, words: int, kind: str) -> Path:
    """A file of `words` words in `folder`; `kind` is labelled or unlabelled."""
    file = folder / f"{kind}-{words}.txt"
    file.write_text({"labelled": labelled, "unlabelled": unlabelled}[kind](words), encoding="utf-8")
    return file
