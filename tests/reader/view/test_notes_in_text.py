"""Notes in the text: their signs, and their words under or beside the lines they are about."""

from __future__ import annotations

from playhead.reader.reading import PlacedNote
from playhead.reader.view.layout import Layout, Shape
from playhead.reader.view.margin import LINES, PlacedNotes, margin_lines, note_lines
from playhead.transcript.model import Transcript


def note(
    id: str, start: int, end: int, words: str = "", colour: str = "", tags: tuple[str, ...] = ()
) -> PlacedNote:
    return PlacedNote(id, start, end, words, tags, colour)


def test_the_sign_of_a_row_tells_words_and_colour_by_shape_and_letter() -> None:
    placed = PlacedNotes(
        [
            note("a", 0, 30, "Chips", "green"),
            note("b", 40, 50, colour="pink"),
            note("c", 60, 70, "Memory"),
            note("d", 80, 90, colour="blue"),
            note("e", 85, 95, "Why?"),
        ]
    )
    assert placed.sign(0, 20) == "◆g"
    assert placed.sign(20, 38) == "╎ "
    assert placed.sign(40, 55) == "p "
    assert placed.sign(56, 75) == "◆ "
    assert placed.sign(80, 100) == "◆b"
    assert placed.sign(100, 120) == "  "


def test_of_two_notes_on_a_row_the_shorter_one_is_meant() -> None:
    placed = PlacedNotes([note("long", 0, 100, "x"), note("short", 10, 20, "y")])
    found = placed.at(10, 60)
    assert found is not None
    assert found.id == "short"


def test_notes_stand_under_the_row_they_end_on_and_those_of_a_turn_above_it(
    talk: Transcript,
) -> None:
    turn = talk.turns[3]
    placed = PlacedNotes(
        sorted(
            [
                note("whole", turn.start, turn.end, "all of it", tags=("memory",)),
                note("part", turn.start, turn.start + 10, "twice"),
                note("bare", turn.start, turn.start + 10, colour="green"),
            ],
            key=lambda one: (one.start, one.end),
        )
    )
    rows = Layout(talk, range(8), Shape(measure=40), placed).block(3)
    kinds = [row.note.words if row.note else row.kind for row in rows]
    assert kinds == ["name", "all of it", "#memory", "text", "twice", "text", "blank"]
    plain = Layout(talk, range(8), Shape(measure=40)).block(3)
    assert [row for row in rows if row.note is None] == list(plain)


def test_a_folded_turn_keeps_its_notes_in_sight(talk: Transcript) -> None:
    turn = talk.turns[3]
    placed = PlacedNotes([note("late", turn.end - 5, turn.end, "down")])
    shape = Shape(measure=40, folded=frozenset({"t4"}))
    rows = Layout(talk, range(8), shape, placed).block(3)
    assert [row.kind for row in rows] == ["name", "folded", "note", "blank"]


def test_lines_of_notes_fit_and_long_ones_are_cut() -> None:
    long = note("a", 0, 10, "word " * 200, tags=("one", "two"))
    lines = note_lines(long, 26)
    assert len(lines) == LINES + 1
    assert all(len(line.words) <= 26 for line in lines)
    assert lines[-2].words.endswith("…")
    assert lines[-1].is_tag


def test_notes_in_the_margin_move_down_where_another_stands() -> None:
    first, second = note("a", 0, 5, "one two"), note("b", 6, 9, "three")
    lines = margin_lines([(3, first), (3, second)], 10)
    assert {y: line.note for y, line in lines.items()} == {3: "a", 5: "b"}
