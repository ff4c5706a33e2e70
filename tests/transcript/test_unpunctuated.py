"""Captions without punctuation are cut into guessed sentences that cover every word."""

from __future__ import annotations

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.sentences import find_sentences

TALK = (
    "we planted pears by the river and they grew tall for years what did you learn from all the trees "
    "well i learnt to wait for the rain and the cold"
)


def test_sentences_are_guessed_and_cover_every_word() -> None:
    cleaned = clean(Source("captions", (Segment(TALK),)))
    sentences = find_sentences(cleaned)
    assert all(one.guessed for one in sentences)
    said = [cleaned.text[one.start : one.end] for one in sentences]
    assert " ".join(said) == TALK
    assert "what did you learn from all the trees" in said


def test_a_pause_ends_a_sentence() -> None:
    words = "one two three four five six seven"
    segments = tuple(
        Segment(words, start=number * 4.0, end=number * 4.0 + 2.0, paragraph=number == 0)
        for number in range(5)
    )
    cleaned = clean(Source("captions", segments))
    assert [cleaned.text[one.start : one.end] for one in find_sentences(cleaned)] == [words] * 5


def test_punctuated_talk_is_not_guessed() -> None:
    cleaned = clean(Source("plain", (Segment("We planted pears there. " * 12),)))
    assert not any(one.guessed for one in find_sentences(cleaned))
