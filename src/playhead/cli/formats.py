"""`playhead formats`: what can be read."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from playhead.cli.output import say


def configure(parser: ArgumentParser) -> None:
    """The command takes no arguments."""


def run(options: Namespace) -> int:
    """Print the name of each format, for `--from`, and what it is."""
    from playhead.formats.documents import KINDS
    from playhead.formats.reading import FORMATS

    titles = {one.NAME: one.TITLE for one in FORMATS} | KINDS
    width = max(map(len, titles))
    for name, title in titles.items():
        say(f"{name:<{width}}  {title}")
    return 0
