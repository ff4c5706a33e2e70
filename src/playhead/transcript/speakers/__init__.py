"""Stage 4. Who speaks: labels given are trusted, the rest is guessed with a confidence."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.formats.source import Source
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, Sentence, Speaker


@dataclass(frozen=True, slots=True)
class Voice:
    """`text[start:end]` is said by `speaker`; neighbours by one speaker become one turn.

    `confidence` is the probability, 0 to 1, that this is so.
    """

    start: int
    end: int
    speaker: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Voices:
    """Everyone heard, and who says what, in the order of the text and covering every word."""

    speakers: tuple[Speaker, ...]
    voices: tuple[Voice, ...]
    notices: tuple[str, ...] = ()


def identify_speakers(
    source: Source,
    cleaned: Cleaned,
    sentences: tuple[Sentence, ...],
    sections: tuple[Section, ...],
) -> Voices:
    """Give every word a speaker."""
    voices: list[Voice] = []
    names: list[str] = []
    for label in cleaned.labels:
        if label.name not in names:
            names.append(label.name)
    if names:
        ids = {name: f"guest{i}" if i > 1 else ("guest" if i else "host") for i, name in enumerate(names)}
        speakers = tuple(Speaker(ids[n], n, "host" if ids[n] == "host" else "guest") for n in names)
        voices = [Voice(one.start, one.end, ids[one.name], 1.0) for one in cleaned.labels]
        return Voices(speakers, tuple(voices))
    for sentence in sentences:
        asks = cleaned.text[sentence.start : sentence.end].endswith("?")
        voices.append(Voice(sentence.start, sentence.end, "host" if asks else "guest", 0.6))
    return Voices((Speaker("host", "Host", "host"), Speaker("guest", "Guest", "guest")), tuple(voices))
