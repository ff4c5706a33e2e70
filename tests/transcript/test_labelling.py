"""A labelled version of the same words tells who speaks."""

from __future__ import annotations

from pathlib import Path

from playhead.library import open_transcript
from playhead.notes.labelled import read_labelled
from playhead.transcript.corrections.labelling import compare, export_labelled


def test_what_is_exported_claims_every_turn_when_read_back(interview: Path) -> None:
    transcript = open_transcript(interview)
    labelling = compare(transcript, read_labelled(export_labelled(transcript)))
    assert labelling.unmatched == 0
    speakers = {turn.start: turn.speaker for turn in transcript.turns}
    claimed = {one.start: one.speaker for one in labelling.claims if not one.section}
    assert claimed.items() <= speakers.items()
    sections = [(one.section, one.start) for one in labelling.claims if one.section]
    assert sections == [(one.kind, one.start) for one in transcript.sections]


def test_other_names_are_matched_by_the_words_they_share(interview: Path) -> None:
    transcript = open_transcript(interview)
    renamed = export_labelled(transcript).replace("**Jeff Dean:**", "**SPEAKER_01:**")
    labelling = compare(transcript, read_labelled(renamed))
    assert {one.speaker for one in labelling.claims if not one.section} == {"host", "guest"}


def test_words_that_are_missing_are_told(interview: Path) -> None:
    transcript = open_transcript(interview)
    lines = export_labelled(transcript).splitlines()
    labelling = compare(transcript, read_labelled("\n".join(lines[:20])))
    assert labelling.unmatched > 3000
    assert labelling.first_unmatched


def test_the_shipped_turns_hold_every_turn_of_the_interview(interview: Path) -> None:
    transcript = open_transcript(interview)
    assert {turn.confidence for turn in transcript.turns} == {1.0}
    assert [one.kind for one in transcript.sections] == [
        "teaser",
        "introduction",
        "interview",
        "sponsor",
    ]
    assert not any("found no place" in notice for notice in transcript.notices)
    plain = open_transcript(interview, use_corrections=False)
    assert plain.text == transcript.text
    assert plain.turns != transcript.turns
