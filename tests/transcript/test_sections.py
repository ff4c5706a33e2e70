"""Sections of the recording."""

from __future__ import annotations

import random
from pathlib import Path

from playhead.library import open_transcript
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Span
from playhead.transcript.sections import find_sections
from playhead.transcript.sentences import find_sentences
from playhead.transcript.tokens import Tokens


def kinds(text: str) -> list[tuple[str, str]]:
    cleaned = Cleaned(text, (Span(0, len(text)),), (), (), (), ())
    sections = find_sections(cleaned, Tokens(cleaned.text), find_sentences(cleaned))
    return [(one.kind, text[one.start : one.end].strip()) for one in sections]


def test_the_shipped_interview_has_all_its_parts(interview: Path) -> None:
    transcript = open_transcript(interview, use_corrections=False)
    parts = {one.kind: transcript.words(one).strip() for one in transcript.sections}
    assert parts["teaser"].endswith("have never been able to crack.")
    assert parts["introduction"].startswith("I cannot believe that this is happening")
    assert parts["interview"].startswith("Thank you so much for doing this, Jeff.")
    assert parts["sponsor"].startswith("Here you see me running the full Deep Seek AI model")


def test_sections_cover_the_text(interview: Path) -> None:
    transcript = open_transcript(interview, use_corrections=False)
    assert transcript.sections[0].start == 0
    assert transcript.sections[-1].end == len(transcript.text)
    for before, after in zip(transcript.sections, transcript.sections[1:], strict=False):
        assert before.end == after.start


def test_a_talk_that_repeats_nothing_has_no_teaser() -> None:
    talk = "What do you grow here? Mostly pears and a few quinces. How did it start? With one tree."
    assert [kind for kind, _ in kinds(talk)] == ["interview"]


def test_clips_are_found_though_not_word_for_word() -> None:
    clip = "We lost the whole harvest in a single cold night of frost."
    later = "And then, well, we lost the whole harvest in a single cold night of frost, all of it. "
    middle = "My guest today grows pears. She lives near the river. So tell me how you began. "
    text = f"{clip} {middle}I bought a field. {later}It took four years."
    assert kinds(text)[0] == ("teaser", clip)


WORDS = (
    "pear quince frost river ladder orchard autumn cider basket sparrow meadow harvest gravel "
    "winter blossom kettle market lantern cellar wagon thistle copper garden shovel cherry"
).split()


def talk(seed: int) -> str:
    """Sentences of which no run of words stands twice."""
    chance = random.Random(seed)
    said = (" ".join(chance.sample(WORDS, 8)).capitalize() + "." for _ in range(12))
    return "How did it start? " + " ".join(said)


def test_an_introduction_begins_with_words_to_the_audience_and_ends_at_the_greeting() -> None:
    text = (
        "Pears are patient and so am I. Welcome to the Orchard Podcast, where we ask growers what "
        "they know. Today my guest is Ada Perl. She has grown pears for thirty years. In this "
        "episode we speak of frost. Ada, welcome to the show. Thank you. " + talk(1)
    )
    found = kinds(text)
    assert [kind for kind, _ in found] == ["teaser", "introduction", "interview"]
    assert found[1][1].startswith("Welcome to the Orchard") and found[1][1].endswith("of frost.")


def test_an_introduction_that_nobody_ends_does_not_swallow_the_talk() -> None:
    text = "Welcome to the Orchard Podcast. " + " ".join(talk(seed) for seed in range(8))
    assert [kind for kind, _ in kinds(text)] == ["interview"]


def test_an_advertisement_read_out_in_the_middle_is_set_apart() -> None:
    sold = (
        "This episode is brought to you by Ladderly. Ladderly makes ladders that fold into a bag. "
        "I have used mine all autumn long in every kind of weather. Get ten percent off at "
        "ladderly.com/orchard."
    )
    before, after = talk(1), talk(2)
    assert kinds(f"{before} {sold} {after}") == [
        ("interview", before),
        ("sponsor", sold),
        ("interview", after),
    ]


def test_a_sponsor_that_is_only_mentioned_is_no_advertisement() -> None:
    text = f"{talk(1)} Is this episode sponsored by anyone? No. {talk(2)}"
    assert [kind for kind, _ in kinds(text)] == ["interview"]
