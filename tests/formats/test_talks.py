"""Talks of any words, written in every layout: the same words, speakers and times come out."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.layouts import captions, documents, pages, text
from tests.formats.layouts.talk import PEOPLE, Layout, Said, Talk

from playhead.formats.reading import read_source
from playhead.formats.source import Source

LAYOUTS: dict[str, Layout] = {
    f"{module.__name__.rpartition('.')[2]}: {name}": layout
    for module in (text, captions, documents, pages)
    for name, layout in module.LAYOUTS.items()
}
FIRST = "So Well Yes And But The We I You Then Right Pears Look".split()
WORDS = (
    "we|grow|pears by the river|[pause]|at 3:20 or 10|quinces — and,|naïvely: nobody's|café talks|"
    '"about"|it now;|half-way|50%|I mean A. Smith|said so'
).split("|")
END = ("this.", "that?", "it!", "the trees.", "so far.")
SENTENCES = st.builds(
    lambda first, words, end: " ".join([first, *words, end]),
    st.sampled_from(FIRST),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=14),
    st.sampled_from(END),
)
TURNS = st.lists(
    st.one_of(
        st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join),
        st.sampled_from(["Right.", "Yes.", "Why is that?", "Thank you."]),
    ),
    min_size=8,
    max_size=14,
)


def talk_of(people: tuple[str, ...], said: list[str], pace: int) -> Talk:
    """The turns `said`, by each of `people` in order, `pace` seconds apart."""
    return [
        Said(people[number % len(people)], 2 + number * pace, words)
        for number, words in enumerate(said)
    ]


def spoken(source: Source) -> str:
    return " ".join(" ".join(one.text.split()) for one in source.segments if one.text.strip())


def check(layout: Layout, talk: Talk) -> None:
    """Read `talk` in `layout`, and compare."""
    source = read_source(layout.write(talk).encode(), "file")
    assert spoken(source) == " ".join(said.words for said in talk)
    heard = [
        name for name, _ in groupby(one.speaker for one in source.segments if one.text.strip())
    ]
    if "names" in layout.keeps:
        given_names = [said.name for said in talk]
        assert len(heard) == len(given_names)
        # Machines number their speakers, so only who is who must be kept.
        assert (
            len(set(zip(heard, given_names, strict=True)))
            == len(set(given_names))
            == len(set(heard))
        )
    else:
        assert heard == [None]
    if "times" in layout.keeps:
        begun = [int(one.start) for one in source.segments if one.start is not None]
        heard_at = {int(word.seconds) for one in source.segments for word in one.words}
        assert {*begun, *heard_at} >= {said.seconds for said in talk}
        assert begun == sorted(begun)


@pytest.mark.parametrize("name", LAYOUTS)
@given(said=TURNS, pace=st.integers(3, 250))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_words_speakers_and_times_come_out_as_they_went_in(
    name: str, said: list[str], pace: int
) -> None:
    layout = LAYOUTS[name]
    check(layout, talk_of(PEOPLE[layout.people[0]], said, pace))


SAMPLE = [
    "So how did you come to grow pears in the first place?",
    "Well, my grandmother had an orchard by the river, and I learned it from her when I was six.",
    "What did she teach you: patience, or tricks?",
    "Both, I think. A tree is never finished. It took me 10 years to understand that.",
    "Right.",
    "And then in 1998 we lost half of the trees in one night, at 3:20 in the morning.",
    "That must have been awful. [pause] How do you go on?",
    "You plant again. The thing is this: nobody pays for flavor — and that's a shame.",
    "Do you sell at the door?",
    "Yes. Saturdays from nine to one, and honestly it is half of what we make these days.",
    "Thank you so much for coming today.",
    "Thanks for having me, it was a pleasure.",
]


@pytest.mark.parametrize("name", LAYOUTS)
def test_people_are_known_by_all_kinds_of_names(name: str) -> None:
    for people in LAYOUTS[name].people:
        check(LAYOUTS[name], talk_of(PEOPLE[people], SAMPLE, 17))


FILES = (
    "text: a paragraph a turn",
    "text: otter",
    "text: descript",
    "captions: srt, names",
    "captions: vtt, notes and styles",
    "captions: csv",
    "documents: podcasting 2.0",
    "pages: strong",
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "mixed"])
def test_encodings_and_line_ends_change_nothing(name: str, encoding: str, end: str) -> None:
    layout = LAYOUTS[name]
    written = layout.write(talk_of(PEOPLE["full"], SAMPLE, 17)).replace("\r\n", "\n")
    lines = written.split("\n")
    ends = ["\n", "\r\n"] if end == "mixed" else [end]
    data = "".join(line + ends[n % len(ends)] for n, line in enumerate(lines[:-1])) + lines[-1]
    as_it_was, source = (
        read_source(written.encode(), "file"),
        read_source(data.encode(encoding), "file"),
    )
    assert source.segments == as_it_was.segments
    told = [notice for notice in source.notices if notice.startswith("read as")]
    assert bool(told) == (encoding not in ("utf-8", "utf-8-sig"))
