"""A file of notes as pieces of text: what is not changed stays byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from playhead.notes.file.entry import (
    entry_text,
    indent_of,
    line_end,
    line_item,
    line_start,
    rewrite,
)
from playhead.notes.file.events import Node, plain, read_tree
from playhead.notes.model import NotesError

LISTS = ("corrections", "topics", "notes")
"""Lists of entries in the order in which a new file has them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of the file. An entry that could be read has its list, id and values."""

    text: str
    list: str = ""
    id: str = ""
    values: dict[str, Any] | None = None


@dataclass(slots=True)
class Document:
    """The pieces of a file, in order; together their texts are the file."""

    pieces: list[Piece]
    head: dict[str, Any]
    problems: list[str]

    def text(self) -> str:
        """The file as it would be written."""
        return "".join(piece.text for piece in self.pieces)

    def copy(self) -> Document:
        """Another document of the same pieces: what is done to it is not done to this one."""
        return Document(list(self.pieces), self.head, self.problems)

    def digest(self) -> str:
        """What tells this content from another."""
        return hashlib.sha256(self.text().encode()).hexdigest()

    def entries(self, name: str) -> list[Piece]:
        """The readable entries of a list, in the order of the file."""
        return [piece for piece in self.pieces if piece.list == name and piece.values is not None]

    def find(self, name: str, id: str) -> Piece | None:
        """The entry of a list with an id."""
        at = self._place(name, id)
        return None if at is None else self.pieces[at]

    def add(self, name: str, values: dict[str, Any]) -> Piece:
        """Append an entry to a list, making the list where the file has none."""
        piece = Piece(entry_text(values), name, str(values["id"]), values)
        opening = self._opening(name)
        last = opening
        for at in range(len(self.pieces) - 1, opening, -1):
            if self.pieces[at].list == name:
                last = at
                break
        self._end_with_line_break(last)
        self.pieces.insert(last + 1, piece)
        return piece

    def replace(self, name: str, id: str, values: dict[str, Any]) -> Piece:
        """Make one entry say `values` and nothing else; what of it says so already stays."""
        at = self._place(name, id)
        if at is None:
            raise NotesError(f"there is no {id} in it")
        old = self.pieces[at].text
        text = rewrite(old, values) or entry_text(values, indent_of(old))
        piece = self.pieces[at] = Piece(text, name, id, values)
        return piece

    def put(self, piece: Piece, behind: str) -> None:
        """Put an entry back as it was: in its own place, or behind the entry with that id."""
        at = self._place(piece.list, piece.id)
        if at is not None:
            self.pieces[at] = piece
            return
        before = self._place(piece.list, behind) if behind else None
        if before is None:
            before = self._opening(piece.list)
        self._end_with_line_break(before)
        self.pieces.insert(before + 1, piece)

    def behind(self, name: str, id: str) -> str:
        """The id of the entry before one; empty for the first."""
        last = ""
        for piece in self.pieces:
            if piece.list == name and piece.id:
                if piece.id == id:
                    break
                last = piece.id
        return last

    def remove(self, name: str, id: str) -> None:
        """Cut one entry out."""
        at = self._place(name, id)
        if at is None:
            raise NotesError(f"there is no {id} in it")
        del self.pieces[at]

    def _place(self, name: str, id: str) -> int | None:
        # The last notes are changed most.
        for at in range(len(self.pieces) - 1, -1, -1):
            if self.pieces[at].id == id and self.pieces[at].list == name:
                return at
        return None

    def _opening(self, name: str) -> int:
        """Where a list begins, which is made where the file has none."""
        for at, piece in enumerate(self.pieces):
            if piece.list == name:
                return at
        self._end_with_line_break(len(self.pieces) - 1)
        self.pieces.append(_opening(name))
        return len(self.pieces) - 1

    def _end_with_line_break(self, index: int) -> None:
        if index >= 0 and self.pieces[index].text and not self.pieces[index].text.endswith("\n"):
            piece = self.pieces[index]
            self.pieces[index] = replace(piece, text=piece.text + "\n")


def new_document(title: str, path: str, sha256: str) -> Document:
    """The document of a transcript that has no notes yet."""
    about = {"title": title, "path": path, "sha256": sha256}
    head = {"playhead": "1", "transcript": about}
    return Document([Piece(f"playhead: 1\ntranscript: {line_item(about)}\n")], head, [])


def read_document(data: bytes) -> Document:
    """Cut the file into pieces. Raises NotesError with line and column where it is not YAML."""
    try:
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise NotesError(f"line {line}, column {column}: is not UTF-8 text") from None
    tree = read_tree(text)
    if tree is None:
        return Document([Piece(text)] if text else [], {}, [])
    if not isinstance(tree.value, dict):
        raise NotesError("line 1, column 1: is not a file of notes (a mapping with the key notes)")
    cuts: list[tuple[int, int, Piece]] = []
    problems: list[str] = []
    for name in LISTS:
        node = tree.value.get(name)
        if node is not None:
            cuts += _cut_list(text, tree, name, node, problems)
    head = {key: plain(node) for key, node in tree.value.items() if key not in LISTS}
    document = Document(list(_fill(text, sorted(cuts, key=lambda cut: cut[0]))), head, problems)
    if data.startswith(b"\xef\xbb\xbf"):
        document.pieces.insert(0, Piece("\ufeff"))
    return document


def _cut_list(
    text: str, tree: Node, name: str, node: Node, problems: list[str]
) -> list[tuple[int, int, Piece]]:
    if not isinstance(node.value, list):
        if node.value == "":
            return [(line_start(text, tree.keys[name]), line_end(text, node.end), _opening(name))]
        raise NotesError(f"{_place(text, node)}: {name} is not a list")
    if node.flow:
        if node.value:
            raise NotesError(
                f"{_place(text, node)}: {name} is written in one line; use a line an entry"
            )
        return [(line_start(text, tree.keys[name]), line_end(text, node.end), _opening(name))]
    opens, first = line_start(text, tree.keys[name]), line_start(text, node.value[0].start)
    cuts = [(opens, first, Piece(text[opens:first], name))]
    seen: set[str] = set()
    for item in node.value:
        start, end = line_start(text, item.start), line_end(text, item.end)
        id, known = "", None
        values = plain(item)
        if isinstance(values, dict) and isinstance(values.get("id"), str) and values["id"]:
            if values["id"] in seen:
                problems.append(
                    f"{_place(text, item)}: the id {values['id']} stands twice; kept, not shown"
                )
            else:
                seen.add(values["id"])
                id, known = values["id"], values
        else:
            problems.append(
                f"{_place(text, item)}: an entry of {name} without an id; kept, not shown"
            )
        cuts.append((start, end, Piece(text[start:end], name, id, known)))
    return cuts


def _place(text: str, node: Node) -> str:
    """Where a node is, as an editor counts."""
    return f"line {node.line + 1}, column {node.start - line_start(text, node.start) + 1}"


def _opening(name: str) -> Piece:
    """An empty list, in a form that entries can follow."""
    return Piece(f"{name}:\n", name)


def _fill(text: str, cuts: list[tuple[int, int, Piece]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end, piece in cuts:
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(piece)
        at = max(at, end)
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces
