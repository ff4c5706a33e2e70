"""Sections of the recording."""

from __future__ import annotations

from pathlib import Path

from playhead.library import open_transcript
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Span
from playhead.transcript.sections import find_sections
from playhead.transcript.sentences import find_sentences


def kinds(text: str) -> list[tuple[str, str]]:
    cleaned = Cleaned(text, (Span(0, len(text)),), (), (), (), ())
    sections = find_sections(cleaned, find_sentences(cleaned))
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
