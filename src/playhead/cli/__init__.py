"""The commands. A module each, imported only when its command runs."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from argparse import ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import partial
from typing import NoReturn

COMMANDS = {
    "parse": "print the turns of transcripts",
    "search": "find passages, also half-remembered ones",
    "topics": "topics and chapters of a transcript",
    "notes": "add, list, edit, remove, export, import and check notes",
    "turns": "mend who speaks: edit, import or export the turns",
    "convert": "write a transcript in another format",
    "formats": "list the formats that can be read",
}

_DESCRIPTION = """A scrubbable transcript study reader for the terminal.

  playhead FILE             read FILE (any transcript; see playhead formats)
  playhead                  read on where you were; the first time, the shipped interview
  playhead COMMAND --help   how a command is used

commands:
"""


class OneLineParser(ArgumentParser):
    """An argument parser whose errors are one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words given and where help is."""
        from playhead.cli.output import complain

        complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(2)


def run(words: Sequence[str]) -> int:
    """Run the command that `words` name and return its exit code: 0, 1 nothing found, 2 refused."""
    before, command, after = _split(list(words))
    parser = _parser(command)
    module = importlib.import_module(f"playhead.cli.{command or 'reader'}")
    module.configure(parser)
    options = parser.parse_args([*before, *after])
    if options.notes and (reason := _unreadable(options.notes)):
        from playhead.cli.output import fail

        return fail(options.notes, reason)
    gc.freeze()
    gc.enable()
    try:
        code: int = module.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _unreadable(notes: str) -> str:
    """What is wrong with the file of notes that a person names, or nothing."""
    from playhead.files import check_file
    from playhead.formats.unreadable import UnreadableError

    if notes == "-":
        return "is standard input; notes are written too, so they need a file"
    try:
        check_file(notes)
    except UnreadableError as error:
        return f"cannot be read: {error}"
    return ""


def _split(words: list[str]) -> tuple[list[str], str | None, list[str]]:
    """Split at the command: options may stand before it. No command means the reader."""
    index = 0
    while index < len(words) and words[index].startswith("--"):
        index += 2 if words[index] in ("--notes", "--from") else 1
    if index < len(words) and words[index] in COMMANDS:
        return words[:index], words[index], words[index + 1 :]
    return [], None, words


def _width() -> int:
    """Columns for help; argparse would import much to find them, and for every option."""
    try:
        columns = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 80
    except (OSError, ValueError):
        columns = 80
    return max(40, min(columns, 100)) - 2


def _parser(command: str | None) -> ArgumentParser:
    if command:
        parser: ArgumentParser = OneLineParser(
            prog=f"playhead {command}",
            description=f"{COMMANDS[command].capitalize()}.",
            formatter_class=partial(HelpFormatter, width=_width()),
        )
    else:
        table = "".join(f"  {name:<10}{purpose}\n" for name, purpose in COMMANDS.items())
        parser = OneLineParser(
            prog="playhead",
            description=_DESCRIPTION + table,
            formatter_class=partial(RawDescriptionHelpFormatter, width=_width()),
        )
        parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--notes", metavar="PATH", default=None, help="use this file of notes")
    if command != "formats":
        parser.add_argument(
            "--from",
            dest="source_format",
            metavar="FORMAT",
            default=None,
            help="read FILE as this format (see playhead formats)",
        )
        parser.add_argument(
            "--no-corrections", action="store_true", help="leave out corrections made by hand"
        )
    return parser
