"""Files written by hand in any style are changed where they are meant to be, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playhead.notes.changes import Change, Step, apply_change, take_back
from playhead.notes.file.cutting import read_document
from playhead.notes.file.document import Document
from playhead.notes.file.entry import as_read

ONE_LINE = """\
# in one line
playhead: 1
notes: [{id: n1, note: x, at: 12:34}, 'mine', {id: n2, 'note': "y"} ]  # two
mood: good
"""
SEVERAL_LINES = """\
notes: [
  # the best
  {id: n1, note: x},   # why
  {id: n2,
   note: y}   # because
]
"""
WHOLE = '{"playhead": 1, "notes": [{"id": "n1", "note": "x", "mine": 5}], "mood": "good"}\n'


@pytest.mark.parametrize(
    ("text", "id", "values", "wanted"),
    [
        (ONE_LINE, "n1", {"note": "z"}, ("note: x,", "note: z,")),
        (ONE_LINE, "n2", {"note": "z: y"}, ('"y"}', '"z: y"}')),
        (ONE_LINE, "n1", {"tags": ["a", "b"]}, ("12:34}", "12:34, tags: [a, b]}")),
        (ONE_LINE, "n1", {"note": None}, (" note: x,", "")),
        (SEVERAL_LINES, "n2", {"note": "two\nlines"}, ("y}", '"two\\nlines"}')),
        (WHOLE, "n1", {"note": "z", "end": 7}, ('"x", "mine": 5', '"z", "mine": 5, "end": 7')),
    ],
)
def test_an_entry_in_one_line_is_changed_where_it_says_something_else(
    text: str, id: str, values: dict[str, Any], wanted: tuple[str, str]
) -> None:
    document = read_document(text.encode())
    piece = document.find("notes", id)
    assert piece is not None
    changed = {**(piece.values or {}), **values}
    document.replace("notes", id, {k: v for k, v in changed.items() if v is not None})
    assert document.text() == text.replace(*wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ONE_LINE, ('"y"} ]', '"y"}, {"id": "n3", "start": 7} ]')),
        (SEVERAL_LINES, ("y}   # because", 'y},   # because\n  {"id": "n3", "start": 7}')),
        (WHOLE, ("5}]", '5}, {"id": "n3", "start": 7}]')),
        ("{}", ("{}", '{"notes": [{"id": "n3", "start": 7}]}')),
        ("{notes: }", ("notes: ", 'notes: [{"id": "n3", "start": 7}]')),
        ("{notes: [], x: 1}", ("[]", '[{"id": "n3", "start": 7}]')),
        ("{x: 1,\n}\n", ("1,", '1, "notes": [{"id": "n3", "start": 7}],')),
        ("notes: [ # none\n]\n", ("\n]", '\n  {"id": "n3", "start": 7}\n]')),
    ],
)
def test_a_new_entry_stands_in_the_line(text: str, wanted: tuple[str, str]) -> None:
    document = read_document(text.encode())
    document.add("notes", {"id": "n3", "start": 7})
    assert document.text() == text.replace(*wanted)


def test_entries_of_one_line_go_and_come_back_to_the_byte() -> None:
    for text in (ONE_LINE, SEVERAL_LINES, WHOLE):
        for order in (("n1", "n2"), ("n2", "n1")):
            document = read_document(text.encode())
            steps: list[Step] = []
            for id in order:
                steps += apply_change(document, Change("notes", id, None, None)).steps
                _parsed(document)
            assert not document.entries("notes")
            take_back(document, steps)
            assert document.text() == text


@dataclass(frozen=True)
class Made:
    """A file, and what it says: the ids of each list in order."""

    text: str
    lists: dict[str, list[str]]


SCALARS = st.sampled_from(["x", "12:34", "no", '"q, # r"', "'it''s'", "5", "2024-01-02", '""', "ü"])
MARGINS = st.sampled_from(["", "  "])
REMARKS = st.sampled_from(["", "", "  # why", " #, ] } - no"])


@st.composite
def block_lists(draw: st.DrawFn, margin: str, ids: list[str]) -> str:
    """Entries with a dash each."""
    indent = margin + draw(st.sampled_from(["", "  "]))
    parts = []
    for id in ids:
        form = draw(st.integers(0, 4))
        remark, value = draw(REMARKS), draw(SCALARS)
        if form == 0:
            parts.append(f"{indent}- {{id: {id}, k: {value}}}{remark}\n")
        elif form == 1:
            parts.append(f"{indent}-{remark}\n{indent}   id: {id}\n{indent}   k: {value}\n")
        elif form == 2:
            parts.append(f"{indent}- k: |{remark}\n{indent}    - a\n\n{indent}    b\n")
            parts.append(f"{indent}  id: {id}\n")
        else:
            parts.append(f"{indent}- id: {id}{remark}\n{indent}  k: {value}{draw(REMARKS)}\n")
        if draw(st.booleans()):
            parts.append(draw(st.sampled_from(["\n", "# between - [ {\n", f"{indent}- mine\n"])))
    return "".join(parts)


@st.composite
def flow_lists(draw: st.DrawFn, ids: list[str], is_json: bool) -> str:
    """Entries between brackets."""
    key, value = ('"id"', '"k"') if is_json else ("id", "k")
    blanks = st.sampled_from(["", " ", "\n  ", "\n\n    "])
    gaps = blanks if is_json else blanks | st.just(" # a, ]\n  ")
    parts = ["[", draw(gaps)]
    for number, id in enumerate(ids):
        scalar = '"x, # y"' if is_json else draw(SCALARS)
        parts.append(f'{{{key}: "{id}",{draw(gaps)} {value}: {scalar}{draw(gaps)}}}')
        is_last = number == len(ids) - 1
        parts.append(draw(st.sampled_from(["", " "])))
        parts.append("" if is_last and draw(st.booleans()) else ",")
        parts.append(draw(gaps))
        if not is_json and draw(st.integers(0, 4)) == 0 and not is_last:
            parts.append(f"mine ,{draw(gaps)}")
    return "".join(parts) + "]"


@st.composite
def files(draw: st.DrawFn) -> Made:
    """Any file of notes that a person or another program may have written."""
    names = draw(st.permutations(["playhead", "notes", "corrections", "mine"]))
    names = names[: draw(st.integers(1, 4))]
    ids = {
        name: [f"{name[0]}{n}" for n in range(draw(st.integers(0, 3)))]
        for name in names
        if name in ("notes", "corrections")
    }
    if draw(st.integers(0, 2)) == 0:
        is_json = draw(st.booleans())
        parts = []
        for name in names:
            value = draw(flow_lists(ids[name], is_json)) if name in ids else '"1"'
            parts.append(f'"{name}": {value}' if is_json else f"{name}: {value}")
        return Made("{" + ", ".join(parts) + draw(st.sampled_from(["}", " }\n"])), ids)
    margin = draw(MARGINS)
    text = draw(st.sampled_from(["", "# head\n", "---\n", "--- # head\n"]))
    for name in names:
        if name not in ids:
            text += f"{margin}{name}: 1{draw(REMARKS)}\n"
        elif draw(st.booleans()):
            text += f"{margin}{name}: {draw(flow_lists(ids[name], False))}{draw(REMARKS)}\n"
        elif ids[name]:
            text += f"{margin}{name}:{draw(REMARKS)}\n{draw(block_lists(margin, ids[name]))}"
        else:
            text += f"{margin}{name}:{draw(st.sampled_from(['', ' null', ' ~']))}{draw(REMARKS)}\n"
    text += draw(st.sampled_from(["", "# the end\n", "...\n", "\n"]))
    text = text[: -draw(st.integers(0, 1)) or None] if text.endswith("1\n") else text
    text = text.replace("\n", "\r\n") if draw(st.integers(0, 3)) == 0 else text
    return Made(draw(st.sampled_from(["", "\ufeff"])) + text, ids)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "remove"]),
        st.sampled_from(["notes", "corrections"]),
        st.integers(0, 5),
        st.text(st.characters(codec="utf-8"), max_size=8),
        st.booleans(),
    ),
    max_size=5,
)


def _parsed(document: Document) -> dict[str, Any]:
    """What another program reads, as text; also that it is read the same again by ours."""
    data = document.text().encode()
    again = read_document(data)
    assert again.text().encode() == data
    assert [(p.list, p.id, as_read(p.values)) for p in again.pieces if p.id] == [
        (p.list, p.id, as_read(p.values)) for p in document.pieces if p.id
    ]
    found: dict[str, Any] = yaml.load(data, yaml.BaseLoader)
    return found


def _ids(entries: Any) -> list[str]:
    return [one["id"] for one in entries or () if isinstance(one, dict)] if entries != "~" else []


@settings(max_examples=100, deadline=None)
@given(files(), STEPS)
@example(Made("notes: [{id: n0}, # a\n {id: n1}]\n", {"notes": ["n0", "n1"]}), [])
@example(
    Made("notes: [mine # a, ]\n  ,{id: n0}]\n", {"notes": ["n0"]}),
    [("remove", "notes", 0, "", True)],
)
def test_any_change_of_any_file_says_what_is_meant_and_leaves_the_rest(
    made: Made, steps: list[tuple[str, str, int, str, bool]]
) -> None:
    document = read_document(made.text.encode())
    assert document.text() == made.text
    ids = {name: list(made.lists.get(name, ())) for name in ("notes", "corrections")}
    states: list[tuple[str, tuple[Step, ...]]] = []
    is_rewritten = False
    for number, (action, name, which, words, is_read_again) in enumerate(steps):
        before = document.text()
        id = ids[name][which % len(ids[name])] if ids[name] else ""
        piece = document.find(name, id) if id else None
        values = (piece.values or {}) if piece else {}
        if action == "add" or piece is None:
            id, values = f"new{number}", {"id": f"new{number}", "note": words, "start": which}
            ids[name].append(id)
            change = Change(name, id, None, values)
        elif action == "edit":
            change = Change(name, id, values, {**values, "k": words, "tags": [words, "a"]})
        else:
            change = Change(name, id, values, None)
            ids[name].remove(id)
        outcome = apply_change(document, change)
        states.append((before, outcome.steps))
        if piece is not None and action == "edit":
            _differs_only_in(before, document.text(), piece.bare)
        found = _parsed(document)
        for each, expected in ids.items():
            assert _ids(found.get(each)) == expected
        if change.after is not None:
            entries = [one for one in found[name] if isinstance(one, dict)]
            (entry,) = [one for one in entries if one["id"] == id]
            assert {k: _one_break(v) for k, v in entry.items()} == {
                k: _one_break(v) for k, v in as_read(change.after).items()
            }
        if is_read_again:
            # An empty list is begun anew, with a line an entry.
            is_rewritten = is_rewritten or "mine # a" in made.text or not all(ids.values())
            document = read_document(document.text().encode())
    for before, done in reversed(states):
        take_back(document, done)
        found = _parsed(document)
        if is_rewritten:
            before_all = yaml.load(before, yaml.BaseLoader) or {}
            assert [_ids(found.get(each)) for each in ids] == [
                _ids(before_all.get(each)) for each in ids
            ]
        else:
            assert _plain(document.text()) == _plain(before)


def _differs_only_in(before: str, after: str, entry: str) -> None:
    at = before.index(entry)
    assert after.startswith(before[:at])
    assert after.endswith(before[at + len(entry) :].lstrip("\r\n"))


def _one_break(value: Any) -> Any:
    """A block ends with a line break, which is not of the text."""
    return value.removesuffix("\n") if isinstance(value, str) else value


def _plain(text: str) -> str:
    """A text without what is left of a list that was begun, and of breaks at its end."""
    for empty in ('"notes":', '"corrections":', "notes:", "corrections:", "null", "~", "[", "]"):
        text = text.replace(empty, "")
    return "".join(text.replace(",", "").split())
