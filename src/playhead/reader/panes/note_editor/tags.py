"""Tags on one line: read, written, completed from those in use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.suggester import Suggester

from playhead.text import one_line

_BETWEEN = re.compile(r",|\s+(?=#)")


def read_tags(line: str) -> tuple[str, ...]:
    """Tags of a line such as `reliability, inference hardware` or `#a #b`, each once."""
    tags = (one_line(part).lstrip("#").strip() for part in _BETWEEN.split(line))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def write_tags(tags: Sequence[str]) -> str:
    """The line that reads as `tags`."""
    return ", ".join(one_line(tag) for tag in tags)


class TagSuggester(Suggester):
    """Completes the last tag of a line, leaving out those it has."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        """`known` are the tags in use, the commonest first."""
        super().__init__(use_cache=False, case_sensitive=True)
        self.known = known

    async def get_suggestion(self, value: str) -> str | None:
        """`value` with its last tag completed."""
        before, _, begun = value.rpartition(",")
        word = begun.strip().lstrip("#")
        if not word:
            return None
        used = {tag.casefold() for tag in read_tags(before)}
        for tag in self.known:
            fits = tag.casefold().startswith(word.casefold()) and len(tag) > len(word)
            if fits and tag.casefold() not in used:
                return value + tag[len(word) :]
        return None
