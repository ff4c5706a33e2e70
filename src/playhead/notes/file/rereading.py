"""A file that was read before and changed a little since: only what changed is read again.

What stands at both ends as it stood is kept, back to whole entries of one list. What lies between
is read alone, with one entry more behind it: if that is read as an entry of the same list, the
entries that follow in the file are too. Anything out of the ordinary is read as a whole.
"""

from __future__ import annotations

from playhead.notes.file.cutting import block_items, read_document
from playhead.notes.file.document import Document
from playhead.notes.file.entry import indent_of
from playhead.notes.file.events import plain, read_tree
from playhead.notes.file.pieces import END, Piece
from playhead.notes.model import NotesError

_NEXT = "- id: next\n"


def reread(old: Document, data: bytes) -> Document:
    """The same as `read_document(data)`, with the entries of `old` that did not change."""
    found = None if old.problems else _with_middle(old, data.decode("utf-8", "replace"))
    if found is None or found.text().encode("utf-8", "replace") != data:
        return read_document(data)
    return found


def _with_middle(old: Document, text: str) -> Document | None:
    low, at = _kept_before(old.pieces, text)
    if low == 0:
        return None
    high, end = _kept_behind(old.pieces, text, low, at)
    last = old.pieces[low - 1]
    behind = old.pieces[high].text if high < len(old.pieces) else ""
    indent = indent_of(last.text)
    # An entry may go on in lines that are indented more than its dash.
    if not all(part.startswith(f"{indent}- ") for part in (text[at:end], behind) if part):
        return None
    middle = _entries(text[at:end], last.list, indent)
    if middle is None:
        return None
    pieces = [*old.pieces[:low], *middle, *(old.pieces[high:] or [END])]
    ids = [piece.id for piece in pieces if piece.id and piece.list == last.list]
    return Document(pieces, old.head, [], old.margin) if len(set(ids)) == len(ids) else None


def _kept_before(pieces: list[Piece], text: str) -> tuple[int, int]:
    """How many pieces stand at the beginning as they stood, up to an entry, and their length."""
    low, at, kept = 0, 0, (0, 0)
    while low < len(pieces) and text.startswith(pieces[low].text, at):
        at += len(pieces[low].text)
        low += 1
        if pieces[low - 1].id and text[at - 1 : at] == "\n":
            kept = (low, at)
    return kept


def _kept_behind(pieces: list[Piece], text: str, low: int, at: int) -> tuple[int, int]:
    """The first piece that stands at the end as it stood, an entry of the same list, and where."""
    high, end = len(pieces), len(text)
    kept = (high, end)
    name = pieces[low - 1].list
    while high > low and end - len(pieces[high - 1].text) >= at:
        piece = pieces[high - 1]
        if not text.endswith(piece.text, at, end):
            break
        end -= len(piece.text)
        high -= 1
        if piece.id and piece.list == name:
            kept = (high, end)
    return kept


def _entries(text: str, name: str, indent: str) -> list[Piece] | None:
    """The pieces of some entries of a list; None where they are not that alone."""
    if not text:
        return []
    if not text.endswith("\n"):
        return None
    try:
        whole = text + indent + _NEXT
        tree = read_tree(whole)
    except NotesError:
        return None
    if tree is None or tree.flow or not isinstance(tree.value, list):
        return None
    pieces: list[Piece] = []
    at = 0
    for item, start, end in block_items(whole, tree):
        if start >= len(text):
            break
        values = plain(item)
        id = values.get("id") if isinstance(values, dict) else None
        if not isinstance(id, str) or not id or start < at:
            return None
        pieces += [Piece(text[at:start])] * (start > at)
        pieces.append(Piece(text[start:end], name, id, values))
        at = end
    if plain(tree.value[-1]) != {"id": "next"}:
        return None
    return [*pieces, *([Piece(text[at:])] * (at < len(text)))]
