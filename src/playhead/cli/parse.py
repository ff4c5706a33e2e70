"""`playhead parse [FILE…]`: the turns, for people or for programs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from playhead.cli.opening import each_transcript, ruled_out
from playhead.cli.output import say, say_json

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
    from playhead.transcript.document import to_document

    indent = 1 if options.shape == "json" and sys.stdout.isatty() else None
    failures: list[int] = []
    for transcript in each_transcript(options, options.files, failures):
        say_json(to_document(transcript), indent)
    return ruled_out(failures)


def print_text(options: Namespace, files: list[str]) -> int:
    """Print the turns of `files`, or of the shipped interview, for people."""
    failures: list[int] = []
    for number, transcript in enumerate(each_transcript(options, files, failures)):
        if number:
            say()
        _print_turns(transcript)
    return ruled_out(failures)


def _print_turns(transcript: Transcript) -> None:
    say(
        " · ".join(part for part in (transcript.title, transcript.channel, transcript.date) if part)
    )
    for notice in transcript.notices:
        say(f"note: {notice}")
    chapters = list(transcript.chapters)
    for turn in transcript.turns:
        while chapters and chapters[0].start <= turn.start:
            say(f"\n── {chapters.pop(0).title}")
        say(f"\n{_heading(transcript, turn)}\n{transcript.words(turn)}")


def _heading(transcript: Transcript, turn: Turn) -> str:
    from playhead.transcript.times import clock_face

    doubt = "" if turn.confidence >= 0.8 else f"  ({turn.confidence:.0%} sure)"
    time = ("≈ " if turn.time.estimated else "") + clock_face(turn.time.start)
    return f"{turn.id}  {transcript.name_of(turn.speaker) or 'Speaker unknown'}  {time}{doubt}"
