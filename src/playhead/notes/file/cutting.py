"""The bytes of a file of notes -> a document of pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.notes.file.document import Document
from playhead.notes.file.entry import line_end, line_start
from playhead.notes.file.events import Node, plain, read_tree
from playhead.notes.file.pieces import END, Piece, tail_end
from playhead.notes.model import NotesError

LISTS = ("corrections", "topics", "notes")
"""Lists of entries in the order in which a new file has them."""

_EMPTY = ("", "~", "null", "Null", "NULL")
_DASH = re.compile(r"(?:\s++|#[^\n]*+)*+-")
_END_MARK = re.compile(r"^\.\.\.(?=\s|\Z)", re.MULTILINE)

_Cut = tuple[int, int, Piece]
"""Where a piece begins and ends in the text, and the piece."""


def read_document(data: bytes) -> Document:
    """Cut the file into pieces. Raises NotesError with line and column where it is not YAML."""
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    try:
        text = data[len(mark.encode()) :].decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise NotesError(f"line {line}, column {column}: is not UTF-8 text") from None
    tree = read_tree(text)
    if tree is None or tree.start == tree.end:
        tree = Node({}, len(text), len(text), 0)
    if not isinstance(tree.value, dict):
        raise NotesError("line 1, column 1: is not a file of notes (a mapping with the key notes)")
    problems: list[str] = []
    cuts = [_end(text, tree)]
    for name in LISTS:
        node = tree.value.get(name)
        if node is not None:
            cuts += _cut_list(text, tree, name, node, problems)
    pieces = _fill(text, sorted(cuts, key=lambda cut: cut[:2]))
    if "".join(piece.text for piece in pieces) != text:
        raise NotesError("its lines end in a way that Playhead does not know")
    head = {key: plain(node) for key, node in tree.value.items() if key not in LISTS}
    return Document([Piece(mark)] * bool(mark) + pieces, head, problems, _margin(text, tree))


def block_items(text: str, node: Node) -> Iterator[tuple[Node, int, int]]:
    """The entries of a list with a dash each, and the lines that each takes, from its dash on."""
    at = node.start
    for item in node.value:
        found = _DASH.match(text, at)
        dash = found.end() - 1 if found else item.start
        start = line_start(text, dash)
        if text[start:dash].strip():
            raise NotesError(f"{_place(text, item)}: an entry that does not begin its line")
        at = max(item.end, dash + 1)
        yield item, start, line_end(text, at)


def _end(text: str, tree: Node) -> _Cut:
    """Where a key can be added: behind the last one, and before what ends the document."""
    if tree.flow:
        ends = [value.end for value in tree.value.values()]
        at = max(ends, default=text.index("{", tree.start) + 1)
        return at, at, Piece("", END.list, is_opening=True, is_flow=True)
    found = _END_MARK.search(text, tree.end)
    at = found.start() if found else len(text)
    return at, at, END


def _margin(text: str, tree: Node) -> str:
    first = min(tree.keys.values(), default=0)
    margin = text[line_start(text, first) : first]
    return margin if not margin.strip() and not tree.flow else ""


def _cut_list(text: str, tree: Node, name: str, node: Node, problems: list[str]) -> Iterator[_Cut]:
    is_empty = node.value in _EMPTY if isinstance(node.value, str) else False
    if not isinstance(node.value, list) and not is_empty:
        raise NotesError(f"{_place(text, node)}: {name} is not a list")
    start = tree.keys[name] if tree.flow else line_start(text, tree.keys[name])
    if not node.value or is_empty:
        yield from _empty_list(text, tree, name, node, start)
        return
    if node.flow:
        items = _flow_items(text, node)
        end = text.index("[", node.start) + 1
    else:
        items = ((item, first, last, 0) for item, first, last in block_items(text, node))
        end = line_end(text, tree.keys[name] + 1)
    yield start, end, Piece(text[start:end], name, is_opening=True, is_flow=node.flow)
    seen: set[str] = set()
    for item, first, last, tail in items:
        values = plain(item)
        id = values.get("id") if isinstance(values, dict) else None
        piece = Piece(text[first:last], name, is_flow=node.flow, tail=tail)
        if not isinstance(id, str) or not id:
            what = f"an entry of {name} without an id"
        elif id in seen:
            what = f"the id {id} stands twice"
        else:
            seen.add(id)
            piece = Piece(text[first:last], name, id, values, is_flow=node.flow, tail=tail)
            what = ""
        if what:
            problems.append(f"{_place(text, item)}: {what}; kept, not shown")
        yield first, last, piece


def _empty_list(text: str, tree: Node, name: str, node: Node, start: int) -> Iterator[_Cut]:
    """The beginning of an empty list, and what it becomes when it takes entries."""
    if node.flow and (tree.flow or "#" in text[node.start : node.end]):
        end = text.index("[", node.start) + 1
        yield start, end, Piece(text[start:end], name, is_opening=True, is_flow=True)
        if "#" in text[end : node.end]:
            # A remark in an empty list stands above what comes into it.
            last = text.rindex("\n", end, node.end)
            yield end, last, Piece(text[end:last])
        return
    end = node.end if tree.flow else line_end(text, node.end)
    key = text[start : node.start].rstrip()
    rest = text[node.end : end]
    ready = f"{key.removesuffix(':')}: [" if tree.flow else key + (rest if rest.strip() else "\n")
    is_flow = tree.flow
    yield start, end, Piece(text[start:end], name, is_opening=True, is_flow=is_flow, ready=ready)


def _flow_items(text: str, node: Node) -> Iterator[tuple[Node, int, int, int]]:
    """The entries of a list in one line: where each begins and ends, and the length of its tail."""
    at = text.index("[", node.start) + 1
    for item in node.value:
        start = at
        if "#" in text[at : item.start]:
            # A remark above an entry stays where it is.
            start = max(at, text.rfind("\n", at, item.start))
        end = tail_end(text, item.end)
        yield item, start, end, end - item.end
        at = end


def _place(text: str, node: Node) -> str:
    """Where a node is, as an editor counts."""
    return f"line {node.line + 1}, column {node.start - line_start(text, node.start) + 1}"


def _fill(text: str, cuts: list[_Cut]) -> list[Piece]:
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
