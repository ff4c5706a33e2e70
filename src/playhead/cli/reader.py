"""`playhead [FILE]`: the reader."""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from playhead.cli.output import fail
from playhead.formats.unreadable import UnreadableError


def configure(parser: ArgumentParser) -> None:
    """Add the reader's arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a transcript; - is standard input")


def run(options: Namespace) -> int:
    """Open the reader; where the output is no terminal, print the turns."""
    if options.version:
        from playhead import __version__

        print(f"playhead {__version__}")
        return 0
    if not sys.stdout.isatty():
        # Like less: into a pipe goes the text.
        from playhead.cli import parse

        return parse.print_text(options, [options.file] if options.file else [])
    if options.notes and not Path(options.notes).absolute().parent.is_dir():
        return fail(options.notes, "cannot be written: its folder does not exist")
    # Nothing made before the first frame is garbage; to look for it is a tenth of the wait.
    gc.disable()
    from playhead.reader.app import run_reader

    try:
        return run_reader(
            options.file,
            notes=options.notes,
            format=options.source_format,
            use_corrections=not options.no_corrections,
        )
    except UnreadableError as error:
        return fail(options.file or "the last transcript", str(error))
