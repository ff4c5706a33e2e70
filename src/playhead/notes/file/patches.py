"""What a change did to the pieces of a file, to be taken back to the byte."""

from __future__ import annotations

from dataclasses import dataclass

from playhead.notes.file.pieces import Piece


@dataclass(frozen=True, slots=True)
class Patch:
    """The pieces from the number `at` on, before and after a change; all others stay."""

    at: int
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    def reversed(self) -> Patch:
        """What takes the change back."""
        return Patch(self.at, self.after, self.before)

    def apply(self, pieces: list[Piece]) -> None:
        """Make the change on the pieces that it was made on before."""
        pieces[self.at : self.at + len(self.before)] = self.after


def patch_between(before: list[Piece], after: list[Piece]) -> Patch:
    """The patch that makes `before` into `after`, which has most pieces from it."""
    most = min(len(before), len(after))
    low = next((n for n in range(most) if before[n] is not after[n]), most)
    same = next((n for n in range(most - low) if before[-1 - n] is not after[-1 - n]), most - low)
    return Patch(
        low, tuple(before[low : len(before) - same]), tuple(after[low : len(after) - same])
    )
