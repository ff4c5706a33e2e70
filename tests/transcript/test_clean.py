"""The one text of a transcript is made of segments, and times stand at their words."""

from __future__ import annotations

from playhead.formats.source import Segment, Source, WordTime
from playhead.transcript.clean import clean


def test_no_space_comes_between_letters_of_scripts_without_spaces() -> None:
    said = ("今日は山本さんに\n来て", "いただきました。", "Python を", "使う", "so\nit goes")
    source = Source("captions", tuple(Segment(one, paragraph=not n) for n, one in enumerate(said)))
    assert clean(source).text == "今日は山本さんに来ていただきました。 Python を使う so it goes"


def test_times_of_words_stand_at_their_words() -> None:
    segments = (
        Segment("so it\n goes", start=1.0, words=(WordTime(3, 2.0), WordTime(7, 3.0))),
        Segment("木を乾かす", words=(WordTime(0, 4.0), WordTime(2, 5.0))),
    )
    found = clean(Source("json", segments))
    assert [(one.seconds, found.text[one.offset :][:2]) for one in found.marks] == [
        (1.0, "so"),
        (2.0, "it"),
        (3.0, "go"),
        (4.0, "木を"),
        (5.0, "乾か"),
    ]
