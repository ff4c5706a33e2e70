"""Sentences cover every word once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playhead.formats.source import Segment, Source
from playhead.transcript.clean import clean
from playhead.transcript.sentences import find_sentences


def sentences(*paragraphs: str) -> list[str]:
    cleaned = clean(Source("plain", tuple(Segment(one) for one in paragraphs)))
    return [cleaned.text[one.start : one.end] for one in find_sentences(cleaned)]


def test_ends_are_found() -> None:
    assert sentences("One. Two? “Three!” Four") == ["One.", "Two?", "“Three!”", "Four"]


def test_ends_are_found_in_other_languages() -> None:
    assert sentences("¡Qué bien! ¿Cuánto tarda? Un mes.") == [
        "¡Qué bien!",
        "¿Cuánto tarda?",
        "Un mes.",
    ]
    assert sentences("Trois mois. « C'est long », dit-il.")[1] == "« C'est long », dit-il."
    assert sentences("山本です。ギターを作っています。「木！」と言う。") == [
        "山本です。",
        "ギターを作っています。",
        "「木！」",
        "と言う。",
    ]
    assert sentences("मेरा नाम राम है। मैं गिटार बनाता हूँ।") == [
        "मेरा नाम राम है।",
        "मैं गिटार बनाता हूँ।",
    ]
    assert sentences("من أنت؟ أنا محمد.") == ["من أنت؟", "أنا محمد."]


def test_closing_quotes_stay_with_their_sentence() -> None:
    assert sentences("“Okay, this is good to go.” But if")[0] == "“Okay, this is good to go.”"


def test_abbreviations_do_not_end_one() -> None:
    assert len(sentences("Dr. Dean and Mr. J. Smith spoke. Then it ended.")) == 2
    assert sentences("It ended. Dr. Dean spoke.") == ["It ended.", "Dr. Dean spoke."]


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    cleaned = clean(Source("plain", tuple(Segment(one) for one in paragraphs)))
    found = [cleaned.text[one.start : one.end] for one in find_sentences(cleaned)]
    assert " ".join(found).split() == cleaned.text.split()


def test_a_stretch_in_which_the_punctuation_fails_is_cut_where_sentences_seem_to_begin() -> None:
    bare = (
        "yeah we planted them in the spring of that year and the river came up over the field "
        "what did you do then well we waited until it went down again and we started over with "
        "new trees from the neighbour and they grew"
    )
    text = f"It was a field. {bare} after all of that. It rained."
    found = sentences(text)
    assert (found[0], found[-1]) == ("It was a field.", "It rained.")
    assert any(one.startswith("what did you do then") for one in found)
