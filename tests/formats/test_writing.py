"""What is written reads back as the same turns: words and names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playhead.formats.reading import read_source
from playhead.formats.writing import WRITERS
from playhead.transcript.model import Origin, Section, Speaker, Time, Transcript, Turn
from playhead.transcript.parse import parse

NAMES = ("Ann Asker", "Bob Björn")
PLAIN = "pears grow & <i>fall</i> [laughter] at 3:20 über naïve 10. so: yes? «Ja»".split()
MARKED = (
    "**bold**|__x__|[link](http://a.b)|[0:12]|(0:12)|- Yes.|Ann Asker: no|ANN ASKER: hm|---|A. B.|\n# title|"
    "\nBob Björn: I|\n[0:01:02] x|\n12|\nPage 2 of 3|\n* item|\nQ. so|<v Bob>x|</v>|&amp;|{\\an8}|`0:12`|\\[x\\]|"
    "_y_|<b>z</b>|\n> q|\nTranscript|\n00:00:01,000 --> 00:00:02,000|\n\n 1. So|\nTranscribed by me|— and|\nend."
).split("|")
SPOKEN = (
    st.lists(
        st.one_of(st.sampled_from(PLAIN), st.sampled_from(PLAIN + MARKED)), min_size=1, max_size=40
    )
    .map(" ".join)
    .map(lambda words: f"Well, {words} then")
)


def made_of(said: list[str]) -> Transcript:
    """A transcript in which two people say `said` in turn."""
    text, turns = "", []
    for number, words in enumerate(said):
        start = len(text) + bool(text)
        text = f"{text}\n{words}" if text else words
        time = Time(number * 60.0, number * 60.0 + 59, False)
        who = ("host", "guest")[number % 2]
        turns.append(Turn(f"t{number + 1}", who, "remark", start, len(text), 1.0, time))
    return Transcript(
        origin=Origin("a.txt", "0" * 64, "labelled"),
        title="Pears: a talk",
        channel="Orchard",
        date="2026-01-02",
        address="https://www.youtube.com/watch?v=abcdefghijk",
        language="en",
        text=text,
        sentences=(),
        speakers=(Speaker("host", NAMES[0], "host"), Speaker("guest", NAMES[1], "guest")),
        sections=(Section("interview", 0, len(text)),),
        turns=tuple(turns),
        exchanges=(),
        chapters=(),
        topics=(),
        notices=(),
    )


def turns_of(transcript: Transcript) -> list[tuple[str, str]]:
    return [
        (transcript.name_of(turn.speaker), " ".join(transcript.words(turn).split()))
        for turn in transcript.turns
    ]


@pytest.mark.parametrize("name", WRITERS)
@given(said=st.lists(SPOKEN, min_size=4, max_size=8))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_is_written_reads_back_as_the_same_turns(name: str, said: list[str]) -> None:
    transcript = made_of(said)
    written = WRITERS[name](transcript)
    source = read_source(written.encode(), f"a.{name}")
    again = parse(source, Origin("a", "0" * 64, source.format))
    assert turns_of(again) == turns_of(transcript)


def test_markdown_keeps_title_date_and_address() -> None:
    source = read_source(WRITERS["markdown"](made_of(["One here.", "Two."] * 3)).encode(), "a.md")
    assert (source.title, source.channel, source.date) == ("Pears: a talk", "Orchard", "2026-01-02")
    assert source.address == "https://www.youtube.com/watch?v=abcdefghijk"


TALKS = {
    "Japanese": "田中：どなたですか？\n\n山本さん：木を乾かすのに時間がかかるんです。"
    "ええ、そうなんです、本当に長い時間がかかります。\n\n田中：そうですか。\n\n山本さん：はい。\n",
    "Arabic": "علي: من أنت؟\n\nمحمد: اسمي محمد.\n\nعلي: كم؟\n\nمحمد: ثلاثة.\n",
    "nobody named": "Who grows pears? I do. I grow them by the river.\n",
    "marks": ">> Who grows pears? >> I do. I grow them by the river. >> Where?\n",
}


@pytest.mark.parametrize("name", TALKS)
@pytest.mark.parametrize("kind", WRITERS)
def test_talks_of_other_kinds_read_back_as_they_were(kind: str, name: str) -> None:
    def opened(data: str, path: str) -> Transcript:
        source = read_source(data.encode(), path)
        return parse(source, Origin(path, "0" * 64, source.format))

    before = opened(TALKS[name], "a.txt")
    after = opened(WRITERS[kind](before), "a")
    if name == "marks" and kind in ("json", "podcast"):
        assert after.text.split() == before.text.split()
    else:
        assert turns_of(after) == turns_of(before)
    assert [one.name for one in after.speakers] == [one.name for one in before.speakers]


def test_a_time_that_is_a_guess_is_not_told_as_one_of_the_file() -> None:
    source = read_source(TALK_WITHOUT_TIMES.encode(), "a.txt")
    transcript = parse(source, Origin("a.txt", "0" * 64, source.format))
    assert WRITERS["txt"](transcript) == TALK_WITHOUT_TIMES
    assert "[0:" not in WRITERS["markdown"](transcript)


TALK_WITHOUT_TIMES = "Ann: Who grows pears?\n\nBob: I do.\n\nAnn: Where?\n"
