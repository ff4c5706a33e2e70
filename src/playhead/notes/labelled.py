"""A labelled version of a transcript -> corrections in its notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from playhead.transcript.corrections.labelling import (
    SECTION_HEADING,
    Claim,
    LabelledWords,
    Labelling,
    words_of,
)

if TYPE_CHECKING:
    from playhead.notes.notebook import Notebook
    from playhead.transcript.model import SectionKind, Transcript


def read_labelled(text: str) -> LabelledWords:
    """Words with label and section of a labelled text; `# interview` headings name sections."""
    from playhead.formats.reading import read_source

    words: list[str] = []
    labels: list[str | None] = []
    sections: list[SectionKind | None] = []
    kind: SectionKind | None = None
    for number, part in enumerate(SECTION_HEADING.split(text)):
        if number % 2:
            kind = cast("SectionKind", part)
            continue
        if not part.strip():
            continue
        source = read_source(part.encode(), "labelled", "labelled")
        for segment in source.segments:
            found = [word for word, _, _ in words_of(segment.text)]
            words += found
            labels += [None if segment.speaker == "Unknown" else segment.speaker] * len(found)
            sections += [kind] * len(found)
    return LabelledWords(tuple(words), tuple(labels), tuple(sections))


def correct_from(
    notebook: Notebook, transcript: Transcript, labelling: Labelling, everything: bool
) -> int:
    """Write what `labelling` claims as corrections; return how many.

    With `everything` each claim is kept, so that the turns hold under another guess too; else
    only where it differs from the transcript.
    """
    claims = [one for one in labelling.claims if everything or _differs(transcript, one)]
    for claim in claims:
        if claim.section:
            notebook.correct("section", claim.start, claim.end, to=claim.section)
        else:
            notebook.correct("speaker", claim.start, claim.end, to=claim.speaker)
    for speaker, name in labelling.renames:
        notebook.correct("rename", 0, 0, speaker=speaker, to=name)
    return len(claims) + len(labelling.renames)


def _differs(transcript: Transcript, claim: Claim) -> bool:
    if claim.section:
        kinds = {
            one.kind
            for one in transcript.sections
            if one.start < claim.end and claim.start < one.end
        }
        return kinds != {claim.section}
    speakers = {
        one.speaker for one in transcript.turns if one.start < claim.end and claim.start < one.end
    }
    return speakers != {claim.speaker}
