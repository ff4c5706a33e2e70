"""`playhead convert FILE --to FORMAT`: mended turns go back to the world."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from playhead.cli.opening import open_one, tell_unread
from playhead.cli.output import escaped, fail
from playhead.formats.unreadable import UnreadableError

FORMATS = ("srt", "vtt", "json", "markdown", "txt", "podcast")


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `convert`."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="the transcript to convert")
    parser.add_argument("--to", dest="target", choices=FORMATS, required=True, help="the format")
    parser.add_argument("--output", metavar="PATH", default=None, help="write here, not to stdout")


def run(options: Namespace) -> int:
    """Write the transcript, with corrections, to standard output or to a new file."""
    from playhead.formats.writing import WRITERS

    try:
        transcript = open_one(options, options.file)
    except UnreadableError as error:
        return fail(options.file, str(error))
    tell_unread(options, transcript)
    written = WRITERS[options.target](transcript)
    if options.target in ("json", "podcast"):
        written = escaped(written)
    if options.output is None:
        sys.stdout.write(written)
        return 0
    target = Path(options.output)
    if options.file and target.exists() and target.samefile(options.file):
        return fail(options.output, "is the transcript itself, which is never written")
    try:
        target.write_text(written, encoding="utf-8", newline="\n")
    except OSError as error:
        return fail(options.output, (error.strerror or "cannot be written").lower())
    return 0
