"""`playhead formats`: what can be read."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from playhead.cli.output import say


def configure(parser: ArgumentParser) -> None:
    """The command takes no arguments."""


def run(options: Namespace) -> int:
    """Print the name of each format, for `--from`, and what it is."""
    from playhead.formats.reading import FORMATS

    width = max(len(one.NAME) for one in FORMATS)
    for one in FORMATS:
        say(f"{one.NAME:<{width}}  {one.TITLE}")
    return 0
