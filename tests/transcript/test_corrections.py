"""Corrections are applied to the guess, in order, and lost ones are told."""

from __future__ import annotations

from playhead.transcript.anchoring.anchor import make_selector
from playhead.transcript.corrections.applying import Action, Corrected, Correction, correct
from playhead.transcript.model import Section, Speaker
from playhead.transcript.speakers import Voice, Voices

TEXT = "How did you begin? With one tree. A pear? Yes. Buy pears today."
SPEAKERS = (Speaker("host", "Ann", "host"), Speaker("guest", "Bob", "guest"))
VOICES = Voices(
    SPEAKERS,
    (Voice(0, 18, "host", 0.9), Voice(19, 46, "guest", 0.6), Voice(47, 63, "guest", 0.6)),
)
SECTIONS = (Section("interview", 0, len(TEXT)),)


def correction(action: Action, quote: str, to: str = "") -> Correction:
    start = TEXT.index(quote)
    one = make_selector(TEXT, start, start + len(quote))
    return Correction("c", action, one.quote, one.prefix, one.suffix, one.start, one.end, to=to)


def said(corrected: Corrected) -> list[tuple[str | None, str]]:
    return [(one.speaker, TEXT[one.start : one.end]) for one in corrected.voices.voices]


def test_words_are_given_to_another_speaker() -> None:
    done = correct(TEXT, VOICES, SECTIONS, [correction("speaker", "A pear?", "host")])
    assert said(done) == [
        ("host", "How did you begin?"),
        ("guest", "With one tree."),
        ("host", "A pear?"),
        ("guest", "Yes."),
        ("guest", "Buy pears today."),
    ]
    assert done.voices.voices[2].confidence == 1.0


def test_a_speaker_may_be_named_or_new() -> None:
    done = correct(TEXT, VOICES, SECTIONS, [correction("speaker", "Yes.", "Carla")])
    assert done.voices.speakers[-1] == Speaker("guest2", "Carla", "guest")
    done = correct(TEXT, VOICES, SECTIONS, [correction("speaker", "Yes.", "Ann")])
    assert ("host", "Yes.") in said(done)


def test_split_begins_a_turn_and_merge_takes_it_back() -> None:
    split = correction("split", "Yes.")
    assert correct(TEXT, VOICES, SECTIONS, [split]).breaks == {TEXT.index("Yes.")}
    merged = correct(TEXT, VOICES, SECTIONS, [split, correction("merge", "Yes.")])
    assert merged.breaks == frozenset()


def test_merge_takes_the_speaker_of_the_turn_before() -> None:
    done = correct(TEXT, VOICES, SECTIONS, [correction("merge", "With one tree.")])
    assert {speaker for speaker, _ in said(done)} == {"host"}


def test_rename() -> None:
    rename = Correction("c", "rename", speaker="guest", to="Bob Baker")
    done = correct(TEXT, VOICES, SECTIONS, [rename])
    assert done.voices.speakers[1].name == "Bob Baker"


def test_a_section_is_laid_over_the_others() -> None:
    done = correct(TEXT, VOICES, SECTIONS, [correction("section", "Buy pears today.", "sponsor")])
    assert [(one.kind, one.start) for one in done.sections] == [("interview", 0), ("sponsor", 47)]
    assert done.sections[-1].end == len(TEXT)


def test_what_finds_no_place_is_told_and_changes_nothing() -> None:
    lost = Correction("c9", "speaker", "nothing of that was ever said", start=3, end=9, to="host")
    done = correct(TEXT, VOICES, SECTIONS, [lost])
    assert done.voices == VOICES
    assert "c9" in done.notices[0]


def test_places_hold_in_a_changed_text() -> None:
    given = correction("speaker", "A pear?", "host")
    changed = "Well then. " + TEXT
    voices = Voices(SPEAKERS, (Voice(0, len(changed), "guest", 0.6),))
    done = correct(changed, voices, (), [given])
    assert [
        changed[one.start : one.end] for one in done.voices.voices if one.speaker == "host"
    ] == ["A pear?"]
