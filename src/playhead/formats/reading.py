"""The formats, and how the one that fits a file is found: by content, or as the person says."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from playhead.collector import collector_off
from playhead.formats import web
from playhead.formats.captions import cues, json_captions, subtitles, tables, timed_text
from playhead.formats.dates import iso_date
from playhead.formats.day_times import since_first
from playhead.formats.decoding import decode, unpacked
from playhead.formats.documents import KINDS, read_document
from playhead.formats.front_matter import add_front_matter, split_front_matter
from playhead.formats.source import Source
from playhead.formats.text import bold_questions, labelled, plain
from playhead.formats.unreadable import UnreadableError
from playhead.text import one_line, safe


class Format(Protocol):
    """What a format module offers."""

    NAME: str
    TITLE: str

    def sniff(self, head: str, path: str) -> float:
        """How likely, 0 to 1, text that begins with `head` is of this format."""

    def read(self, data: str, path: str) -> Source:
        """Read `data`. Raises UnreadableError where it is broken beyond reading."""


FORMATS: tuple[Format, ...] = (
    cues,
    subtitles,
    timed_text,
    json_captions,
    web,
    tables,
    bold_questions,
    labelled,
    plain,
)
MARKUP = {
    "<?xml": "XML of a kind that is not read",
    'File type = "ooTextFile"': "a TextGrid of Praat",
}
"""How texts begin that are meant for programs, where no format knows them."""

HEAD = 16384
"""Characters of a file that `sniff` is shown."""


def read_source(data: bytes, path: str, name: str | None = None) -> Source:
    """Decode `data`, find its format by content (or take `name`) and read it.

    Raises UnreadableError for binary or empty input and for an unknown `name`.
    """
    with collector_off():
        return _read_source(data, path, name)


def _read_source(data: bytes, path: str, name: str | None) -> Source:
    data = unpacked(data)
    document = read_document(data)
    if name in KINDS:
        if document is None or document.kind != name:
            raise UnreadableError(f"is no {name} document")
        name = None
    text, told = (document.text, document.notices) if document else decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, about, lines = split_front_matter(text)
    source = since_first(choose(text, path, name).read(text, path))
    source = add_front_matter(source, about, lines)
    if document:
        source = replace(source, format=document.kind, title=source.title or document.title)
    if not any(safe(segment.text).strip() for segment in source.segments):
        raise UnreadableError("there are no spoken words in it")
    return _safe(replace(source, date=iso_date(source.date), notices=(*told, *source.notices)))


def _safe(source: Source) -> Source:
    """`source` with names and all that stands in its head fit for a screen; words are made so later."""
    names = {one.speaker for one in source.segments if one.speaker}
    mended = {name: one_line(name) or None for name in names if one_line(name) != name}
    segments = source.segments
    if mended:
        segments = tuple(
            replace(one, speaker=mended.get(one.speaker, one.speaker)) if one.speaker else one
            for one in segments
        )
    return replace(
        source,
        segments=segments,
        title=one_line(source.title),
        channel=one_line(source.channel),
        date=one_line(source.date),
        address=one_line(source.address),
        language=one_line(source.language),
        headings=tuple(replace(one, title=one_line(one.title)) for one in source.headings),
        speakers={one_line(name): role for name, role in source.speakers.items()},
        notices=tuple(map(one_line, source.notices)),
    )


def choose(text: str, path: str, name: str | None) -> Format:
    """The format called `name`, or the likeliest by content. Raises UnreadableError."""
    if name:
        for one in FORMATS:
            if name == one.NAME:
                return one
        raise UnreadableError(f"there is no format {name} (see playhead formats)")
    head = text.lstrip("\n")[:HEAD]
    likeliest = max(FORMATS, key=lambda one: one.sniff(head, path))
    if likeliest in (plain, labelled) and (kind := _marked_up(head)):
        raise UnreadableError(f"is {kind}; convert it to one of those that playhead formats lists")
    return likeliest


def _marked_up(head: str) -> str:
    """What a text is that is meant for programs and would be no pleasure to read, or nothing."""
    begin = head.lstrip("\ufeff \t\n")[:200]
    return next((kind for sign, kind in MARKUP.items() if begin.startswith(sign)), "")
