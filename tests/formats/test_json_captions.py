"""JSON of every known shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playhead.formats.reading import read_source
from playhead.formats.unreadable import UnreadableError

SHAPES: dict[str, Any] = {
    "whisper": {"text": "Who? Me.", "language": "en", "segments": [
        {"id": 0, "start": 1.0, "end": 2.0, "text": " Who?"},
        {"id": 1, "start": 3.0, "end": 4.0, "text": " Me."}]},
    "whisper.cpp": {"transcription": [
        {"offsets": {"from": 1000, "to": 2000}, "text": " Who?"},
        {"offsets": {"from": 3000, "to": 4000}, "text": " Me."}]},
    "youtube-transcript-api": [
        {"text": "Who?", "start": 1.0, "duration": 1.0}, {"text": "Me.", "start": 3.0, "duration": 1.0}],
    "youtube json3": {"events": [
        {"tStartMs": 0, "dDurationMs": 9000, "id": 1},
        {"tStartMs": 1000, "dDurationMs": 1000, "segs": [{"utf8": "Who?"}]},
        {"tStartMs": 2000, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 3000, "dDurationMs": 1000, "segs": [{"utf8": "Me."}]}]},
    "podcasting 2.0": {"version": "1.0.0", "segments": [
        {"speaker": "Ann", "startTime": 1.0, "endTime": 2.0, "body": "Who?"},
        {"speaker": "Bob", "startTime": 3.0, "endTime": 4.0, "body": "Me."}]},
    "chat": [
        {"speaker": "Ann", "time": "00:00:01.000", "message": "Who?"},
        {"speaker": "Bob", "time": "00:00:03.000", "message": "Me."}],
    "amazon": {"results": {"items": [
        {"start_time": "1.0", "end_time": "2.0", "type": "pronunciation", "alternatives": [{"content": "Who"}],
         "speaker_label": "spk_0"},
        {"type": "punctuation", "alternatives": [{"content": "?"}]},
        {"start_time": "3.0", "end_time": "4.0", "type": "pronunciation", "alternatives": [{"content": "Me"}],
         "speaker_label": "spk_1"},
        {"type": "punctuation", "alternatives": [{"content": "."}]}]}},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_words_and_times(shape: str) -> None:
    source = read_source(json.dumps(SHAPES[shape]).encode(), "a.json")
    assert " ".join(" ".join(one.text.split()) for one in source.segments) == "Who? Me."
    assert source.segments[0].start == 1.0
    starts = [one.start for one in source.segments] + [
        word.seconds for one in source.segments for word in one.words
    ]
    assert 3.0 in starts


@pytest.mark.parametrize("shape", ["podcasting 2.0", "chat", "amazon"])
def test_speakers(shape: str) -> None:
    source = read_source(json.dumps(SHAPES[shape]).encode(), "a.json")
    assert len({one.speaker for one in source.segments}) == 2


def test_an_id_makes_an_address() -> None:
    data = {
        "video_id": "Un3p614XExc",
        "transcript": [{"text": "Who?", "start": 1.0, "duration": 1.0}],
    }
    source = read_source(json.dumps(data).encode(), "a.json")
    assert source.address == "https://www.youtube.com/watch?v=Un3p614XExc"


@pytest.mark.parametrize("data", ['{"a": ', "[[[[", '{"a": 1}', '[1, 2, "x":'])
def test_broken_json_is_told_in_one_line(data: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_source(data.encode(), "a.json", "json")
    assert "\n" not in str(refused.value)


def said(document: object) -> list[tuple[str | None, float | None, str]]:
    """Who says what, and when it begins."""
    segments = read_source(json.dumps(document).encode(), "a.json").segments
    return [(one.speaker, one.start, one.text.strip()) for one in segments]


def spoken(words: str, start: float, speaker: str) -> list[dict[str, Any]]:
    """Words a second each, as recognisers list them."""
    return [
        {"word": word, "start": start + number, "end": start + number + 0.5, "speaker": speaker}
        for number, word in enumerate(words.split())
    ]


def test_sentences_of_a_segment_are_theirs_who_say_most_of_the_words() -> None:
    words = [*spoken("I am Bob.", 5, "B"), *spoken("Are you?", 8, "A"), *spoken("Yes.", 10, "B")]
    words[1]["speaker"] = "A"
    text = " I am Bob. Are you? Yes."
    row = {"start": 5.0, "end": 11.0, "text": text, "words": words, "speaker": "B"}
    assert said({"segments": [row]}) == [
        ("B", 5.0, "I am Bob."),
        ("A", 8.0, "Are you?"),
        ("B", 10.0, "Yes."),
    ]


def test_channels_are_speakers_and_are_put_in_the_order_of_time() -> None:
    def channel(*words: dict[str, Any]) -> dict[str, Any]:
        plain = [{key: one[key] for key in ("word", "start", "end")} for one in words]
        return {"alternatives": [{"transcript": "", "words": plain}]}

    channels = [
        channel(*spoken("Who are you?", 0, ""), *spoken("I see.", 9, "")),
        channel(*spoken("Well I am", 4, ""), *spoken("Bob.", 12, "")),
    ]
    assert said({"results": {"channels": channels}}) == [
        ("Speaker 0", 0.0, "Who are you?"),
        ("Speaker 1", 4.0, "Well I am"),
        ("Speaker 0", 9.0, "I see."),
        ("Speaker 1", 12.0, "Bob."),
    ]


def test_words_that_spell_the_text_give_their_times() -> None:
    words = [
        {"text": word, "start": at, "end": at + 400} for word, at in (("Who?", 900), ("Me.", 3000))
    ]
    (segment,) = read_source(
        json.dumps({"id": "1", "text": "Who? Me.", "words": words, "utterances": None}).encode(),
        "a.json",
    ).segments
    assert [one.seconds for one in segment.words] == [0.9, 3.0]


def test_channels_numbers_and_conversations_say_who_speaks() -> None:
    items = [
        {"channel_label": f"ch_{n}", "start_time": f"{n}.0", "end_time": f"{n}.5",
         "type": "pronunciation", "alternatives": [{"content": word}]}
        for n, word in enumerate(("Who?", "Me."))
    ]  # fmt: skip
    assert [who for who, _, _ in said({"results": {"items": items}})] == ["ch_0", "ch_1"]
    words = [
        {"word": word, "startOffset": f"{n}.0s", "endOffset": f"{n}.5s", "speakerLabel": f"{n + 1}"}
        for n, word in enumerate(("Who?", "Me."))
    ]
    google = {"results": [{"alternatives": [{"transcript": "Who? Me.", "words": words}]}]}
    assert [who for who, _, _ in said(google)] == ["Speaker 1", "Speaker 2"]
    talk = [{"role": "interviewer", "content": "Who?"}, {"role": "guest", "content": "Me."}]
    assert said({"conversation": talk}) == [
        ("interviewer", None, "Who?"),
        ("guest", None, "Me."),
    ]
