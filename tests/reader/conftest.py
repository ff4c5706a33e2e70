"""A small talk made by hand, so that tests of the reader do not hang on how text is parsed."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from textual.app import App

from playhead.reader.tailoring.themes import readable
from playhead.transcript.model import (
    Chapter,
    Exchange,
    Origin,
    Sentence,
    Span,
    Speaker,
    Time,
    Topic,
    Transcript,
    Turn,
)

SAID = (
    ("host", "Welcome. So, why do chips fail at all?"),
    ("guest", "A cosmic ray hits a memory cell. [laughter] It happens, [/b] they say."),
    ("host", "How do you build reliable systems out of unreliable parts?"),
    ("guest", "You check everything twice. Memory has error correction. And you write it down."),
    ("host", "And does that cost much?"),
    ("guest", "It does, in time and in memory."),
    ("host", "What about inference hardware?"),
    ("guest", "Inference wants memory bandwidth more than anything."),
)


class InkedApp(App[None]):
    """An app for one widget, with the inks of voices as the reader has them."""

    def get_css_variables(self) -> dict[str, str]:
        """Those of the theme, made readable."""
        return readable(super().get_css_variables())


@pytest.fixture
def talk() -> Transcript:
    """Eight turns, four questions, two chapters, two topics, ten seconds a turn."""
    text = " ".join(words for _, words in SAID)
    starts = [0, *accumulate(len(words) + 1 for _, words in SAID)]
    turns = tuple(
        Turn(
            id=f"t{number}",
            speaker=speaker,
            kind="question" if speaker == "host" else "answer",
            start=start,
            end=start + len(words),
            confidence=0.8,
            time=Time(10.0 * (number - 1), 10.0 * number, False),
        )
        for number, ((speaker, words), start) in enumerate(zip(SAID, starts, strict=False), 1)
    )
    memory = tuple(Span(*match.span()) for match in re.finditer("(?i)memory", text))
    return Transcript(
        origin=Origin("talk.txt", "0" * 64, "plain"),
        title="A talk",
        channel="",
        date="",
        address="",
        language="en",
        text=text,
        sentences=tuple(Sentence(*one.span()) for one in re.finditer(r"\S[^.?]*[.?]+", text)),
        speakers=(Speaker("host", "Ann", "host"), Speaker("guest", "Ben", "guest")),
        sections=(),
        turns=turns,
        exchanges=(
            Exchange("q1", ("t1",), ("t2",)),
            Exchange("q2", ("t3",), ("t4",)),
            Exchange("q3", ("t5",), ("t6",), follows="q2"),
            Exchange("q4", ("t7",), ("t8",)),
        ),
        chapters=(
            Chapter("Failing chips", 0, turns[6].start),
            Chapter("Inference hardware", turns[6].start, len(text)),
        ),
        topics=(
            Topic("memory", ("t2", "t4", "t6", "t8"), 1.0, memory),
            Topic("inference hardware", ("t7",), 0.5),
        ),
        notices=(),
    )
