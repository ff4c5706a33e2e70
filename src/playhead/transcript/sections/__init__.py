"""Stage 3. Sentences -> sections: teaser, introduction, interview, sponsor, closing."""

from playhead.transcript.sections.finding import find_sections

__all__ = ["find_sections"]
