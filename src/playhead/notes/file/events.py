"""YAML text -> a tree of plain values that remember where they stand, with nothing retyped.

Scalars stay text: `12:34`, `no` and dates are what the person wrote. What could harm a reader
(aliases, object tags, deep nesting, duplicate keys) is refused with its line and column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playhead.notes.model import NotesError

if TYPE_CHECKING:
    from yaml import Mark

DEPTH = 20
"""Levels of nesting above which a file is not one of notes."""


@dataclass(slots=True)
class Node:
    """A value and its place: `text[start:end]`, in characters.

    `value` is a str, a list of nodes, or a dict of key -> node. `flow` is true for `[…]` and `{…}`.
    """

    value: Any
    start: int
    end: int
    line: int
    flow: bool = False
    keys: dict[str, int] = field(default_factory=dict)
    """Where each key of a mapping starts."""


def read_tree(text: str) -> Node | None:
    """The tree of the one document in `text`; None where it is empty. Raises NotesError."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(yaml.parse(text, Loader=loader), yaml)
    except yaml.MarkedYAMLError as error:
        raise _refusal(_told(error), error.problem_mark or error.context_mark) from None
    except yaml.YAMLError as error:
        # Characters that YAML forbids are refused before there are marks.
        raise NotesError(f"is not YAML: {' '.join(str(error).split())[:80]}") from None
    except RecursionError:
        raise NotesError("is nested too deeply") from None


def _told(error: Any) -> str:
    """What is wrong and in what, which may have begun many lines before."""
    mark, problem = error.context_mark, error.problem or "is not YAML"
    if not mark or not error.context:
        return str(problem)
    return f"{problem} {error.context} from line {mark.line + 1}, column {mark.column + 1}"


def _refusal(what: str, mark: Mark | None) -> NotesError:
    place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return NotesError(f"{place}{what}")


def _build(events: Any, yaml: Any) -> Node | None:
    root: Node | None = None
    open_nodes: list[tuple[Node, str | None]] = []
    key: str | None = None
    key_start = 0
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _refusal("a second document in one file of notes", event.start_mark)
            continue
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("an alias (*) in a file of notes", event.start_mark)
        tag = getattr(event, "tag", None)
        if tag and not tag.startswith(("tag:yaml.org,2002:str", "!")) and ":python" in tag:
            raise _refusal(f"an object tag ({tag})", event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            node = _scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            mark = event.start_mark
            node = Node(value, mark.index, mark.index, mark.line, bool(event.flow_style))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node, key = open_nodes.pop()
            if node.flow:
                node.end = event.end_mark.index
            if open_nodes:
                open_nodes[-1][0].end = max(open_nodes[-1][0].end, node.end)
            key = None
            continue
        else:
            continue
        if not open_nodes:
            root = node
        else:
            parent = open_nodes[-1][0]
            parent.end = max(parent.end, node.end)
            if isinstance(parent.value, list):
                parent.value.append(node)
            elif key is None:
                if not isinstance(node.value, str):
                    raise _refusal("a key that is not text", event.start_mark)
                if node.value in parent.value:
                    raise _refusal(f"the key {node.value!r} stands twice", event.start_mark)
                key, key_start = node.value, node.start
                continue
            else:
                parent.value[key] = node
                parent.keys[key] = key_start
                key = None
        if not isinstance(node.value, str):
            if len(open_nodes) >= DEPTH:
                raise _refusal("nested too deeply for a file of notes", event.start_mark)
            open_nodes.append((node, None))
            key = None
    return root


def _scalar(event: Any) -> Node:
    value: str = event.value
    if event.style == "|" and value.endswith("\n"):
        value = value[:-1]
    start, end = event.start_mark, event.end_mark
    return Node(value, start.index, end.index, start.line)


def plain(node: Node) -> Any:
    """A node as text, lists and dictionaries."""
    if isinstance(node.value, dict):
        return {key: plain(one) for key, one in node.value.items()}
    if isinstance(node.value, list):
        return [plain(one) for one in node.value]
    return node.value
