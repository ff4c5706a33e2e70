"""Stage 4. Who speaks: labels given are trusted, the rest is guessed with a confidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playhead.formats.source import Source
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, Sentence
from playhead.transcript.speakers.voices import Voice, Voices

if TYPE_CHECKING:
    from playhead.transcript.tokens import Tokens

__all__ = ["Voice", "Voices", "identify_speakers"]


def identify_speakers(
    source: Source,
    cleaned: Cleaned,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    sections: tuple[Section, ...],
    progress: Callable[[float], None] = lambda share: None,
) -> Voices:
    """Give every word a speaker: the file's labels where it has any, else a guess.

    `progress` is told the share of the guessing that is done, 0 to 1, and may raise to end it.
    """
    # Notes need the types of this folder alone; loading how voices are told takes a while.
    if cleaned.labels:
        from playhead.transcript.speakers.labelled import labelled_voices

        return labelled_voices(source, cleaned)
    from playhead.transcript.speakers.guessed import guess_voices

    return guess_voices(source, cleaned, tokens, sentences, sections, progress)
