"""A long made-up talk with the statistics of speech, for measuring search."""

from __future__ import annotations

import random
from importlib.resources import files

from playhead.transcript.model import Origin, Sentence, Speaker, Time, Transcript, Turn

WORDS = files("playhead") / "data" / "spoken-english.txt"
MADE_UP = 25_000
"""Words added to those of spoken English, as names and slips are."""

_SOUNDS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w z".split()
_VOWELS = "a e i o u ai ea ee ie oa oo ou".split()
_ENDINGS = ["", "", "n", "r", "s", "t", "l", "m", "nd", "ck", "st", "ng"]


def make_talk(turns: int, seed: int = 1) -> Transcript:
    """`turns` turns of 58 words on average, words by Zipf's law."""
    chance = random.Random(seed)
    words = vocabulary(chance)
    weights = [1 / (rank + 2.7) for rank in range(len(words))]
    said = iter(chance.choices(words, weights, k=turns * 60 + 1000))
    parts: list[str] = []
    made: list[Turn] = []
    sentences: list[Sentence] = []
    at = 0
    for number in range(1, turns + 1):
        start = at
        left = min(300, max(3, int(chance.lognormvariate(3.75, 0.75))))
        while left > 0:
            sentence = [word for _, word in zip(range(min(left, 14)), said, strict=False)]
            if not sentence:
                break
            text = " ".join(sentence).capitalize() + "."
            sentences.append(Sentence(at, at + len(text)))
            parts.append(text + " ")
            at += len(text) + 1
            left -= 14
        if at == start:
            break
        parts[-1] = parts[-1][:-1] + "\n"
        who = "guest" if number % 2 else "host"
        time = Time(number * 21.0, number * 21.0 + 21.0, True)
        made.append(Turn(f"t{number}", who, "remark", start, at - 1, 1.0, time))
    return Transcript(
        origin=Origin("talk.txt", "", "plain"), title="", channel="", date="", address="",
        language="en", text="".join(parts), sentences=tuple(sentences),
        speakers=(Speaker("host", "Ann", "host"), Speaker("guest", "Bob", "guest")),
        sections=(), turns=tuple(made), exchanges=(), chapters=(), topics=(), notices=(),
    )  # fmt: skip


def vocabulary(chance: random.Random) -> list[str]:
    """Words of spoken English, the commonest first, then made-up ones."""
    rows = [line.split("\t") for line in WORDS.read_text("utf-8").splitlines()]
    real = sorted((-int(row[1]), row[0]) for row in rows if len(row) == 2 and row[0].isalpha())
    found = dict.fromkeys(word for _, word in real)
    while len(found) < len(real) + MADE_UP:
        syllables = chance.choice((2, 2, 3, 3, 4))
        word = "".join(chance.choice(_SOUNDS) + chance.choice(_VOWELS) for _ in range(syllables))
        found[word + chance.choice(_ENDINGS)] = None
    return list(found)
