"""A file that was read before and changed a little since: only what changed is read again.

What stands at both ends as it stood is kept, back to whole entries of one list. What lies between
is read alone, with one entry more behind it: if that is read as an entry of the same list, the
entries that follow in the file are too. Anything out of the ordinary is read as a whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from playhead.notes.file.cutting import block_items, read_document
from playhead.notes.file.document import Document
from playhead.notes.file.entry import indent_of
from playhead.notes.file.events import plain, read_tree
from playhead.notes.file.pieces import END, Piece
from playhead.notes.model import NotesError

_NEXT = "- id: next\n"


def reread(old: Document, data: bytes) -> Document:
    """The same as `read_document(data)`, with the entries of `old` that did not change."""
    found = None if old.problems else _with_middle(old, data)
    return found or read_document(data)


def _with_middle(old: Document, data: bytes) -> Document | None:
    there = old.data()
    ends = list(accumulate(len(piece.data) for piece in old.pieces))
    low, at = _kept_before(old.pieces, ends, there, data)
    if low == 0:
        return None
    high, end = _kept_behind(old.pieces, ends, there, data, low)
    try:
        text = data[at:end].decode()
    except UnicodeDecodeError:
        return None
    last = old.pieces[low - 1]
    behind = old.pieces[high].text if high < len(old.pieces) else ""
    indent = indent_of(last.text)
    # An entry may go on in lines that are indented more than its dash.
    if not all(part.startswith(f"{indent}- ") for part in (text, behind) if part):
        return None
    middle = _entries(text, last.list, indent)
    if middle is None or "".join(piece.text for piece in middle) != text:
        return None
    pieces = [*old.pieces[:low], *middle, *(old.pieces[high:] or [END])]
    ids = [piece.id for piece in pieces if piece.id and piece.list == last.list]
    return Document(pieces, old.head, [], old.margin) if len(set(ids)) == len(ids) else None


def _kept_before(pieces: list[Piece], ends: list[int], old: bytes, new: bytes) -> tuple[int, int]:
    """How many pieces stand at the beginning as they stood, up to an entry, and their length."""
    low = bisect_right(ends, _common_start(old, new))
    while low and not (pieces[low - 1].id and pieces[low - 1].data.endswith(b"\n")):
        low -= 1
    return low, ends[low - 1] if low else 0


def _kept_behind(
    pieces: list[Piece], ends: list[int], old: bytes, new: bytes, low: int
) -> tuple[int, int]:
    """The first piece that stands at the end as it stood, an entry of the same list, and where."""
    at = ends[low - 1]
    common = _common_end(old[at:], new[at:])
    high = bisect_left(ends, len(old) - common) + 1
    name = pieces[low - 1].list
    while high < len(pieces) and not (pieces[high].id and pieces[high].list == name):
        high += 1
    high = max(low, min(high, len(pieces)))
    return high, len(new) - (len(old) - ends[high - 1])


def _common_start(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning are the same."""
    return _most(min(len(one), len(other)), lambda low, high: one[low:high] == other[low:high])


def _common_end(one: bytes, other: bytes) -> int:
    """How many bytes at the end are the same."""

    def is_same(low: int, high: int) -> bool:
        return one[len(one) - high : len(one) - low] == other[len(other) - high : len(other) - low]

    return _most(min(len(one), len(other)), is_same)


def _most(most: int, is_same: Callable[[int, int], bool]) -> int:
    """How many are the same, of no more than `most`, found by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


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
