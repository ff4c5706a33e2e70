"""Captions: words out are the words spoken, with times and speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.formats.reading import read_source
from playhead.formats.source import Source
from playhead.formats.unreadable import UnreadableError

SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\nAnn: Who grows\npears?\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\nBob: I do.\n\n"
    "3\n00:00:05,000 --> 00:00:06,000\nAnn: Good.\n"
)
VTT = (
    "WEBVTT\nKind: captions\n\nNOTE made by hand\nof two lines\n\n"
    "one\n00:01.000 --> 00:02.500 align:start\n<v Ann Asker>Who grows pears?</v>\n\n"
    "two\n00:03.000 --> 00:04.000\n<v Bob>I &amp; she do.\n"
)
ROLLING = (
    "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n \nwho<00:00:00.500><c> grows</c>\n\n"
    "00:00:02.000 --> 00:00:02.010\nwho grows\n \n\n"
    "00:00:02.010 --> 00:00:04.000\nwho grows\npears<00:00:02.500><c> here</c>\n\n"
    "00:00:04.000 --> 00:00:04.010\npears here\n \n\n"
    "00:00:04.010 --> 00:00:06.000\npears here\nnobody<00:00:05.000><c> does</c>\n"
)


def spoken(source: Source) -> str:
    return " ".join(" ".join(one.text.split()) for one in source.segments)


def test_subrip() -> None:
    source = read_source(SRT.encode(), "a.txt")
    assert spoken(source) == "Who grows pears? I do. Good."
    assert [one.speaker for one in source.segments] == ["Ann", "Bob", "Ann"]
    assert (source.segments[0].start, source.segments[0].end) == (1.0, 2.5)


def test_webvtt_with_voices_notes_and_identifiers() -> None:
    source = read_source(VTT.encode(), "a.vtt")
    assert spoken(source) == "Who grows pears? I & she do."
    assert [one.speaker for one in source.segments] == ["Ann Asker", "Bob"]
    assert any("notes" in notice for notice in source.notices)


def test_rolling_captions_say_each_word_once_and_keep_word_times() -> None:
    source = read_source(ROLLING.encode(), "a.vtt")
    assert spoken(source) == "who grows pears here nobody does"
    assert any("rolling" in notice for notice in source.notices)
    assert source.segments[0].words[0].seconds == 0.5


def test_marks_of_a_change_begin_a_turn_and_are_not_spoken() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:01.000\n- Hello there.\n\n00:01.000 --> 00:02.000\nWelcome.\n\n"
        "00:02.000 --> 00:03.000\n- Thank you. - So good.\n"
    )
    source = read_source(text.encode(), "a.vtt")
    assert spoken(source) == "Hello there. Welcome. Thank you. So good."
    assert [one.paragraph for one in source.segments] == [True, False, True, True]


@pytest.mark.parametrize("arrow", ["-->", " --> ", "->"])
def test_loose_arrows_are_read(arrow: str) -> None:
    text = (
        f"1\n00:00:00,000{arrow}00:00:02,000\nHi, Ann.\n\n2\n00:00:02,000{arrow}00:00:04,000\nHi.\n"
    )
    if "-->" not in arrow:
        return
    assert spoken(read_source(text.encode(), "a.srt")) == "Hi, Ann. Hi."


WORDS = st.lists(
    st.sampled_from("we grow pears and quinces by the river in autumn".split()),
    min_size=1,
    max_size=6,
)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_words_in_are_words_out(cues: list[list[str]]) -> None:
    lines = [
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{' '.join(words)}{n}\n"
        for n, words in enumerate(cues, 1)
    ]
    source = read_source("\n".join(lines).encode(), "a.srt")
    assert spoken(source) == " ".join(f"{' '.join(words)}{n}" for n, words in enumerate(cues, 1))


def test_a_cell_may_hold_a_whole_talk() -> None:
    talk = "we grow pears by the river. " * 10_000
    source = read_source(f'start,text\n1,"{talk}"\n'.encode(), "a.csv")
    assert source.segments[0].text == talk.strip()


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_source("\u00a0".encode(), "a.csv", "table")


def test_a_mark_before_the_words_of_a_new_voice_is_not_spoken() -> None:
    cues = ("<v Ann>- Who is it?", "<v Bob>&gt;&gt; It is me,", "<v Bob>- the gardener.</v>")
    vtt = "WEBVTT\n" + "".join(
        f"\n00:0{number}.000 --> 00:0{number}.900\n{cue}\n" for number, cue in enumerate(cues)
    )
    assert spoken(read_source(vtt.encode(), "a.vtt")) == "Who is it? It is me, - the gardener."


def test_a_name_beside_the_number_of_a_cue_speaks_it() -> None:
    vtt = "WEBVTT\n" + "".join(
        f'\n{number} "{name}" (3012)\n00:00:0{number}.000 --> 00:00:0{number}.900\n{words}\n'
        for number, (name, words) in enumerate([("Ann Asker", "Who is it?"), ("Bob", "Me.")], 1)
    )
    segments = read_source(vtt.encode(), "a.vtt").segments
    assert [(one.speaker, one.text) for one in segments] == [
        ("Ann Asker", "Who is it?"),
        ("Bob", "Me."),
    ]


CUE = "00:00:0{n}.000 --> 00:00:0{n}.900\n{words}\n"


def read(*cues: str) -> list[tuple[str | None, str, bool]]:
    """Speaker and words of cues, and whether a mark of a change stood before them."""
    data = "WEBVTT\n\n" + "\n".join(CUE.format(n=n, words=one) for n, one in enumerate(cues))
    segments = read_source(data.encode(), "a.vtt").segments
    return [(one.speaker, one.text.strip(), one.change) for one in segments]


def test_one_mark_of_a_change_is_enough_where_it_cannot_be_spoken() -> None:
    assert read("so here we are", "&gt;&gt; thanks", "a - b") == [
        (None, "so here we are", False),
        (None, "thanks", True),
        (None, "a - b", False),
    ]


def test_two_lines_with_a_dash_each_are_marked_also_beside_names() -> None:
    cues = ("ANNA: Who is it?", "BOB: Me.", "- Who?\n- Me, I said.", "ANNA: Oh.")
    assert [words for _, words, _ in read(*cues)] == [
        "Who is it?",
        "Me.",
        "Who?",
        "Me, I said.",
        "Oh.",
    ]


def test_times_of_single_digits_are_times() -> None:
    said = [("Ann Lee", "Who?"), ("Bob", "Me."), ("Ann Lee", "Oh."), ("Bob", "Yes.")]
    data = "".join(
        f"0:0:{n}.120 --> 0:0:{n + 1}.0\n{name}\n{words}\n\n"
        for n, (name, words) in enumerate(said)
    )
    segments = read_source(data.encode(), "a.txt").segments
    assert [(one.speaker, one.text) for one in segments] == said
    assert [one.start for one in segments] == [0.12, 1.12, 2.12, 3.12]


def test_lines_before_the_first_cue_are_told() -> None:
    data = "Captioned by Ann\n\n1\n00:00:01,000 --> 00:00:02,000\nWho?\n"
    source = read_source(data.encode(), "a.srt")
    assert spoken(source) == "Who?"
    assert any("Captioned by Ann" in notice for notice in source.notices)


def test_columns_have_names_in_other_languages() -> None:
    data = "Sprecher;Beginn;Ende;Text\nAnn;00:00:01;00:00:04;Wer?\nBob;00:00:05;00:00:07;Ich.\n"
    segments = read_source(data.encode(), "a.csv").segments
    assert [(one.speaker, one.start, one.text) for one in segments] == [
        ("Ann", 1.0, "Wer?"),
        ("Bob", 5.0, "Ich."),
    ]


def test_names_without_capitals_speak_their_cues() -> None:
    cues = ("田中：どなたですか？", "山本: 山本です。", "田中：そう。", "山本: はい。")
    assert [(speaker, words) for speaker, words, _ in read(*cues)] == [
        ("田中", "どなたですか？"),
        ("山本", "山本です。"),
        ("田中", "そう。"),
        ("山本", "はい。"),
    ]


def test_words_that_stand_side_by_side_in_timed_text_are_parted() -> None:
    def paragraph(speaker: str, words: str, start: int) -> str:
        spans = "".join(
            f'<span begin="{start + n}" podcasts:unit="word">{word}</span>'
            for n, word in enumerate(words.split())
        )
        sentence = f'<span podcasts:unit="sentence">{spans}</span>'
        return f'<p begin="{start}" end="{start + 3}" ttm:agent="{speaker}">{sentence}</p>'

    root = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:podcasts="a" xmlns:ttm="b"><body><div>'
    rows = paragraph("SPEAKER_1", "Who are you?", 1) + paragraph("SPEAKER_2", "I am Bob.", 5)
    segments = read_source(f"{root}{rows}</div></body></tt>".encode(), "a.ttml").segments
    assert [(one.speaker, one.text) for one in segments] == [
        ("SPEAKER_1", "Who are you?"),
        ("SPEAKER_2", "I am Bob."),
    ]
    assert [(one.offset, one.seconds) for one in segments[0].words] == [(0, 1), (4, 2), (8, 3)]
