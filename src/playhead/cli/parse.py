"""`playhead parse [FILE…]`: the turns, for people or for programs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from playhead.cli.opening import each_made, ruled_out
from playhead.cli.output import json_text, say

if TYPE_CHECKING:
    from playhead.transcript.model import Transcript, Turn


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `parse`."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="transcripts or folders of them")
    parser.add_argument("--format", dest="shape", choices=("text", "json", "jsonl"), default="text")


def run(options: Namespace) -> int:
    """Print every transcript; those that cannot be read are told and do not stop the rest."""
    if options.shape == "text":
        return print_text(options, options.files)
    indent = 1 if options.shape == "json" and sys.stdout.isatty() else None
    failures: list[int] = []
    for document in each_made(options, options.files, failures, partial(_document, indent)):
        print(document)
    return ruled_out(failures)


def print_text(options: Namespace, files: list[str]) -> int:
    """Print the turns of `files`, or of the shipped interview, for people."""
    failures: list[int] = []
    for number, text in enumerate(each_made(options, files, failures, _text)):
        if number:
            say()
        say(text)
    return ruled_out(failures)


def _document(indent: int | None, transcript: Transcript) -> str:
    from playhead.transcript.document import to_document

    return json_text(to_document(transcript), indent)


def _text(transcript: Transcript) -> str:
    return "\n".join(_lines(transcript))


def _lines(transcript: Transcript) -> Iterator[str]:
    yield " · ".join(
        part for part in (transcript.title, transcript.channel, transcript.date) if part
    )
    for notice in transcript.notices:
        yield f"note: {notice}"
    chapters = list(transcript.chapters)
    for turn in transcript.turns:
        while chapters and chapters[0].start <= turn.start:
            yield f"\n── {chapters.pop(0).title}"
        yield f"\n{_heading(transcript, turn)}\n{transcript.words(turn)}"


def _heading(transcript: Transcript, turn: Turn) -> str:
    from playhead.transcript.times import clock_face

    doubt = "" if turn.confidence >= 0.8 else f"  ({turn.confidence:.0%} sure)"
    time = ("≈ " if turn.time.estimated else "") + clock_face(turn.time.start)
    return f"{turn.id}  {transcript.name_of(turn.speaker) or 'Speaker unknown'}  {time}{doubt}"
