"""Questions set apart in bold or slanted paragraphs are the interviewer's."""

from __future__ import annotations

import pytest

from playhead.formats.reading import read_source

ASKED = ("How did it begin?", "Who paid for it? You said nobody did.", "And today?")
ANSWERED = ("In a **cold** garage.", "We did.", "We rent a hall.")
TALK = tuple(zip(ASKED, ANSWERED, strict=True))
MARKDOWN = "# The hall\n\nBob built a hall.\n\n" + "".join(
    f"{{0}}{asked}{{0}}\n\n{answered}\n\nThat was all.\n\n" for asked, answered in TALK
)
PAGE = "<html><body><h1>The hall</h1><p>Bob built a hall.</p>{}</body></html>".format(
    "".join(
        f"<p><strong>{asked}</strong></p><p>{answered}</p><p>That was all.</p>"
        for asked, answered in TALK
    )
)


def test_an_introduction_set_apart_in_another_way_is_nobodys() -> None:
    data = MARKDOWN.format("**").replace("Bob built a hall.", "*Bob built a hall.*")
    source = read_source(data.encode(), "hall.md")
    assert (source.segments[0].speaker, source.segments[0].text) == (None, "Bob built a hall.")
    assert source.segments[1].speaker == "Interviewer"


@pytest.mark.parametrize("data", [MARKDOWN.format(mark) for mark in ("**", "__", "*")] + [PAGE])
def test_paragraphs_set_apart_ask_and_the_others_answer(data: str) -> None:
    source = read_source(data.encode(), "hall")
    assert [(one.speaker, one.text.replace("**", "")) for one in source.segments] == [
        (None, "Bob built a hall."),
        *(
            said
            for asked, answered in TALK
            for said in (
                ("Interviewer", asked),
                ("Interviewee", answered.replace("**", "")),
                ("Interviewee", "That was all."),
            )
        ),
    ]
    assert source.title == "The hall"
    assert source.speakers == {"Interviewer": "host", "Interviewee": "guest"}


@pytest.mark.parametrize(
    "data",
    [
        "**Part one**\n\nIt began.\n\n**Part two**\n\nIt went on.\n\n**Why?**\n\nIt ended.",
        "**Who?**\n\n**What?**\n\n**Where?**\n\n**Why?**\n\nNobody knows.",
        "**Ann: Who?**\n\nBob: Me.\n\n**Ann: Why?**\n\nBob: Because.\n\n**Ann: So?**\n\nBob: So.",
    ],
)
def test_headings_and_labels_in_bold_are_what_they_were(data: str) -> None:
    assert {one.speaker for one in read_source(data.encode(), "a.md").segments}.isdisjoint(
        {"Interviewer", "Interviewee"}
    )
