"""Stage 9. Exchanges and topics -> chapters: a table of contents."""

from __future__ import annotations

from playhead.transcript.model import Chapter, Exchange, Section, Topic, Turn

TITLE_LENGTH = 60


def cut_chapters(
    text: str,
    turns: tuple[Turn, ...],
    exchanges: tuple[Exchange, ...],
    sections: tuple[Section, ...],
    topics: tuple[Topic, ...],
    headings: tuple[tuple[int, str], ...] = (),
) -> tuple[Chapter, ...]:
    """Begin a chapter at each heading of the file or, where it has none, at each main question."""
    places = list(headings)
    if not places and turns:
        first = {turn.id: turn.start for turn in turns}
        places = [(first[one.question[0]], "") for one in exchanges if one.follows is None]
        if not places or places[0][0] > turns[0].start:
            places.insert(0, (turns[0].start, ""))
    ends = [place for place, _ in places[1:]] + [len(text)]
    return tuple(
        Chapter(title or _title(text[start:end]), start, end)
        for (start, title), end in zip(places, ends, strict=True)
    )


def _title(words: str) -> str:
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0]
