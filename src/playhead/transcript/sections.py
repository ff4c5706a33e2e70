"""Stage 3. Sentences -> sections: teaser, introduction, interview, sponsor, closing."""

from __future__ import annotations

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, Sentence


def find_sections(cleaned: Cleaned, sentences: tuple[Sentence, ...]) -> tuple[Section, ...]:
    """Tell the parts of the recording apart; together they cover the text."""
    return (Section("interview", 0, len(cleaned.text)),) if sentences else ()
