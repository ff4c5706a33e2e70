"""What the text can be filtered by: speakers and topics, with how much there is of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playhead.reader.dialogs.choice import Choice
from playhead.text import counted
from playhead.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What is wanted: a topic by name, a speaker by id, or with kind "" everything again."""

    kind: Literal["", "topic", "speaker"]
    value: str = ""


def filter_choices(transcript: Transcript, current: FilterChoice | None) -> list[Choice]:
    """The end of the filter at work, the speakers, the topics from the weightiest."""
    choices = []
    if current and current.kind:
        choices.append(Choice(FilterChoice(""), "everything again", "ends the filter"))
    counts: dict[str, int] = {}
    for turn in transcript.turns:
        counts[turn.speaker or ""] = counts.get(turn.speaker or "", 0) + 1
    for speaker in transcript.speakers:
        beside = counted(counts.get(speaker.id, 0), "turn")
        value = FilterChoice("speaker", speaker.id)
        choices.append(Choice(value, speaker.name or speaker.id, beside, "speaker"))
    for topic in sorted(transcript.topics, key=lambda one: -one.weight):
        value = FilterChoice("topic", topic.name)
        choices.append(Choice(value, topic.name, counted(len(topic.turns), "turn"), "topic  "))
    return choices
