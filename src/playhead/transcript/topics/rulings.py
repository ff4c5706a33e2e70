"""A person's rulings on topics: renamed, merged, hidden, added; applied to all that has topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from playhead.transcript.anchoring.anchor import Selector, find_anchor
from playhead.transcript.model import Span, Topic, Transcript

RulingAction = Literal["rename", "merge", "hide", "add"]


@dataclass(frozen=True, slots=True)
class TopicRuling:
    """rename: `topic` is called `to`. merge: it is a part of `to`. hide: it is no topic.

    add: the words that `place` tells are about `topic`, found or not.
    """

    id: str
    action: RulingAction
    topic: str
    to: str = ""
    place: Selector | None = None


def rule_topics(transcript: Transcript, rulings: Sequence[TopicRuling]) -> Transcript:
    """The transcript with `rulings` applied in order, additions first.

    Those on topics it lacks, or on words it lacks, change nothing.
    """
    if not rulings:
        return transcript
    for ruling in rulings:
        if ruling.action == "add":
            transcript = _added(transcript, ruling)
    names = {topic.name: topic.name for topic in transcript.topics}
    for ruling in rulings:
        if ruling.action == "add":
            continue
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


def _added(transcript: Transcript, ruling: TopicRuling) -> Transcript:
    """The transcript with a topic added to the words a ruling tells."""
    found = find_anchor(transcript.text, ruling.place) if ruling.place else None
    if found is None or found.start is None or found.end is None:
        return transcript
    start, end = found.start, found.end
    turn = next((one.id for one in reversed(transcript.turns) if one.start <= start), None)
    if turn is None:
        return transcript
    name = _spelled({one.name: one.name for one in transcript.topics}, ruling.topic)
    order = {one.id: index for index, one in enumerate(transcript.turns)}
    added = Topic(name, (turn,), 1.0, (Span(start, end),))
    others = tuple(one for one in transcript.topics if one.name != name)
    same = [one for one in transcript.topics if one.name == name]
    return replace(
        transcript,
        topics=(_merged(name, [*same, added], order), *others),
        turns=tuple(
            replace(one, topics=_first(name, one.topics)) if one.id == turn else one
            for one in transcript.turns
        ),
        chapters=tuple(
            replace(one, topics=_first(name, one.topics)) if one.start <= start < one.end else one
            for one in transcript.chapters
        ),
    )


def _first(name: str, topics: tuple[str, ...]) -> tuple[str, ...]:
    return (name, *(topic for topic in topics if topic != name))


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
