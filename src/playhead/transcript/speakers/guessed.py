"""Voices of a text without labels, guessed from the words alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from playhead.formats.source import Source
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, Sentence, Speaker
from playhead.transcript.sentences.asking import is_conversation
from playhead.transcript.speakers.adaptation import adapt
from playhead.transcript.speakers.decoding import decide, expect_answers
from playhead.transcript.speakers.names import find_names
from playhead.transcript.speakers.network import hear
from playhead.transcript.speakers.units import split_units
from playhead.transcript.speakers.voices import Voice, Voices
from playhead.transcript.tokens import Tokens

_ENGLISH = re.compile(r"\b(?:the|and|to|of|that|is|you|it|in|we)\b", re.IGNORECASE)
ENGLISH_SHARE = 0.1
"""Less than this share of ten commonest English words among all words is another language."""

MONOLOGUE = 0.95
"""Confidence that an introduction or an advertisement is the host's."""

SPOKEN = ("teaser", "interview", "closing")
"""Kinds of sections in which both speak; the others are the host's alone."""

MARKED_EVERY = 400
"""Words a mark of a change, above which marks are too few to tell where the speaker stays."""

HEARING = 0.8
"""Share of the work that is done when the networks have heard all."""

SMALLEST = 60
"""Words below which nothing can be said about who speaks."""


def guess_voices(
    source: Source,
    cleaned: Cleaned,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    sections: tuple[Section, ...],
    progress: Callable[[float], None] = lambda share: None,
) -> Voices:
    """Guess a host and a guest; a text that shows no conversation keeps one unknown speaker."""
    text = cleaned.text
    units = split_units(text, sentences)
    if notice := _not_a_conversation(text):
        return Voices(
            (), tuple(Voice(unit.start, unit.end, None, 0.0) for unit in units), (notice,)
        )
    host, guest = find_names(source, text)
    names = (host.split()[0] if not source.channel else "", guest.split()[0])
    talk = [section for section in sections if section.kind in SPOKEN]
    spoken = tuple(unit for unit in units if any(s.start <= unit.start < s.end for s in talk))
    said = [text[unit.start : unit.end] for unit in spoken]
    heard = hear(tokens, spoken, names, lambda share: progress(HEARING * share))
    heard = expect_answers(said, heard)
    changes = [unit.start in cleaned.changes for unit in spoken]
    whole = sum(changes) * MARKED_EVERY >= sum(len(words.split()) for words in said)
    heard = adapt(
        tokens,
        spoken,
        heard.with_changes(changes, whole),
        lambda share: progress(HEARING + (1 - HEARING) * share),
    )
    decided = dict(zip(spoken, decide(said, heard, whole), strict=True))
    voices = [
        Voice(unit.start, unit.end, *decided.get(unit, ("host", MONOLOGUE))) for unit in units
    ]
    if len(sections) > 1 and sections[0].kind == "teaser":
        voices = _clips_inherit(text, voices, sections[0].end)
    speakers = (Speaker("host", host, "host"), Speaker("guest", guest, "guest"))
    notice = "speakers are guessed from the words; doubtful turns are marked"
    return Voices(speakers, tuple(voices), (notice,))


def _not_a_conversation(text: str) -> str:
    """Why nobody can be told apart, or an empty string."""
    words = len(text.split())
    if words < SMALLEST:
        return "too few words to tell speakers apart"
    if len(_ENGLISH.findall(text[:200_000])) < ENGLISH_SHARE * len(text[:200_000].split()):
        return "speakers are told apart in English only; shown as one speaker"
    if not is_conversation(text):
        return "no questions found; shown as one speaker"
    return ""


def _clips_inherit(text: str, voices: list[Voice], end: int) -> list[Voice]:
    """Clips of the cold open are by the speaker who says the same words later."""
    later = [(_key(text, one), one) for one in voices if one.start >= end]
    mended: list[Voice] = []
    for voice in voices:
        if voice.start < end:
            words = _key(text, voice)
            same = next(
                (one for key, one in later if words and (words in key or key == words)), None
            )
            if same is not None:
                voice = Voice(voice.start, voice.end, same.speaker, same.confidence)
        mended.append(voice)
    return mended


def _key(text: str, voice: Voice) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text[voice.start : voice.end].lower()))[:60]
