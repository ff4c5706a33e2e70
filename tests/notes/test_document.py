"""The file belongs to the person: what is not changed stays byte for byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import new_document
from playhead.notes.file.entry import as_read, entry_text
from playhead.notes.model import NotesError

BY_HAND = """\
# my notes on pears
playhead: 1
transcript: {title: 'Pears', path: pears.txt, sha256: abc}
mood: good   # nobody asked

notes:
# the best one
- id: n1
  note:   what I   thought   # odd spacing
  rating: 5
  at: 12:34
  tags: [a, b]

- just a line I wrote
- id: n2
  note: |
    Two lines,
    # not a comment
  quote: "Yes."
# the end
"""


def test_reading_and_writing_changes_no_byte() -> None:
    assert read_document(BY_HAND.encode()).text() == BY_HAND


def test_only_the_touched_entry_is_rewritten() -> None:
    document = read_document(BY_HAND.encode())
    piece = document.find("notes", "n1")
    assert piece is not None
    document.replace("notes", "n1", {**(piece.values or {}), "note": "better"})
    before, after = BY_HAND.split("- id: n1")[0], BY_HAND.split("tags: [a, b]\n")[1]
    text = document.text()
    assert text.startswith(before)
    assert text.endswith(after)
    assert text.removeprefix(before).removesuffix(after) == (
        "- id: n1\n  note: |   # odd spacing\n    better\n  rating: 5\n  at: 12:34\n  tags: [a, b]\n"
    )


def test_an_entry_in_an_odd_form_is_written_anew() -> None:
    document = read_document(b"notes:\n- {id: n1, note: x, mine: {a: [b]}}  # short\n")
    document.replace("notes", "n1", {"id": "n1", "note": "y", "mine": {"a": ["b"]}})
    (entry,) = read_document(document.text().encode()).entries("notes")
    assert entry.values == {"id": "n1", "note": "y", "mine": {"a": ["b"]}}


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
ENTRY = st.dictionaries(st.sampled_from(["note", "quote", "tags", "mine", "k: v"]), VALUES)


@given(ENTRY, ENTRY, st.sampled_from(["", "  # mine", "   "]), st.booleans())
def test_an_entry_says_what_is_wanted_whatever_it_said(
    before: dict[str, Any], after: dict[str, Any], comment: str, is_last: bool
) -> None:
    text = entry_text({"id": "n1", **before}, "  ").replace("id: n1", f"id: n1{comment}", 1)
    text = f"notes:\n{text}" + ("" if is_last else "  # between\n  - id: m\n")
    document = read_document(text.encode())
    document.replace("notes", "n1", {"id": "n1", **after})
    found = read_document(document.text().encode())
    assert found.entries("notes")[0].values == as_read({"id": "n1", **after})
    assert f"id: n1{comment}\n" in document.text() or not before
    if not is_last:
        assert document.text().endswith("  # between\n  - id: m\n")


def test_unknown_keys_and_retyped_values_are_kept_as_text() -> None:
    (first, second) = read_document(BY_HAND.encode()).entries("notes")
    assert first.values is not None
    assert first.values["at"] == "12:34"
    assert first.values["rating"] == "5"
    assert second.values is not None
    assert second.values["note"] == "Two lines,\n# not a comment"


def test_unreadable_entries_are_told_and_kept() -> None:
    document = read_document(BY_HAND.encode())
    assert document.problems == [
        "line 14, column 3: an entry of notes without an id; kept, not shown"
    ]
    document.add("notes", {"id": "n3", "note": "new"})
    assert "- just a line I wrote\n" in document.text()


def test_a_new_entry_stands_behind_the_last() -> None:
    document = read_document(BY_HAND.encode())
    document.add("notes", {"id": "n3", "note": "new"})
    assert document.text() == BY_HAND.replace(
        "# the end\n", entry_text({"id": "n3", "note": "new"}) + "# the end\n"
    )


def test_removal_takes_only_the_entry() -> None:
    document = read_document(BY_HAND.encode())
    document.remove("notes", "n2")
    assert document.text() == BY_HAND[: BY_HAND.index("- id: n2")] + "# the end\n"


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("notes: []  # none yet\n", "notes:  # none yet\n"),
        ("notes:\n", "notes:\n"),
        ("notes: null\n", "notes:\n"),
        ("notes: ~   # none\n", "notes:   # none\n"),
    ],
)
def test_an_empty_list_takes_entries(empty: str, filled: str) -> None:
    document = read_document(f"playhead: 1\n{empty}topics: []\n".encode())
    assert document.text() == f"playhead: 1\n{empty}topics: []\n"
    document.add("notes", {"id": "n1", "mine": "x"})
    assert document.text() == f"playhead: 1\n{filled}- id: n1\n  mine: x\ntopics: []\n"


def test_a_new_entry_is_indented_as_the_others_are() -> None:
    document = read_document(b"notes:\n  -   id: n1\n      note: x\n# the end\n")
    document.add("notes", {"id": "n2", "mine": "x"})
    assert document.text().endswith("note: x\n  - id: n2\n    mine: x\n# the end\n")


def test_places_stay_numbers() -> None:
    document = read_document(b"notes:\n- id: n1\n  start: 3\n- {id: n2, start: 3}\n")
    for id in ("n1", "n2"):
        document.replace("notes", id, {"id": id, "start": "7", "end": "9"})
    assert document.text() == (
        "notes:\n- id: n1\n  start: 7\n  end: 9\n- {id: n2, start: 7, end: 9}\n"
    )


def test_a_file_without_a_last_line_break_is_added_to() -> None:
    document = read_document(b"playhead: 1\nnotes:\n- id: n1\n  note: x")
    document.add("notes", {"id": "n2", "note": "y"})
    assert [one.id for one in read_document(document.text().encode()).entries("notes")] == [
        "n1",
        "n2",
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("notes:\n- {id: a, id: b}\n", "line 2, column 11"),
        ("a: &x [1]\nb: *x\n", "line 2, column 4"),
        ("notes: !!python/object:os.system x\n", "line 1"),
        ("[" * 3000, "line 1"),
        ("notes:\n- id: a\n  note: 'half", "from line 3, column 9"),
        ("- 1\n- 2\n", "line 1, column 1"),
        ("notes: yes\n", "line 1, column 8"),
        ("notes: {id: a}\n", "line 1, column 8"),
        ("a: 1\n---\nb: 2\n", "line 2"),
        ("notes:\n\t- id: a\n", "line 2"),
    ],
)
def test_what_cannot_be_a_file_of_notes_is_told_with_its_place(text: str, what: str) -> None:
    with pytest.raises(NotesError, match=what) as refused:
        read_document(text.encode())
    assert "\n" not in str(refused.value)


def test_binary_is_told() -> None:
    with pytest.raises(NotesError, match="line 2, column 3: is not UTF-8"):
        read_document(b"notes:\n- \xff\xfe")


WORDS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), max_size=5))
def test_any_notes_round_trip(notes: list[tuple[str, list[str]]]) -> None:
    document = new_document("A title: with signs", "a path/with #.txt", "0" * 64)
    for number, (note, tags) in enumerate(notes):
        document.add("notes", {"id": f"n{number}", "note": note, "tags": tags})
    read = read_document(document.text().encode()).entries("notes")
    assert [(one.values or {})["note"] for one in read] == [note for note, _ in notes]
    assert [(one.values or {})["tags"] for one in read] == [tags for _, tags in notes]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        assert read_document(data).text() == data.decode()
    except NotesError as error:
        assert "\n" not in str(error)
