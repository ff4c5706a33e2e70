"""What is shown and stepped through, without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playhead.library import open_transcript
from playhead.reader.asked import asked_in
from playhead.reader.reading import Filter, Reading
from playhead.transcript.model import Section, Transcript


def test_filters_let_through_what_fits_all_of_them(talk: Transcript) -> None:
    turns = (*talk.turns[:5], replace(talk.turns[5], kind="backchannel"), *talk.turns[6:])
    reading = Reading(replace(talk, turns=turns))
    wanted = {
        Filter(): [0, 1, 2, 3, 4, 5, 6, 7],
        Filter(only_questions=True): [0, 2, 4, 6],
        Filter("speaker", "guest"): [1, 3, 5, 7],
        Filter("speaker", "guest", hides_backchannels=True): [1, 3, 7],
        Filter("topic", "memory"): [1, 3, 5, 7],
        Filter("topic", "inference hardware", only_questions=True): [6],
        Filter("topic", "memory", hides_backchannels=True): [1, 3, 7],
    }
    for chosen, shown in wanted.items():
        reading.filter = chosen
        assert list(reading.shown()) == shown, chosen


def test_a_filter_that_fits_nothing_shows_everything(talk: Transcript) -> None:
    reading = Reading(talk)
    reading.filter = Filter("topic", "memory", only_questions=True)
    assert list(reading.shown()) == list(range(8))


def test_steps_are_of_the_transcript_that_is_shown_now(talk: Transcript) -> None:
    reading = Reading(talk)
    assert reading.starts("turn") == [turn.start for turn in talk.turns]
    assert reading.starts("doubt") == []
    reading.show_transcript(replace(talk, turns=(replace(talk.turns[0], confidence=0.5),)))
    assert reading.starts("turn") == reading.starts("doubt") == [0]


def test_a_turn_is_in_the_section_it_begins_in(talk: Transcript) -> None:
    sections = (Section("teaser", 0, talk.turns[2].start),)
    reading = Reading(replace(talk, sections=sections))
    assert [reading.section_of(turn) for turn in talk.turns[:3]] == ["teaser", "teaser", ""]


def test_what_a_question_of_several_turns_asks_is_its_last_question(talk: Transcript) -> None:
    first = replace(talk.exchanges[0], question=("t1", "t3"))
    reading = Reading(replace(talk, exchanges=(first,)))
    assert reading.asked(1) == "How do you build reliable systems out of unreliable parts?"


def test_what_is_left_out_is_stepped_over(talk: Transcript) -> None:
    reading = Reading(talk)
    reading.filter = Filter("speaker", "guest")
    starts = [turn.start for turn in talk.turns]
    assert reading.starts("turn") == starts[1::2]
    assert reading.starts("question") == starts[1::2]
    asked = starts[2] + 5
    assert reading.nearest_shown(asked, 1) == starts[3]
    assert reading.nearest_shown(asked, 0) == starts[1]
    assert starts[1] < reading.nearest_shown(asked, -1) < starts[2]
    assert reading.nearest_shown(starts[0], -1) == starts[1]


def test_what_is_asked_is_found_in_scripts_without_spaces(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(
        "山田: 今天很好。你认为机器会思考吗？好 ok now.\n\n李明: 我觉得会。\n", encoding="utf-8"
    )
    transcript = open_transcript(file)
    assert asked_in(transcript, 0, transcript.turns[0].end) == "你认为机器会思考吗？"
