"""Topics: terms a person would file a talk under, with their evidence."""

from __future__ import annotations

import playhead
from playhead.formats.source import Segment, Source
from playhead.library import shipped_interview
from playhead.transcript.model import Origin, Topic, Transcript
from playhead.transcript.parse import parse
from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.words import Words, fold

FILLER = (
    "Yeah, you know, I mean, that was ten years ago and we did lots of things that were good for"
    " us, so it was really something that I would do again. "
) * 4


def a_talk(*answers: str, host: str = "Ann Pebble") -> Transcript:
    """A host asks of pruning, a guest answers."""
    segments = [Segment("So what do you think about all of that?", host)]
    segments += [Segment(FILLER + answer + " " + FILLER, "Bo Quill") for answer in answers]
    roles = {host: "host", "Bo Quill": "guest"}
    return parse(Source("plain", tuple(segments), speakers=roles), Origin("", "", "plain"))


def names(transcript: Transcript) -> list[str]:
    return [topic.name for topic in transcript.topics]


def topic(transcript: Transcript, name: str) -> Topic:
    return next(one for one in transcript.topics if one.name == name)


def test_a_term_is_a_topic_and_filler_is_none() -> None:
    found = names(a_talk("We use grafting wax on every orchard wall. Grafting wax is sticky."))
    assert "grafting wax" in found
    assert not {"yeah", "things", "lots", "years", "ten years"} & set(found)


def test_evidence_is_the_words_that_show_it() -> None:
    talk = a_talk("We use grafting wax on pears. I like that grafting wax.", "No wax here.")
    found = topic(talk, "grafting wax")
    assert [talk.words(span) for span in found.evidence] == ["grafting wax", "grafting wax"]
    assert found.turns == (talk.turns[1].id,)
    assert "grafting wax" in talk.turns[1].topics
    assert "grafting wax" in talk.chapters[0].topics


def test_variants_are_one() -> None:
    talk = a_talk("The pre-grafting was hard. Pregrafting is the best, and pre-grafting is cheap.")
    (name,) = [name for name in names(talk) if "grafting" in name.lower()]
    assert len(topic(talk, name).evidence) == 3
    talk = a_talk("We sell seed drills. I wrote about the seed drill. A seed drill is heavy.")
    (name,) = [name for name in names(talk) if "drill" in name]
    assert len(topic(talk, name).evidence) == 3


def test_an_acronym_is_one_with_what_it_stands_for() -> None:
    talk = a_talk("We trust root zone irrigation here. The RZI is cheap, and RZI is quick.")
    assert "RZI" not in names(talk)
    found = topic(talk, "root zone irrigation")
    assert {talk.words(span) for span in found.evidence} == {"root zone irrigation", "RZI"}


def test_the_names_of_those_who_speak_are_none() -> None:
    talk = a_talk("Pebble and I know that Quill is a name. Pebble has a name. Quill, Quill.")
    assert not [name for name in names(talk) if "Pebble" in name or "Quill" in name]


def test_words_of_a_channel_in_lower_case_are_words() -> None:
    talk = a_talk("We dry the grafting wax. The grafting wax is dry.", host="Grafting Wax Weekly")
    assert "grafting wax" in names(talk)


def test_thin_text_has_no_topics() -> None:
    assert not names(a_talk())
    assert not parse(
        Source("plain", (Segment("Grafting wax. Grafting wax is good."),)), Origin("", "", "")
    ).topics


def test_punctuation_and_common_words_cut_a_term() -> None:
    words = Words(Tokens("Grafting wax, orchard's wall [laughter] of (pear) trees\nwood"))
    ones, twos, threes = words.ends()
    assert words.terms(ones, 1) == "grafting wax orchard wall pear tree wood".split()
    assert words.terms(twos, 2) == ["grafting wax"]
    assert not threes.size


def test_a_word_that_only_describes_begins_a_term_and_is_none() -> None:
    words = Words(Tokens("We open it. It is open source wax, of a long frost."))
    ones, twos, threes = words.ends()
    assert words.terms(ones, 1) == ["source", "wax", "frost"]
    assert words.terms(twos, 2) == ["open source", "source wax", "long frost"]
    assert words.terms(threes, 3) == ["open source wax"]


def test_folding() -> None:
    assert [fold(word) for word in ("pre-training", "studies", "classes", "bus", "gas")] == [
        "pretraining",
        "study",
        "class",
        "bus",
        "gas",
    ]


def test_the_shipped_interview_is_filed_under_what_it_is_about() -> None:
    found = {name.lower() for name in names(playhead.open(shipped_interview()))}
    for name in ("training data", "data centers", "fp4", "continual learning", "distillation"):
        assert name in found
    assert not {"jeff", "dean", "yeah", "things", "lots of things", "10 years"} & found
