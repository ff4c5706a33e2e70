"""Chapters: where they begin, and how they lie inside one another."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import playhead
from playhead.formats.source import Heading, Segment, Source
from playhead.library import open_transcript
from playhead.transcript.model import Chapter, Origin, Section, Transcript
from playhead.transcript.outline.boundaries import best_cuts
from playhead.transcript.outline.chapters import WELCOME_LENGTH, cut_chapters, name_chapters
from playhead.transcript.parse import parse
from playhead.transcript.tokens import Tokens

THEMES = {
    "pear trees": "pears orchard blossom grafting rootstock harvest ladder pruning".split(),
    "wooden boats": "keel mast rigging harbour varnish planking sails rudder".split(),
    "old clocks": "pendulum escapement gears mainspring dial chime brass winding".split(),
}


NEUTRAL = (
    "river table window garden summer letter village market bottle winter corner basket mirror"
    " kitchen blanket station bridge pocket ribbon candle feather saddle lantern pebble"
).split()


def said_of(theme: str, sentences: int, draw: random.Random) -> str:
    """Sentences full of the words of a theme."""
    words = THEMES[theme]
    return " ".join(
        f"{draw.choice(NEUTRAL).title()} {draw.choice(words)} and {draw.choice(NEUTRAL)} or"
        f" {draw.choice(NEUTRAL)} by the {draw.choice(words)} {draw.choice(NEUTRAL)}."
        for _ in range(sentences)
    )


def an_interview(*follow_ups: int) -> Source:
    """Ann asks Bob of three things, with some follow-ups on each."""
    draw = random.Random(1)
    segments: list[Segment] = []
    for theme, count in zip(THEMES, follow_ups, strict=True):
        asked = f"Okay, now let's talk about {theme}. What are your biggest {theme} these days?"
        segments += [Segment(asked, "Ann"), Segment(said_of(theme, 25, draw), "Bob")]
        for _ in range(count):
            segments.append(Segment(f"And did it have a {draw.choice(THEMES[theme])}?", "Ann"))
            segments.append(Segment(said_of(theme, 5, draw), "Bob"))
    return Source("plain", tuple(segments), speakers={"Ann": "host", "Bob": "guest"})


def parsed(source: Source) -> Transcript:
    return parse(source, Origin("", "", "plain"))


def coarse(transcript: Transcript) -> list[Chapter]:
    return [one for one in transcript.chapters if one.level == 0]


def test_chapters_begin_where_the_host_turns_the_page() -> None:
    transcript = parsed(an_interview(4, 4, 4))
    begun = [transcript.text[one.start :][:30] for one in coarse(transcript)]
    assert begun == [f"Okay, now let's talk about {theme}"[:30] for theme in THEMES]


def test_an_answer_that_goes_on_after_an_advertisement_is_no_welcome() -> None:
    talk = parsed(an_interview(2, 2, 2))
    text, answer = talk.text, talk.turns[7]
    pause = text.index(".", answer.start) + 2, text.index(".", answer.start + 150) + 2
    sections = (
        Section("interview", 0, pause[0]),
        Section("sponsor", *pause),
        Section("interview", pause[1], len(text)),
    )
    assert next(one.start for one in talk.turns if one.start > pause[1]) > pause[1] + WELCOME_LENGTH
    chapters = cut_chapters(Tokens(text), talk.turns, talk.exchanges, sections, (), talk.sentences)
    assert "Sponsor" in [one.title for one in chapters]
    assert "Welcome" not in [one.title for one in chapters]


def test_headings_of_the_file_are_its_chapters() -> None:
    source = an_interview(4, 4, 4)
    headed = Source(
        "plain", source.segments, headings=(Heading("Pears", 0), Heading("Boats and clocks", 10))
    )
    assert [one.title for one in parsed(headed).chapters] == ["Pears", "Boats and clocks"]


def test_chapters_of_a_level_follow_one_another_and_finer_ones_lie_inside() -> None:
    transcript = parsed(an_interview(4, 4, 60))
    fine = [one for one in transcript.chapters if one.level == 1]
    outer = coarse(transcript)
    assert fine
    assert all(any(o.start < f.start and f.end <= o.end for o in outer) for f in fine)
    assert all(one.end <= two.start for one, two in pairwise(outer))
    assert outer[0].start == 0
    assert outer[-1].end == len(transcript.text)


def test_a_lecture_is_cut_where_its_words_change() -> None:
    draw = random.Random(2)
    text = " ".join(said_of(theme, 90, draw) for theme in THEMES)
    chapters = parsed(Source("plain", (Segment(text),))).chapters
    changes = [text.index("keel"), text.index("pendulum")]
    assert len(chapters) >= 3
    for change in changes:
        assert min(abs(one.start - change) for one in chapters) < 1200


def test_a_short_text_is_one_chapter() -> None:
    text = said_of("old clocks", 20, random.Random(3))
    (chapter,) = parsed(Source("plain", (Segment(text),))).chapters
    assert (chapter.start, chapter.end) == (0, len(text))


def test_the_shipped_interview_has_the_chapters_of_an_editor(interview: Path) -> None:
    transcript = open_transcript(interview)
    begun = [transcript.text[one.start :][:45] for one in coarse(transcript)]
    for opening in (
        "I cannot believe that this is happening,",
        "Thank you so much for doing this, Jeff.",
        "Thank you. Thank you. So, everyone says",
        "And that’s pretty crazy that you said",
        "Interesting. So, it’s very advanced games",
        "All right. All right. Well, that’s a",
        "Here you see me running the full",
    ):
        assert any(words.startswith(opening) for words in begun), opening
    assert len(begun) == 21


def test_the_best_cuts_are_likely_and_even() -> None:
    places = [10, 20, 30, 40, 50, 60, 70, 80, 90]
    assert best_cuts(places, [0, 0, 5, 0, 0, 5, 0, 0, 0], 0, 100, 2) == [2, 5]
    assert best_cuts(places, [1.0] * 9, 0, 100, 1) == [4]
    assert best_cuts(places, [0.0] * 9, 0, 100, 0) == []


def test_a_file_of_one_word_has_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Yes.\n", "utf-8")
    assert len(playhead.open(file).chapters) == 1


def test_chapters_without_a_title_are_named_after_their_terms_each_differently() -> None:
    terms = {"pear trees": 5.0, "wooden boats": 4.9, "old clocks": 4.8}
    chapters = tuple(
        Chapter(title, place, place + 1) for place, title in enumerate(("Asked", "", "", ""))
    )
    assert [one.title for one in name_chapters(chapters, (terms, terms, terms, {}))] == [
        "Asked",
        "Pear trees and wooden boats",
        "Wooden boats and old clocks",
        "Part 4",
    ]
