"""Turns -> rows of the screen, a turn at a time and only when asked: no size of transcript is slow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from playhead.reader.reading import PlacedNote
from playhead.reader.view.margin import NoteLine, PlacedNotes, note_lines
from playhead.reader.view.wrap import wrap
from playhead.transcript.model import Chapter, Transcript, Turn

RowKind = Literal["blank", "chapter", "name", "text", "aside", "folded", "note"]
BLOCKS_KEPT = 600
"""Wrapped turns kept: many screens full, and little memory."""
PARAGRAPH = 520
"""Characters after which a long speech may begin a new paragraph, at the next sentence."""
FOLDED = ("answer", "monologue")
"""Kinds of turns that are folded when all answers are."""
REST = 20
"""Cells left on the line of a folded turn to tell how many words more there are."""


class Row(NamedTuple):
    """One line of the screen. `start` and `end` are offsets of the words on it.

    `note` is the line of a note that stands under the words it is about.
    """

    kind: RowKind
    start: int
    end: int
    indent: int = 0
    note: NoteLine | None = None


class At(NamedTuple):
    """A row: which of the turns shown, and which of its rows."""

    place: int
    row: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides how turns become rows. `measure` is in cells."""

    measure: int = 72
    paragraphs: bool = True
    folded: frozenset[str] = frozenset()
    folds_answers: bool = False

    def folds(self, turn: Turn) -> bool:
        """Whether a turn is folded to its first line, if it has more than one."""
        return (turn.id in self.folded) != (self.folds_answers and turn.kind in FOLDED)


class Layout:
    """The rows of the turns shown. `shown` holds indices into the transcript's turns, rising.

    `notes` are those that stand under their lines.
    """

    def __init__(
        self,
        transcript: Transcript,
        shown: Sequence[int],
        shape: Shape,
        notes: PlacedNotes | None = None,
    ) -> None:
        """Nothing is wrapped before it is asked for."""
        self.transcript = transcript
        self.shown = shown
        self.shape = shape
        self._notes = notes
        self._blocks: dict[int, tuple[Row, ...]] = {}

    def turn(self, place: int) -> Turn:
        """The turn shown at `place`."""
        return self.transcript.turns[self.shown[place]]

    def block(self, place: int) -> tuple[Row, ...]:
        """The rows of the turn at `place`."""
        rows = self._blocks.get(place)
        if rows is None:
            if len(self._blocks) > BLOCKS_KEPT:
                self._blocks.clear()
            rows = self._blocks[place] = tuple(self._rows(place))
        return rows

    def row(self, at: At) -> Row:
        """The row at `at`."""
        return self.block(at.place)[at.row]

    def locate(self, offset: int) -> At:
        """The row that holds `offset`, or the nearest shown one before it."""
        if not self.shown:
            return At(0, 0)
        turns = self.transcript.turns
        index = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
        place = max(0, bisect_right(self.shown, index) - 1)
        rows = self.block(place)
        # Rows rise by their starts; the first of a turn may be none of words.
        found = bisect_right(rows, offset, key=lambda row: row.start) - 1
        while found >= 0 and rows[found].kind not in WORDS:
            found -= 1
        if found < 0:
            found = next(i for i, row in enumerate(rows) if row.kind in WORDS)
        return At(place, found)

    def past(self, place: int, count: int) -> int:
        """The row of the turn at `place` after `count` rows that are no notes."""
        rows = self.block(place)
        index = 0
        while count > 0 and index + 1 < len(rows):
            count -= rows[index].note is None
            index += 1
        return index

    def step(self, at: At, by: int) -> At:
        """The row `by` rows on, held at both ends."""
        place, row = at
        row += by
        while row < 0:
            if place == 0:
                return At(0, 0)
            place -= 1
            row += len(self.block(place))
        while row >= len(self.block(place)):
            if place + 1 >= len(self.shown):
                return At(place, len(self.block(place)) - 1)
            row -= len(self.block(place))
            place += 1
        return At(place, row)

    def distance(self, start: At, end: At, limit: int) -> int:
        """Rows from `start` to `end`, negative backwards; counting stops beyond `limit`."""
        if end < start:
            return -self.distance(end, start, limit)
        rows = end.row - start.row
        for place in range(start.place, end.place):
            if rows > limit:
                break
            rows += len(self.block(place))
        return rows

    def next_words(self, at: At, by: int) -> At:
        """The row with words `by` such rows on; stays where there is none."""
        direction = 1 if by > 0 else -1
        best = at
        for _ in range(abs(by)):
            here = best
            while (there := self.step(here, direction)) != here:
                here = there
                if self.row(here).kind in WORDS:
                    best = here
                    break
            else:
                break
        return best

    def chapter_at(self, place: int) -> Chapter | None:
        """The chapter that begins with the turn at `place`, counting what is left out before it."""
        turn = self.turn(place)
        before = self.turn(place - 1).start if place else -1
        chapters = self.transcript.chapters
        index = bisect_right(chapters, turn.start, key=lambda one: one.start) - 1
        return chapters[index] if index >= 0 and chapters[index].start > before else None

    def _rows(self, place: int) -> list[Row]:
        turn = self.turn(place)
        rows: list[Row] = []
        if chapter := self.chapter_at(place):
            rows += [Row("blank", turn.start, turn.start)] * (1 if place else 0)
            rows.append(Row("chapter", chapter.start, chapter.end))
            rows.append(Row("blank", turn.start, turn.start))
        blank = Row("blank", turn.end, turn.end)
        if turn.kind == "backchannel" and turn.end - turn.start < self.shape.measure // 2:
            return [*rows, *self._with_notes(turn, [Row("aside", turn.start, turn.end)]), blank]
        rows.append(Row("name", turn.start, turn.start))
        words = self._words(turn)
        if self.shape.folds(turn) and len(words) > 1:
            room = self.shape.measure - REST
            first, last = wrap(self.transcript.text, turn.start, turn.end, room)[0]
            words = [Row("folded", first, last)]
        return [*rows, *self._with_notes(turn, words), blank]

    def _with_notes(self, turn: Turn, words: list[Row]) -> list[Row]:
        """The rows of a turn: notes about all of it first, others under the row they end on."""
        if self._notes is None or not self._notes.any_told:
            return words
        rows = self._note_rows(self._notes.told_of(turn), turn.start)
        before = turn.start
        for index, row in enumerate(words):
            # What a note stands on may end in the space after the row, or be folded away.
            until = words[index + 1].start if index + 1 < len(words) else turn.end + 1
            notes = self._notes.told_within(turn, before, until)
            rows += [row, *self._note_rows(notes, row.end)]
            before = until
        return rows

    def _note_rows(self, notes: Sequence[PlacedNote], at: int) -> list[Row]:
        lines = [line for note in notes for line in note_lines(note, self.shape.measure - 4)]
        return [Row("note", at, at, 0, line) for line in lines]

    def _words(self, turn: Turn) -> list[Row]:
        text = self.transcript.text
        rows: list[Row] = []
        for start, end in self._paragraphs(turn):
            indent = 2 if start > turn.start else 0
            lines = wrap(text, start, end, self.shape.measure, indent)
            rows += [Row("text", a, b, indent if i == 0 else 0) for i, (a, b) in enumerate(lines)]
        return rows or [Row("text", turn.start, turn.end)]

    def _paragraphs(self, turn: Turn) -> list[tuple[int, int]]:
        """A long speech in paragraphs: only where a sentence begins, and never a short last one."""
        if not self.shape.paragraphs or turn.end - turn.start < 1.5 * PARAGRAPH:
            return [(turn.start, turn.end)]
        sentences = self.transcript.sentences
        cuts = [turn.start]
        first = bisect_right(sentences, turn.start, key=lambda one: one.start)
        last = bisect_left(sentences, turn.end, key=lambda one: one.start)
        for at in (one.start for one in sentences[first:last]):
            if at - cuts[-1] >= PARAGRAPH and turn.end - at >= PARAGRAPH // 2:
                cuts.append(at)
        return list(zip(cuts, [*cuts[1:], turn.end], strict=True))


WORDS: frozenset[RowKind] = frozenset({"text", "aside", "folded"})
"""Rows that hold words of the transcript."""
