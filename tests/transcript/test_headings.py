"""Subject headings: the list can be read, and topics are named after it."""

from __future__ import annotations

from collections import Counter

from tests.transcript.test_topics import a_talk, names, topic

from playhead.transcript.tokens import Tokens
from playhead.transcript.topics.headings import FILE, headings, is_spelling
from playhead.transcript.topics.words import Words


def test_each_wording_is_a_term_of_one_heading() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    listed = [line.split(" | ") for line in lines if not line.startswith("#")]
    wordings = [wording for _, *some in listed for wording in some]
    assert [one for one, count in Counter(wordings).items() if count > 1] == []
    assert [one for one in wordings if not _is_term(one)] == []
    assert len(headings().written) == len(listed)


def _is_term(wording: str) -> bool:
    words = Words(Tokens(wording))
    size = len(wording.split())
    return words.terms(words.ends()[size - 1], size) == [wording]


def test_a_heading_is_preferred_and_named_as_editors_write_it() -> None:
    talk = a_talk(
        "We had a lovely wheelbarrow and fault tolerance is what we like, so the fault tolerance"
        " of a wheelbarrow handle counts. Then mapreduce came, and mapreduce was bigger."
    )
    assert {"fault tolerance", "MapReduce"} <= set(names(talk)[:3])


def test_an_acronym_of_a_heading_is_one_with_it() -> None:
    talk = a_talk(
        "We use reinforcement learning for pears. Then RL picks a pear, and RL picks an apple.",
        "The RL of plums is another thing.",
    )
    found = topic(talk, "reinforcement learning")
    assert [talk.words(one) for one in found.evidence] == [
        "reinforcement learning",
        "RL",
        "RL",
        "RL",
    ]
    assert "RL" not in names(talk)


def test_two_wordings_of_a_heading_are_not_both_topics_of_a_chapter() -> None:
    talk = a_talk(
        "The unit testing of pears is easy. A unit test is quick, and unit tests are fun."
    )
    told = [name for one in talk.chapters for name in one.topics if name.startswith("unit test")]
    assert told
    assert all(len({"unit test", "unit testing"} & set(one.topics)) <= 1 for one in talk.chapters)


def test_spellings() -> None:
    assert is_spelling("chat gpt", "chatgpt")
    assert is_spelling("rl", "reinforcement learning")
    assert is_spelling("initial public offering", "ipo")
    assert not is_spelling("redux", "state management")
