"""Labels are trusted; who asks is the host."""

from __future__ import annotations

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.speakers.labelled import labelled_voices
from playhead.transcript.speakers.voices import Voices


def voices(*said: tuple[str | None, str], **about: str) -> Voices:
    source = Source("labelled", tuple(Segment(text, name) for name, text in said), **about)  # type: ignore[arg-type]
    return labelled_voices(source, clean(source))


def roles(found: Voices) -> dict[str, str]:
    return {one.name: one.id for one in found.speakers}


LONG = "We planted forty trees by the river and waited for nine years. " * 4


def test_the_one_who_asks_is_the_host() -> None:
    found = voices(("Bob", LONG), ("Ann", "Why there? And how?"), ("Bob", LONG))
    assert roles(found) == {"Bob": "guest", "Ann": "host"}
    assert {one.confidence for one in found.voices} == {1.0}


def test_the_name_in_the_title_is_the_guest() -> None:
    said = (("Ann", "Why? How? When?"), ("Bob", LONG))
    assert roles(voices(*said, title="Growing pears with Ann"))["Ann"] == "guest"


def test_labels_that_say_the_role_are_believed() -> None:
    assert roles(voices(("A", "Why? How?"), ("Q", LONG))) == {"A": "guest", "Q": "host"}


def test_more_speakers_are_numbered() -> None:
    said = (("Ann", "Why did you begin?"), ("Bob", LONG), ("Carla", LONG), ("Ann", "And how long?"))
    found = voices(*said)
    assert roles(found) == {"Ann": "host", "Bob": "guest", "Carla": "guest2"}


def test_words_before_the_first_label_have_no_speaker() -> None:
    found = voices((None, "Music plays."), ("Ann", "Why?"), ("Bob", LONG))
    assert found.voices[0].speaker is None


def test_questions_have_other_marks_in_other_scripts() -> None:
    assert roles(voices(("李明", "三个月。"), ("王", "做一把吉他要多久？"))) == {
        "李明": "guest",
        "王": "host",
    }
    assert roles(voices(("محمد", "ثلاثة أشهر."), ("علي", "كم يستغرق؟"))) == {
        "محمد": "guest",
        "علي": "host",
    }


def test_roles_are_known_in_other_languages() -> None:
    found = roles(voices(("Иван", "Почему? Как?"), ("Ведущая", LONG)))
    assert found == {"Иван": "guest", "Ведущая": "host"}
