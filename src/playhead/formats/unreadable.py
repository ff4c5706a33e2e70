"""What is raised where an input is no transcript. Alone, so that raising it costs no start."""

from __future__ import annotations


class UnreadableError(Exception):
    """The input cannot be read as a transcript; the message is one line for a person."""


class MissingError(UnreadableError):
    """There is no such file."""
