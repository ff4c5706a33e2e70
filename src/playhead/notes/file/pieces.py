"""A piece of a file of notes, and what is different of entries that stand in one line.

A list may be written `[{…}, {…}]`, over several lines or in one (YAML calls it flow style). A piece
of such a list is an entry with the white space before it and the comma and the remark behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from playhead.notes.file.entry import quoted_item, rewrite

# White space and remarks, which end with their line.
_GAP = r"(?:[ \t\r\n]++|#[^\r\n]*+)*+"
_COMMA = re.compile(_GAP + ",")
_REMARK = re.compile(r"[ \t]*#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of the file. An entry that could be read has its list, id and values."""

    text: str
    list: str = ""
    id: str = ""
    values: dict[str, Any] | None = None
    is_opening: bool = False
    """Whether its list begins with it; else it is an entry of that list, readable or not."""
    is_flow: bool = False
    tail: int = 0
    """Characters at the end of `text` that are not the entry but stand between it and the next."""
    ready: str | None = None
    """What an empty list must begin with before it can take entries."""
    data: bytes = field(init=False, repr=False, compare=False)
    """The text as it stands in the file: most pieces are written again as they were read."""

    def __post_init__(self) -> None:
        """Encode the text once."""
        object.__setattr__(self, "data", self.text.encode())

    @property
    def bare(self) -> str:
        """The text of the entry alone."""
        return self.text[: len(self.text) - self.tail]


END = Piece("", "end of the keys", is_opening=True)
"""Stands where a list can be begun."""


def tail_end(text: str, end: int) -> int:
    """Where the comma and the remark end that follow an entry which ends at `end`."""
    comma = _COMMA.match(text, end)
    end = comma.end() if comma else end
    remark = _REMARK.match(text, end)
    return remark.end() if remark else end


def has_comma(piece: Piece) -> bool:
    """Whether a comma follows an entry."""
    return _COMMA.match(piece.text, len(piece.bare)) is not None


def has_remark(piece: Piece) -> bool:
    """Whether a remark follows an entry on its line."""
    return "#" in piece.text[len(piece.bare) :]


def with_comma(piece: Piece, is_wanted: bool) -> Piece:
    """An entry with a comma behind it, or without."""
    bare = piece.bare
    found = _COMMA.match(piece.text, len(bare))
    if (found is not None) == is_wanted:
        return piece
    tail = piece.text[len(bare) :]
    if found is None:
        tail = "," + tail
    else:
        comma = found.end() - len(bare) - 1
        tail = tail[:comma] + tail[comma + 1 :]
    return replace(piece, text=bare + tail, tail=len(tail))


def leaves_remark_open(piece: Piece, following: Piece) -> bool:
    """Whether a remark at the end of a piece would swallow what follows."""
    last_line = piece.text.rpartition("\n")[2]
    return "#" in last_line and not following.text.startswith(("\n", "\r"))


def rewrite_in_line(piece: Piece, wanted: dict[str, Any]) -> Piece:
    """An entry that says `wanted`, between what stood around it."""
    bare = piece.bare
    item = bare.lstrip()
    lead = bare[: len(bare) - len(item)]
    made = rewrite("- " + item, wanted)
    text = made.removeprefix("- ").removesuffix("\n") if made else quoted_item(wanted)
    tail = piece.text[len(bare) :]
    return replace(piece, text=lead + text + tail, values=wanted)
