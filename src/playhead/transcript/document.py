"""Transcript <-> the JSON document that other programs read (`parse --format json`)."""

from __future__ import annotations

from typing import Any

from playhead.transcript.model import Time, Transcript


def time_document(time: Time) -> dict[str, Any]:
    """The JSON form of a time."""
    return {"start": time.start, "end": time.end, "estimated": time.estimated}


def to_document(transcript: Transcript) -> dict[str, Any]:
    """The parsed transcript as plain dictionaries and lists, with the words of each turn."""
    text = transcript.text
    return {
        "playhead": 1,
        "source": {
            "path": transcript.origin.path,
            "sha256": transcript.origin.sha256,
            "format": transcript.origin.format,
        },
        "title": transcript.title,
        "channel": transcript.channel,
        "date": transcript.date,
        "address": transcript.address,
        "language": transcript.language,
        "text": text,
        "speakers": [{"id": s.id, "name": s.name, "role": s.role} for s in transcript.speakers],
        "sections": [{"kind": s.kind, "start": s.start, "end": s.end} for s in transcript.sections],
        "turns": [
            {
                "id": turn.id,
                "speaker": turn.speaker,
                "kind": turn.kind,
                "start": turn.start,
                "end": turn.end,
                "text": text[turn.start : turn.end],
                "confidence": turn.confidence,
                "time": time_document(turn.time),
                "topics": list(turn.topics),
            }
            for turn in transcript.turns
        ],
        "exchanges": [
            {
                "id": e.id,
                "question": list(e.question),
                "answer": list(e.answer),
                "follows": e.follows,
            }
            for e in transcript.exchanges
        ],
        "chapters": [
            {
                "title": c.title,
                "start": c.start,
                "end": c.end,
                "level": c.level,
                "topics": list(c.topics),
            }
            for c in transcript.chapters
        ],
        "topics": [
            {
                "name": t.name,
                "turns": list(t.turns),
                "weight": t.weight,
                "evidence": [{"start": span.start, "end": span.end} for span in t.evidence],
            }
            for t in transcript.topics
        ],
        "notices": list(transcript.notices),
    }
