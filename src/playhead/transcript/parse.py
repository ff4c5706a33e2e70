"""Source -> Transcript. The stages in the order in which data flows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playhead.collector import collector_off
from playhead.formats.source import Source
from playhead.transcript.clean import Cleaned, clean
from playhead.transcript.corrections.applying import Correction, correct
from playhead.transcript.model import Origin, Section, Sentence, Transcript
from playhead.transcript.outline.exchanges import link_exchanges
from playhead.transcript.sections import find_sections
from playhead.transcript.sentences import find_sentences
from playhead.transcript.speakers import Voice, Voices, identify_speakers
from playhead.transcript.times import Clock, pace_of
from playhead.transcript.turns import build_turns

Progress = Callable[[str, float], None]
"""Told the name of the stage at work and the share of it done, 0 to 1."""


def silent(stage: str, share: float) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What the first stages make of a source: enough to be read, and to be parsed further."""

    cleaned: Cleaned
    sentences: tuple[Sentence, ...]


def begin(source: Source, progress: Progress = silent) -> Begun:
    """Make the text of what a format module read, and find its sentences."""
    with collector_off():
        progress("clean", 0.0)
        cleaned = clean(source)
        progress("sentences", 0.0)
        return Begun(cleaned, find_sentences(cleaned))


def parse(
    source: Source,
    origin: Origin,
    corrections: Sequence[Correction] = (),
    progress: Progress = silent,
    begun: Begun | None = None,
) -> Transcript:
    """Make a transcript of what a format module read; `corrections` are applied last of what is guessed.

    `begun` is what `begin` made of `source`, where that was asked for before.
    """
    begun = begun or begin(source, progress)
    with collector_off():
        return _parse(source, begun, origin, corrections, progress)


def _parse(
    source: Source,
    begun: Begun,
    origin: Origin,
    corrections: Sequence[Correction],
    progress: Progress,
) -> Transcript:
    # Numpy takes a while to load, and a draft does without.
    from playhead.transcript.outline.chapters import cut_chapters, name_chapters
    from playhead.transcript.tokens import Tokens
    from playhead.transcript.topics.tagging import tag_topics

    cleaned, sentences = begun.cleaned, begun.sentences
    progress("sections", 0.0)
    tokens = Tokens(cleaned.text)
    sections = find_sections(cleaned, tokens, sentences)
    progress("speakers", 0.0)
    guessed = identify_speakers(
        source, cleaned, tokens, sentences, sections, lambda share: progress("speakers", share)
    )
    corrected = correct(cleaned.text, guessed, sections, corrections)
    voices, sections = corrected.voices, corrected.sections
    clock = Clock(cleaned.marks, pace_of(cleaned.text))
    progress("turns", 0.0)
    turns = build_turns(
        cleaned.text,
        voices.voices,
        voices.speakers,
        sections,
        clock,
        corrected.breaks | cleaned.changes,
    )
    exchanges = link_exchanges(cleaned.text, turns, sections)
    progress("chapters", 0.0)
    chapters = cut_chapters(tokens, turns, exchanges, sections, cleaned.headings, sentences)
    progress("topics", 0.0)
    topics, turns, chapters, titling = tag_topics(tokens, turns, chapters, voices.speakers)
    chapters = name_chapters(chapters, titling)
    progress("done", 1.0)
    return Transcript(
        origin=origin,
        title=source.title,
        channel=source.channel,
        date=source.date,
        address=source.address,
        language=source.language,
        text=cleaned.text,
        sentences=sentences,
        speakers=voices.speakers,
        sections=sections,
        turns=turns,
        exchanges=exchanges,
        chapters=chapters,
        topics=topics,
        notices=(*cleaned.notices, *_told(voices, bool(corrections)), *corrected.notices),
        marks=cleaned.marks,
    )


def _told(voices: Voices, corrected: bool) -> tuple[str, ...]:
    """What is said about who speaks: nothing of guesses where a person has checked every word."""
    if corrected and all(voice.confidence == 1.0 for voice in voices.voices):
        return ("who speaks where was checked by hand",)
    return voices.notices


def draft(source: Source, origin: Origin, begun: Begun | None = None) -> Transcript:
    """The words at once: one turn a paragraph with no speaker, to be read while `parse` goes on."""
    begun = begun or begin(source)
    cleaned = begun.cleaned
    sections = (Section("interview", 0, len(cleaned.text)),)
    voices = tuple(Voice(one.start, one.end, None, 0.0) for one in cleaned.paragraphs)
    turns = build_turns(
        cleaned.text, voices, (), sections, Clock(cleaned.marks, pace_of(cleaned.text))
    )
    return Transcript(
        origin=origin,
        title=source.title,
        channel=source.channel,
        date=source.date,
        address=source.address,
        language=source.language,
        text=cleaned.text,
        sentences=begun.sentences,
        speakers=(),
        sections=sections,
        turns=turns,
        exchanges=(),
        chapters=(),
        topics=(),
        notices=cleaned.notices,
        marks=cleaned.marks,
    )
