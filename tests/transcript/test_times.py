"""Times: those of the file inside a turn too, else a speaking pace that fits the script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.reader.panes.places import offset_at
from playhead.transcript.citation import cite
from playhead.transcript.scripts import HAN, HIRAGANA, KATAKANA
from playhead.transcript.times import Clock, offset_in, pace_of, seconds_at

SLOW_THEN_FAST = """1
00:00:00,000 --> 00:00:02,000
Ann: Why do chips fail at all?

2
00:00:02,000 --> 00:01:02,000
Ben: Well.

3
00:01:02,000 --> 00:01:04,000
A cosmic ray hits a memory cell and a zero flips to a one.
"""


@pytest.fixture
def captions(tmp_path: Path) -> Path:
    """One answer whose first word is followed by a minute of silence."""
    file = tmp_path / "talk.srt"
    file.write_text(SLOW_THEN_FAST)
    return file


def test_inside_a_turn_the_times_are_those_of_its_cues(captions: Path) -> None:
    for _ in ("parsed", "kept"):
        talk = open_transcript(captions)
        answer = talk.turns[1]
        ray = talk.text.index("A cosmic")
        assert answer.start < ray < answer.end
        assert seconds_at(talk, ray) == 62.0
        assert offset_at(talk, 62.0) == ray
        assert offset_at(talk, 40.0) < ray
        assert " · 1:02" in cite(talk, ray)


def test_the_way_back_from_seconds_leads_to_the_same_second(captions: Path) -> None:
    talk = open_transcript(captions)
    for turn in talk.turns:
        for seconds in range(int(turn.time.start), int(turn.time.end)):
            at = offset_in(talk, turn, seconds)
            assert turn.start <= at < turn.end
            assert seconds_at(talk, at) <= seconds + 0.01


def test_without_marks_a_script_of_syllables_is_spoken_slower() -> None:
    latin, han, kana = (pace_of(text) for text in ("words " * 9, "内存带宽", "とてもカタカナ"))
    assert han < kana < latin
    assert Clock((), han).at(4) > Clock((), latin).at(4)


def test_a_chinese_question_is_no_backchannel(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(
        "王：你觉得内存带宽会怎么变化？\n\n李：内存带宽比什么都重要，因为系统大。\n\n王：对对对。\n"
    )
    kinds = [turn.kind for turn in open_transcript(file).turns]
    assert kinds == ["question", "answer", "backchannel"]


def test_every_character_of_han_and_kana_takes_its_time() -> None:
    slow = [
        chr(code)
        for code in range(0x110000)
        if re.fullmatch(f"[{HAN}{HIRAGANA}{KATAKANA}]", chr(code))
    ]
    assert len(slow) > 50_000
    assert [one for one in slow if pace_of(one) >= pace_of("a")] == []
