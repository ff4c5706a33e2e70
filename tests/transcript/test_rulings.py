"""Rulings on topics."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import playhead
from playhead.transcript.anchoring.anchor import make_selector
from playhead.transcript.model import Chapter, Span, Topic, Transcript
from playhead.transcript.topics.rulings import TopicRuling, rule_topics


def a_talk(tmp_path: Path) -> Transcript:
    """Two turns about chips and two names for one topic."""
    file = tmp_path / "talk.txt"
    file.write_text("Ann: What about chips and silicon?\n\nBen: Chips are silicon.\n")
    talk = playhead.open(file)
    one, two = (turn.id for turn in talk.turns)
    return replace(
        talk,
        turns=tuple(replace(turn, topics=("chips", "silicon")) for turn in talk.turns),
        chapters=(Chapter("Chips", 0, len(talk.text), ("silicon", "chips")),),
        topics=(
            Topic("chips", (one, two), 1.0, (Span(11, 16),)),
            Topic("silicon", (two,), 0.5, (Span(40, 47),)),
        ),
    )


def test_a_topic_is_renamed_everywhere(tmp_path: Path) -> None:
    ruled = rule_topics(a_talk(tmp_path), [TopicRuling("1", "rename", "Silicon", "wafers")])
    assert [topic.name for topic in ruled.topics] == ["chips", "wafers"]
    assert ruled.turns[0].topics == ("chips", "wafers")
    assert ruled.chapters[0].topics == ("wafers", "chips")


def test_merged_topics_share_turns_and_evidence(tmp_path: Path) -> None:
    talk = a_talk(tmp_path)
    ruled = rule_topics(talk, [TopicRuling("1", "merge", "silicon", "CHIPS")])
    (topic,) = ruled.topics
    assert (topic.name, topic.turns, len(topic.evidence)) == ("chips", talk.topics[0].turns, 2)
    assert ruled.chapters[0].topics == ("chips",)


def test_hidden_topics_are_gone_and_unknown_ones_change_nothing(tmp_path: Path) -> None:
    talk = a_talk(tmp_path)
    ruled = rule_topics(talk, [TopicRuling("1", "hide", "chips"), TopicRuling("2", "hide", "x")])
    assert [topic.name for topic in ruled.topics] == ["silicon"]
    assert ruled.turns[1].topics == ("silicon",)
    assert rule_topics(talk, [TopicRuling("1", "hide", "x")]) == talk


def test_a_topic_is_added_to_the_words_it_is_given(tmp_path: Path) -> None:
    talk = a_talk(tmp_path)
    place = make_selector(talk.text, talk.turns[1].start, talk.turns[1].end)
    ruled = rule_topics(talk, [TopicRuling("1", "add", "sand", place=place)])
    assert ruled.topics[0].name == "sand"
    assert ruled.topics[0].turns == (talk.turns[1].id,)
    assert [one.topics for one in ruled.turns] == [
        ("chips", "silicon"),
        ("sand", "chips", "silicon"),
    ]
    assert "sand" in ruled.chapters[0].topics
    lost = make_selector("Somewhere else entirely, of something else.", 0, 43)
    assert rule_topics(talk, [TopicRuling("1", "add", "sand", place=lost)]) == talk


def test_an_added_topic_joins_the_one_there_is_and_can_be_renamed(tmp_path: Path) -> None:
    talk = a_talk(tmp_path)
    place = make_selector(talk.text, talk.turns[0].start, talk.turns[0].end)
    rulings = [
        TopicRuling("1", "rename", "silicon", "wafers"),
        TopicRuling("2", "add", "Silicon", place=place),
    ]
    ruled = rule_topics(talk, rulings)
    (topic,) = [one for one in ruled.topics if one.name == "wafers"]
    assert topic.turns == tuple(turn.id for turn in talk.turns)
