"""Reading only what changed gives what reading all gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import Document
from playhead.notes.file.events import Node, read_tree
from playhead.notes.file.rereading import reread
from playhead.notes.model import NotesError

ENTRIES = [
    "- id: a\n  note: x\n",
    "- id: b\n  note: |\n    two\n\n    lines\n",
    "- id: c\n  note: 'of\n    two lines'\n",
    "- {id: d, tags: [x]}\n",
    "- id: e\n  mine:\n  - y\n  # inside\n",
]
LINES = [
    *ENTRIES,
    "- id: f\n  note: new\n",
    "- no id\n",
    "# a comment\n",
    "\n",
    "  more: z\n",
    "    going on\n",
    "  - id: g\n",
    "topics:\n",
    "- id: t\n  action: hide\n  topic: q\n",
    "...\n",
    "---\n",
    '- id: h\n  note: "open\n',
    '  shut"\n',
    "- id: a\n",
]


def told(document: Document) -> object:
    pieces = [(one.list, one.id, one.values) for one in document.pieces if one.list]
    return document.text(), pieces, document.head, document.problems


PLACES = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(LINES)), max_size=3)


@given(
    st.lists(st.sampled_from(ENTRIES), unique=True, max_size=5),
    st.sampled_from(["", "# the end\n", "topics:\n- {id: u, action: hide, topic: v}\n", "\n"]),
    PLACES,
    st.lists(st.integers(0, 9), max_size=2),
    st.sampled_from(["", "  "]),
    st.booleans(),
)
@example(ENTRIES[:2], "", [(9, "    going on\n")], [], "", False)
@example(ENTRIES[:3], "# the end\n", [(3, "- id: f\n  note: new\n")], [], "", False)
def test_both_ways_of_reading_agree(
    entries: list[str],
    end: str,
    added: list[tuple[int, str]],
    removed: list[int],
    indent: str,
    is_cut: bool,
) -> None:
    head = "playhead: 1\nnotes:\n"
    lines = [line for entry in entries for line in _indented(entry, indent)]
    old = head + "".join(lines) + end
    parts = [_joined(entry, indent) for entry in entries]
    for place in removed:
        del parts[place : place + 1]
    for place, line in added:
        parts.insert(place, _joined(line, indent))
    new = head + "".join(parts) + end
    new = new[:-1] if is_cut else new
    document = read_document(old.encode())
    try:
        whole = told(read_document(new.encode()))
    except NotesError as error:
        with pytest.raises(NotesError) as refused:
            reread(document, new.encode())
        assert str(refused.value) == str(error)
    else:
        assert told(reread(document, new.encode())) == whole


def _indented(entry: str, indent: str) -> list[str]:
    return [indent + line if line.strip() else line for line in entry.splitlines(keepends=True)]


def _joined(entry: str, indent: str) -> str:
    return "".join(_indented(entry, indent))


def test_what_did_not_change_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "notes:\n" + "".join(f"- id: n{number}\n  note: x\n" for number in range(50))
    document = read_document(text.encode())
    read: list[str] = []

    def noting(text: str) -> Node | None:
        read.append(text)
        return read_tree(text)

    monkeypatch.setattr("playhead.notes.file.rereading.read_tree", noting)
    again = reread(document, text.replace("- id: n7\n  note: x", "- id: n7\n  note: y").encode())
    assert [(one.values or {})["note"] for one in again.entries("notes")].count("y") == 1
    assert len("".join(read)) < 60
