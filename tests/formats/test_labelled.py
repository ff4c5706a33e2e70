"""Labels are taken at their word, and are not spoken words."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from playhead.formats.reading import read_source
from playhead.formats.unreadable import UnreadableError

SHAPES = [
    "{a}: Who are you?\n\n{b}: I am here.\n\n{a}: Good.\n",
    "**{a}:** Who are you?\n\n**{b}:** I am here.\n\n**{a}:** Good.\n",
    "**{a}**: Who are you?\n\n**{b}**: I am here.\n\n**{a}**: Good.\n",
    "[00:00:01] {a}: Who are you?\n[00:00:05] {b}: I am here.\n[00:00:09] {a}: Good.\n",
    "{a} (0:01): Who are you?\n\n{b} (0:05): I am here.\n\n{a} (0:09): Good.\n",
    "{a}:\nWho are you?\n\n{b}:\nI am here.\n\n{a}:\nGood.\n",
    "**{a}: **Who are you?\n\n**{b}: **I am here.\n\n**{a}: **Good.\n",
    "{a}\n(00:00:01)\nWho are you?\n\n{b}\n(00:00:05)\nI am here.\n\n{a}\n(00:00:09)\nGood.\n",
    "{a}\n0:01\nWho are you?\n{b}\n0:05\nI am here.\n{a}\n0:09\nGood.\n",
    "### {a}\n\nWho are you?\n\n### {b}\n\nI am here.\n\n### {a}\n\nGood.\n",
    "> **{a}:** Who are you?\n\n**{b}:** I am here.\n\n> **{a}:** Good.\n\n**{b}:** \n",
    "[03/05/2024, 10:02:11] {a}: Who are you?\n[03/05/2024, 10:03:11] {b}: I am here.\n"
    "[03/05/2024, 10:05:11] {a}: Good.\n",
    "03/05/2024, 10:02 AM - {a}: Who are you?\n03/05/2024, 12:03 PM - {b}: I am here.\n"
    "03/05/2024, 1:05 PM - {a}: Good.\n",
    "# The pears\n\n## {a}\n\nWho are you?\n\n## {b}\n\nI am here.\n\n## {a}\n\nGood.\n",
]
NAMES = [
    ("Ann Asker", "Bob"),
    ("Q", "A"),
    ("ANN ASKER", "BOB"),
    ("Speaker 1", "Speaker 2"),
    ("Anna van der Berg", "de la Cruz"),
    ("Jane O’Brien", "Jean-Luc Côté"),
    ("साक्षात्कारकर्ता", "राम"),
    ("พิธีกร", "สมชาย"),
    ("Ведущая", "Иван Петрович"),
    ("田中", "山本さん"),
    ("مُحَمَّد", "المذيعة"),
    (normalize("NFD", "André"), normalize("NFD", "Zoë")),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("names", NAMES)
def test_labels_of_common_shapes(shape: str, names: tuple[str, str]) -> None:
    source = read_source(shape.format(a=names[0], b=names[1]).encode(), "a.txt")
    said = [(one.speaker, one.text) for one in source.segments if one.text]
    assert said == [
        (names[0], "Who are you?"),
        (names[1], "I am here."),
        (names[0], "Good."),
    ]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (("ANN ASKER, HOST", "BOB BIRD"), ("ASKER", "BIRD")),
        (("Ann Asker (Host)", "Bob Bird (Guest)"), ("Ann", "Bob")),
        (("Ann Asker", "Bob Bird"), ("AA", "BB")),
    ],
)
def test_a_name_given_whole_is_shortened_later(
    first: tuple[str, str], later: tuple[str, str]
) -> None:
    said = zip((*first, *later, *later), ("Who?", "Me.", "Why?", "So.", "Oh?", "Yes."), strict=True)
    source = read_source("\n\n".join(f"{who}: {words}" for who, words in said).encode(), "a.txt")
    names = [one.speaker for one in source.segments]
    assert [name and name.title() for name in names] == ["Ann Asker", "Bob Bird"] * 3


def test_a_short_name_that_two_people_share_stays() -> None:
    text = "Ann Lee: Who?\n\nAnn Ray: Me.\n\nAnn: Why?\n\nAnn Lee: So.\n\nAnn: Oh.\n"
    names = [one.speaker for one in read_source(text.encode(), "a.txt").segments]
    assert names == ["Ann Lee", "Ann Ray", "Ann", "Ann Lee", "Ann"]


@pytest.mark.parametrize(
    "data", ['<?xml version="1.0"?><x><u>Who?</u></x>', 'File type = "ooTextFile"\nxmin = 0\n']
)
def test_what_is_meant_for_programs_is_not_shown_as_talk(data: str) -> None:
    with pytest.raises(UnreadableError, match="playhead formats"):
        read_source(data.encode(), "a")


def test_times_before_labels_are_read() -> None:
    source = read_source(b"[00:01:02] ANN: Who?\n[01:00:03] BOB: Me.\n", "a.txt")
    assert [one.start for one in source.segments] == [62.0, 3603.0]


def test_a_paragraph_without_a_label_goes_on_the_turn() -> None:
    source = read_source(b"Ann: One.\n\nTwo.\n\nBob: Three.\n", "a.txt")
    assert [one.speaker for one in source.segments] == ["Ann", "Ann", "Bob"]


def test_a_colon_in_talk_is_no_label() -> None:
    text = (
        b"I told him this: never again. We went on for hours.\n\nThen came the end.\n\nSo it was."
    )
    assert read_source(text, "a.txt").format == "plain"


@pytest.mark.parametrize(
    "name", ["HOST", "Speaker 1", "Jane Doe", "**Jane**", "Ludwig van Beethoven"]
)
def test_one_label_is_enough_for_one_turn(name: str) -> None:
    source = read_source(f"{name}: I grew up in a small town.\n".encode(), "a.txt")
    assert [(one.speaker, one.text) for one in source.segments] == [
        (name.strip("*"), "I grew up in a small town.")
    ]


@pytest.mark.parametrize("name", ["Note", "Breaking News", "Final Thoughts", "Jane", "She said"])
def test_what_may_be_a_word_of_the_text_is_no_lone_label(name: str) -> None:
    source = read_source(f"{name}: it rains.\n".encode(), "a.txt")
    assert [(one.speaker, one.text) for one in source.segments] == [(None, f"{name}: it rains.")]


def test_one_label_over_a_long_text_is_not_taken() -> None:
    text = "Jane Doe: So.\n\n" + "It was a long day.\n\n" * 4
    assert read_source(text.encode(), "a.txt").segments[0].speaker is None


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what, by the labels of `text`."""
    return [(one.speaker, one.text) for one in read_source(text.encode(), "a.txt").segments]


def test_names_in_small_letters_are_names_where_they_are_the_habit() -> None:
    text = "anna: who are you?\nbob: i make one thing: guitars.\nanna: how long?\nbob: a year.\n"
    assert said(text) == [
        ("Anna", "who are you?"),
        ("Bob", "i make one thing: guitars."),
        ("Anna", "how long?"),
        ("Bob", "a year."),
    ]
    talk = "one thing: wood.\n\nI wait.\n\nthe other: time.\n\nI wait.\n\nAnd that is that.\n"
    assert {speaker for speaker, _ in said(talk)} == {None}


def test_capitals_and_apostrophes_do_not_make_two_people_of_one() -> None:
    names = ("Jane O'Brien", "BOB", "Jane O’Brien", "Bob", "JANE O'BRIEN", "Bob")
    text = "\n\n".join(f"{name}: That is so." for name in names)
    assert [speaker for speaker, _ in said(text)] == ["Jane O’Brien", "Bob"] * 3


@pytest.mark.parametrize(
    "words",
    [
        "There was a man: his name was Joe.",
        "Quick question: do you like jazz?",
        "The answer: nobody knows.",
        "Remember: wood moves.",
    ],
)
def test_what_only_looks_like_a_label_is_talk(words: str) -> None:
    turns = "Anna: Who?\n\nBob: Me.\n\n" * 6
    assert ("Bob", words) in said(f"{turns}{words}\n\n{turns}")


def test_who_speaks_but_once_is_a_speaker_where_labels_are_the_habit() -> None:
    turns = "Anna: Who?\n\nBob: Me.\n\n" * 6
    assert ("Björk", "Hello.") in said(f"{turns}Björk: Hello.\n\nCarl: Hello.\n\n{turns}")


def test_the_head_of_an_archive_is_nobody() -> None:
    text = "ORAL HISTORY\n\nInterviewed by: Ann\nDate: May 3, 2024\nLocation: Cork\n\n"
    names = {speaker for speaker, _ in said(f"{text}Ann: Who?\n\nBob: Me.\n\nAnn: So.\n")}
    assert names == {"Ann", "Bob"}


def test_titles_of_chapters_between_captions_are_not_spoken() -> None:
    cues = [
        "so welcome back",
        "and today we talk",
        "first of all",
        "the wood",
        "and then",
        "the end",
    ]
    lines = [f"0:{5 * number:02}\n{words}\n" for number, words in enumerate(cues)]
    lines.insert(4, "Choosing the wood\n")
    lines.insert(0, "Chapter 1: Intro\n")
    source = read_source("".join(lines).encode(), "a.txt")
    assert " ".join(one.text for one in source.segments) == " ".join(cues)
    assert [(one.title, one.segment) for one in source.headings] == [
        ("Intro", 0),
        ("Choosing the wood", 4),
    ]
    assert {one.speaker for one in source.segments} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "I: Who? #00:00:04-2#\n\nB: Me, I said. #00:00:09-7#\n\nI: Why? #00:00:12-1#\n",
        "#00:00:00-0# I: Who?\n#00:00:04-2# B: Me, I said.\n#00:00:09-7# I: Why?\n",
    ],
)
def test_times_of_f4_stand_behind_or_before_the_words(text: str) -> None:
    assert [
        (one.speaker, one.start, one.text) for one in read_source(text.encode(), "a").segments
    ] == [
        ("I", 0.0, "Who?"),
        ("B", 4.2, "Me, I said."),
        ("I", 9.7, "Why?"),
    ]


def test_what_an_export_puts_around_the_talk_is_not_spoken() -> None:
    head = "SUMMARY KEYWORDS\npears, wood\n\nSPEAKERS\nAnn, Bob\n\n"
    foot = (
        "Interview.mp3 (Completed 04/10/23)\n\nTranscription ended after 00:06:10\n\nThis editable "
        "transcript was computer generated and might contain errors. People can also change the text "
        "after it was created.\n"
    )
    turns = "Ann  0:00\nWho?\n\nBob  0:04\nMe.\n\nAnn  0:09\nend\n\n"
    source = read_source(f"{head}{turns}{foot}".encode(), "a.txt")
    assert [(one.speaker, one.text) for one in source.segments] == [
        ("Ann", "Who?"),
        ("Bob", "Me."),
        ("Ann", "end"),
    ]
    assert source.title == ""


def test_times_of_day_are_counted_from_the_first() -> None:
    text = "Ann Lee  10:02 AM\nWho?\nBob  10:03 AM\nMe.\nAnn Lee  1:05 PM\nWe met at 3:20 PM\n"
    source = read_source(text.encode(), "a.txt")
    assert [(one.speaker, one.start, one.text) for one in source.segments] == [
        ("Ann Lee", 0.0, "Who?"),
        ("Bob", 60.0, "Me."),
        ("Ann Lee", 10980.0, "We met at 3:20 PM"),
    ]
    assert any("10:02:00" in notice for notice in source.notices)


def test_times_late_in_a_long_recording_stay() -> None:
    text = "".join(f"[{hour}:00:00] {'AB'[hour % 2]}nn: So it is.\n" for hour in range(12))
    assert read_source(text.encode(), "a.txt").segments[-1].start == 11 * 3600
    late = "[05:00:00] Ann: Who?\n[05:00:09] Bob: Me.\n[05:00:12] Ann: Oh.\n"
    assert read_source(late.encode(), "a.txt").segments[0].start == 5 * 3600


def test_headings_that_are_times_are_times() -> None:
    text = (
        "# May 1\n\n### **00:00:00**\n\n&nbsp;  \n**Ann:** Who?  \n**Bob:** Me.  \n\n"
        "### **00:05:00**\n\n**Ann:** Oh.\n"
    )
    source = read_source(text.encode(), "a.md")
    assert [(one.speaker, one.start, one.text) for one in source.segments] == [
        ("Ann", 0.0, "Who?"),
        ("Bob", None, "Me."),
        ("Ann", 300.0, "Oh."),
    ]
    assert source.headings == ()
