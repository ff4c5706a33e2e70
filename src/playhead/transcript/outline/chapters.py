"""Stage 9. Exchanges and sections -> chapters: the table of contents that nobody made."""

from __future__ import annotations

from bisect import bisect_left

from playhead.transcript.model import Chapter, Exchange, Section, Topic, Turn
from playhead.transcript.outline.titles import title_of

SECTION_TITLES = {
    "teaser": "Cold open",
    "introduction": "Introduction",
    "closing": "Thanks and goodbye",
    "sponsor": "Sponsor",
}
SHORT_EXCHANGE = 650
"""Characters of an exchange below which questions come in quick succession."""


def cut_chapters(
    text: str,
    turns: tuple[Turn, ...],
    exchanges: tuple[Exchange, ...],
    sections: tuple[Section, ...],
    topics: tuple[Topic, ...],
    headings: tuple[tuple[int, str], ...] = (),
) -> tuple[Chapter, ...]:
    """Begin a chapter at each heading of the file or, where it has none, at each main question.

    Follow-ups are chapters of level 1 inside the chapter of the question they follow; short
    questions in quick succession share one chapter.
    """
    if headings:
        return _between(text, [(start, title, 0) for start, title in headings], topics)
    first = {turn.id: turn.start for turn in turns}
    last = {turn.id: turn.end for turn in turns}
    places: list[tuple[int, str, int]] = []
    for section in sections:
        if section.kind in SECTION_TITLES:
            places.append((section.start, SECTION_TITLES[section.kind], 0))
        elif turns:
            places.append((section.start, "Welcome", 0))
    before_short = False
    for exchange in exchanges:
        start = first[exchange.question[0]]
        end = max(last[turn] for turn in (*exchange.question, *exchange.answer))
        words = " ".join(text[first[turn] : last[turn]] for turn in exchange.question)
        short = end - start < SHORT_EXCHANGE
        inside = exchange.follows is not None or (short and before_short)
        places.append((start, title_of(words), 1 if inside else 0))
        before_short = short
    return _between(text, _gather(sorted(places)), topics)


def _gather(places: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    """One chapter a place; where a question begins where its section does, the question names it."""
    kept: list[tuple[int, str, int]] = []
    for place in places:
        if kept and place[0] - kept[-1][0] < 1:
            kept[-1] = (place[0], place[1] if kept[-1][1] == "Welcome" else kept[-1][1], 0)
        else:
            kept.append(place)
    return kept


def _between(
    text: str, places: list[tuple[int, str, int]], topics: tuple[Topic, ...]
) -> tuple[Chapter, ...]:
    """Chapters from each place to the next of the same or a coarser level."""
    places_of = {topic.name: [span.start for span in topic.evidence] for topic in topics}
    chapters: list[Chapter] = []
    for number, (start, title, level) in enumerate(places):
        end = next((at for at, _, other in places[number + 1 :] if other <= level), len(text))
        said = {
            name: bisect_left(starts, end) - bisect_left(starts, start)
            for name, starts in places_of.items()
        }
        inside = [topic for topic in topics if said[topic.name]]
        inside.sort(key=lambda topic: -topic.weight * said[topic.name])
        names = tuple(topic.name for topic in inside[:5])
        chapters.append(Chapter(title, start, start + len(text[start:end].rstrip()), names, level))
    return tuple(chapters)
