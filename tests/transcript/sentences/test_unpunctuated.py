"""Captions without punctuation are cut into guessed sentences that cover every word."""

from __future__ import annotations

import re
from pathlib import Path

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.sentences import find_sentences
from playhead.transcript.sentences.unpunctuated import LONGEST

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


def test_most_sentences_end_where_they_did_with_their_marks(interview: Path) -> None:
    text = " ".join(interview.read_text("utf-8").partition("TRANSCRIPT---")[2].split())
    words = [word for word in text.split() if re.search(r"\w", word)]
    ended = [bool(re.search(r"[.?!][\"”]?$", word)) for word in words]
    bare = " ".join(re.sub(r"[^\w'’-]", "", word).lower() for word in words)
    cleaned = clean(Source("captions", (Segment(bare),)))
    after = [cleaned.text.count(" ", 0, one.end) for one in find_sentences(cleaned)]
    right = sum(ended[number] for number in after)
    assert right > 0.5 * sum(ended) and right > 0.5 * len(after)


def test_a_sentence_that_never_ends_is_cut() -> None:
    cleaned = clean(Source("captions", (Segment("and " * 500),)))
    lengths = [len(cleaned.text[one.start : one.end].split()) for one in find_sentences(cleaned)]
    assert sum(lengths) == 500 and max(lengths) <= LONGEST


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
