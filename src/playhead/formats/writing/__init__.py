"""Transcript -> the text of a file in another format. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable

from playhead.formats.writing.captions import to_subrip, to_webvtt
from playhead.formats.writing.documents import to_json, to_podcast
from playhead.formats.writing.text import to_labelled_text, to_markdown
from playhead.transcript.model import Transcript

WRITERS: dict[str, Callable[[Transcript], str]] = {
    "srt": to_subrip,
    "vtt": to_webvtt,
    "json": to_json,
    "markdown": to_markdown,
    "txt": to_labelled_text,
    "podcast": to_podcast,
}
"""Name of a format -> function from a transcript to the text of a file."""
