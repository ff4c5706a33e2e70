"""A person's rulings on topics: renamed, merged, hidden; applied to topics, turns and chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from playhead.transcript.model import Span, Topic, Transcript

RulingAction = Literal["rename", "merge", "hide"]


@dataclass(frozen=True, slots=True)
class TopicRuling:
    """rename: `topic` is called `to`. merge: it is a part of `to`. hide: it is no topic."""

    id: str
    action: RulingAction
    topic: str
    to: str = ""


def rule_topics(transcript: Transcript, rulings: Sequence[TopicRuling]) -> Transcript:
    """The transcript with `rulings` applied in order; those on topics it lacks change nothing."""
    if not rulings:
        return transcript
    names = {topic.name: topic.name for topic in transcript.topics}
    for ruling in rulings:
        to = "" if ruling.action == "hide" else _spelled(names, ruling.to)
        for name, called in names.items():
            if called and called.casefold() == ruling.topic.casefold():
                names[name] = to
    return replace(
        transcript,
        topics=_gathered(transcript, names),
        turns=tuple(replace(one, topics=_renamed(one.topics, names)) for one in transcript.turns),
        chapters=tuple(
            replace(one, topics=_renamed(one.topics, names)) for one in transcript.chapters
        ),
    )


def _spelled(names: dict[str, str], to: str) -> str:
    """`to` as a topic there is already spells it."""
    return next((one for one in names.values() if one.casefold() == to.casefold()), to)


def _renamed(topics: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    called = (names.get(topic, topic) for topic in topics)
    return tuple(dict.fromkeys(name for name in called if name))


def _gathered(transcript: Transcript, names: dict[str, str]) -> tuple[Topic, ...]:
    """Topics under their new names; those that share one have their turns and words together."""
    order = {turn.id: index for index, turn in enumerate(transcript.turns)}
    found: dict[str, list[Topic]] = {}
    for topic in transcript.topics:
        if names[topic.name]:
            found.setdefault(names[topic.name], []).append(topic)
    topics = [_merged(name, group, order) for name, group in found.items()]
    return tuple(sorted(topics, key=lambda topic: -topic.weight))


def _merged(name: str, group: list[Topic], order: dict[str, int]) -> Topic:
    turns = {turn for topic in group for turn in topic.turns}
    evidence: set[Span] = {span for topic in group for span in topic.evidence}
    return Topic(
        name,
        tuple(sorted(turns, key=lambda turn: order.get(turn, 0))),
        max(topic.weight for topic in group),
        tuple(sorted(evidence, key=lambda span: span.start)),
    )
