"""A file of notes as pieces of text: what is not changed stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from playhead.notes.file.entry import entry_text, indent_of, line_item, quoted_item, rewrite
from playhead.notes.file.pieces import (
    END,
    Piece,
    has_comma,
    has_remark,
    leaves_remark_open,
    rewrite_in_line,
    with_comma,
)
from playhead.notes.model import NotesError

_KEY_ALONE = re.compile(r"""([ ]*(?:\w+|"\w+"|'\w+')[ ]*:)((?:[ \t]+#[^\n]*|[ \t\r]*)\n?)""")
"""A key with nothing behind it but a remark."""


@dataclass(slots=True)
class Document:
    """The pieces of a file, in order; together their texts are the file."""

    pieces: list[Piece]
    head: dict[str, Any]
    problems: list[str]
    margin: str = ""
    """White space before the keys of the file."""

    def text(self) -> str:
        """The file as it would be written."""
        return "".join(piece.text for piece in self.pieces)

    def data(self) -> bytes:
        """The bytes of the file as it would be written."""
        return b"".join([piece.data for piece in self.pieces])

    def copy(self) -> Document:
        """Another document of the same pieces: what is done to it is not done to this one."""
        return Document(list(self.pieces), self.head, self.problems, self.margin)

    def entries(self, name: str) -> list[Piece]:
        """The readable entries of a list, in the order of the file."""
        return [piece for piece in self.pieces if piece.list == name and piece.values is not None]

    def find(self, name: str, id: str) -> Piece | None:
        """The entry of a list with an id."""
        at = self._place(name, id)
        return None if at is None else self.pieces[at]

    def add(self, name: str, values: dict[str, Any]) -> Piece:
        """Append an entry to a list, making the list where the file has none."""
        opening = self._opened(name)
        last = opening
        for at in range(len(self.pieces) - 1, opening, -1):
            if self.pieces[at].list == name:
                last = at
                break
        if last == opening and self._begins_with_remark(opening):
            last += 1
        return self._insert(last + 1, self._made(name, str(values["id"]), values, opening))

    def replace(self, name: str, id: str, values: dict[str, Any]) -> Piece:
        """Make one entry say `values` and nothing else; what of it says so already stays."""
        at = self._known_place(name, id)
        old = self.pieces[at]
        if old.is_flow:
            made = rewrite_in_line(old, values)
        else:
            text = rewrite(old.text, values) or entry_text(values, indent_of(old.text))
            breaks = "\r\n" if "\r\n" in old.text else "\n"
            made = Piece(_with_breaks(text, breaks), name, id, values)
        self.pieces[at] = made
        return made

    def put(self, piece: Piece, behind: str, above: str) -> None:
        """Put an entry back as it was: in its own place, or where it stood.

        That is behind the entry with the id `behind`, and below the text `above` if it is there.
        """
        at = self._place(piece.list, piece.id)
        if at is not None:
            there = self.pieces[at]
            self.pieces[at] = with_comma(piece, has_comma(there)) if there.is_flow else piece
            return
        opening = self._opened(piece.list)
        before = self._place(piece.list, behind) if behind else None
        at = self._below(opening if before is None else before, above)
        if not self._fits(piece, opening):
            piece = self._made(piece.list, piece.id, piece.values or {}, opening)
        self._insert(at, piece)

    def behind(self, name: str, id: str) -> tuple[str, str]:
        """The id of the entry before one, empty for the first, and the text between the two."""
        last, between = "", ""
        for piece in self.pieces:
            if piece.list == name and piece.id == id:
                break
            if piece.list == name and (piece.id or piece.is_opening):
                last, between = piece.id, ""
            else:
                between += piece.bare
        return last, between

    def remove(self, name: str, id: str) -> None:
        """Cut one entry out."""
        at = self._known_place(name, id)
        piece = self.pieces[at]
        if piece.is_flow:
            before, after = self._neighbours(at)
            if before is not None and after is None:
                self.pieces[before] = with_comma(self.pieces[before], has_comma(piece))
        del self.pieces[at]
        if piece.is_flow and leaves_remark_open(self.pieces[at - 1], self.pieces[at]):
            self.pieces.insert(at, Piece("\n"))
        if not piece.is_flow and next(self._all(name), None) is None:
            self._empty(name)

    def _all(self, name: str) -> Iterator[Piece]:
        """The entries of a list, readable or not."""
        return (one for one in self.pieces if one.list == name and not one.is_opening)

    def _place(self, name: str, id: str) -> int | None:
        # The last notes are changed most.
        for at in range(len(self.pieces) - 1, -1, -1):
            if self.pieces[at].id == id and self.pieces[at].list == name:
                return at
        return None

    def _known_place(self, name: str, id: str) -> int:
        at = self._place(name, id)
        if at is None:
            raise NotesError(f"there is no {id} in it")
        return at

    def _made(self, name: str, id: str, values: dict[str, Any], opening: int) -> Piece:
        """A new entry in the style of its list."""
        if self.pieces[opening].is_flow:
            return Piece(
                self._lead(name, opening) + quoted_item(values), name, id, values, is_flow=True
            )
        text = entry_text(values, self._indent(name, opening))
        return Piece(_with_breaks(text, self._breaks()), name, id, values)

    def _fits(self, piece: Piece, opening: int) -> bool:
        """Whether an entry is written as its list is now, which others may have written anew."""
        if piece.is_flow or self.pieces[opening].is_flow:
            return piece.is_flow == self.pieces[opening].is_flow
        indent, own = self._indent(piece.list, opening), indent_of(piece.text)
        return own == indent or (own.startswith(indent) and not any(self._all(piece.list)))

    def _indent(self, name: str, opening: int) -> str:
        """The white space before the entries of a list."""
        return indent_of(next(self._all(name), self.pieces[opening]).text)

    def _lead(self, name: str, opening: int) -> str:
        """The white space before a new entry of a list in one line."""
        entries = list(self._all(name))
        if not entries:
            return "\n  " if self._begins_with_remark(opening) else ""
        last = entries[-1].bare
        lead = last[: len(last) - len(last.lstrip())] or " "
        return lead if "\n" in lead or not has_remark(entries[-1]) else "\n" + lead

    def _begins_with_remark(self, opening: int) -> bool:
        """Whether a remark stands before the first entry of a list in one line."""
        is_flow = self.pieces[opening].is_flow
        return is_flow and self.pieces[opening + 1].text.lstrip().startswith("#")

    def _insert(self, at: int, piece: Piece) -> Piece:
        """Put an entry among the others of its list."""
        if not piece.is_flow:
            self._end_with_line_break(at)
            self.pieces.insert(at, piece)
            return piece
        if leaves_remark_open(self.pieces[at - 1], piece):
            self.pieces.insert(at, Piece("\n"))
            at += 1
        self.pieces.insert(at, piece)
        before, after = self._neighbours(at)
        if after is not None:
            piece = with_comma(piece, True)
        elif before is not None:
            piece = with_comma(piece, has_comma(self.pieces[before]))
        if before is not None:
            self.pieces[before] = with_comma(self.pieces[before], True)
        self.pieces[at] = piece
        return piece

    def _neighbours(self, at: int) -> tuple[int | None, int | None]:
        """The entries of the same list before and behind one."""
        name = self.pieces[at].list
        places = [n for n, one in enumerate(self.pieces) if one.list == name and not one.is_opening]
        number = places.index(at)
        before = places[number - 1] if number else None
        return before, places[number + 1] if number + 1 < len(places) else None

    def _below(self, at: int, above: str) -> int:
        """Where an entry belongs that stood behind the piece `at` and below the text `above`."""
        place = at + 1
        while above and place < len(self.pieces) and not self.pieces[place].id:
            text = self.pieces[place].bare
            if above.startswith(text[: len(above)]):
                if len(text) > len(above):
                    self.pieces[place : place + 1] = [Piece(above), Piece(text[len(above) :])]
                above = above[len(text) :]
            elif text.strip():
                break
            place += 1
        return at + 1 if above else place

    def _opened(self, name: str) -> int:
        """Where a list begins, made such that entries can follow."""
        at = next((n for n, piece in enumerate(self.pieces) if piece.list == name), None)
        if at is None:
            return self._begun(name)
        piece = self.pieces[at]
        if piece.ready is not None:
            self.pieces[at] = replace(piece, text=piece.ready, ready=None)
            if piece.is_flow:
                self.pieces.insert(at + 1, Piece("]"))
        return at

    def _begun(self, name: str) -> int:
        """Begin a list at the end of the file."""
        at = next(n for n, piece in enumerate(self.pieces) if piece.list == END.list)
        if self.pieces[at].is_flow:
            comma = ", " if self.head or any(p.list for p in self.pieces[:at]) else ""
            opening = Piece(f"{comma}{quoted_item(name)}: [", name, is_opening=True, is_flow=True)
            self.pieces[at:at] = [opening, Piece("]")]
            return at
        self._end_with_line_break(at)
        self.pieces.insert(
            at, Piece(f"{self.margin}{name}:{self._breaks()}", name, is_opening=True)
        )
        return at

    def _empty(self, name: str) -> None:
        """Say that a list holds nothing: a key without a value is no list to other programs."""
        at = next(n for n, piece in enumerate(self.pieces) if piece.list == name)
        opening = self.pieces[at]
        found = _KEY_ALONE.fullmatch(opening.text)
        if found is not None:
            text = f"{found[1]} []{found[2]}"
            self.pieces[at] = replace(opening, text=text, ready=opening.text)

    def _breaks(self) -> str:
        """How the lines of the file end."""
        line = next((piece.text for piece in self.pieces if "\n" in piece.text), "")
        return "\r\n" if "\r\n" in line else "\n"

    def _end_with_line_break(self, at: int) -> None:
        """End what stands before the piece `at` with a line break."""
        for before in range(at - 1, -1, -1):
            piece = self.pieces[before]
            if piece.text:
                if not piece.text.endswith("\n") and piece.text != "\ufeff":
                    self.pieces[before] = replace(piece, text=piece.text + self._breaks())
                break


def new_document(title: str, path: str, sha256: str) -> Document:
    """The document of a transcript that has no notes yet."""
    about = {"title": title, "path": path, "sha256": sha256}
    head = {"playhead": "1", "transcript": about}
    return Document([Piece(f"playhead: 1\ntranscript: {line_item(about)}\n"), END], head, [])


def _with_breaks(text: str, breaks: str) -> str:
    return text if breaks == "\n" else text.replace("\r\n", "\n").replace("\n", breaks)
