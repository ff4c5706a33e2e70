"""Units -> the hash buckets of their words, which the networks embed."""

from __future__ import annotations

import re

import numpy as np

from playhead.transcript.pieces import Pieces, with_whole_sounds
from playhead.transcript.said import SOUND
from playhead.transcript.speakers.checksums import Endings, Sums, checksums
from playhead.transcript.tokens import Flags, Numbers, Tokens, ranges, starts_of
from playhead.transcript.topics.background import said_in

BUCKETS = 1 << 14
"""Hash buckets of words and pairs of words (the hashing trick, Weinberger et al. 2009)."""

COMMON = 0.12
"""Share of the background interviews in which a word must be said to be shown as it is."""

HEAD, TAIL = 24, 12
"""Words shown from the start and from the end of a unit; long ones tell enough by these."""

_WORD = re.compile(rf"[^\W_]+(?:['’-][^\W_]+)*|[?!.,…\"“”]|{SOUND.pattern}")


class Hashes:
    """The buckets of words of units, of pairs of neighbours, and of first and last words."""

    def __init__(self, tokens: Tokens, firsts: Numbers) -> None:
        """Take the tokens apart; `firsts` are the first tokens of all units."""
        self._ids, forms = with_whole_sounds(tokens, firsts)
        self._words = Pieces(forms, lambda form: map(_plain, _WORD.findall(form)))
        names = self._words.names
        self._alone = checksums(names)
        self._early = checksums([f"^{name}" for name in names])
        self._first = checksums([f"^^{name}" for name in names])
        self._last = checksums([f"$$ {name}" for name in names])
        self._after = Endings([f" {name}" for name in names])

    def of(self, firsts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
        """The buckets of units, one after the other, and how many each has.

        Units have `sizes` tokens from `firsts` on.
        """
        numbers, owners = ranges(firsts, sizes)
        words, of_token = self._words.of(self._ids[numbers])
        units = owners[of_token]
        counts = np.bincount(units, minlength=len(sizes))
        places = np.arange(len(units)) - starts_of(counts)[units]
        shown = (places < HEAD) | (places >= counts[units] - TAIL)
        words, units = words[shown], units[shown]
        counts = np.minimum(counts, HEAD + TAIL)
        heads = starts_of(counts)
        places = np.arange(len(units)) - heads[units]

        some = np.flatnonzero(counts)
        many = np.where(counts > 0, 2 * counts + np.minimum(counts, 2) + 1, 1)
        at = starts_of(many)
        # What has no words has the bucket of the empty string, which is 0.
        found = np.zeros(many.sum(), dtype=np.uint32)
        found[at[units] + places] = self._alone[words]
        pairs = np.flatnonzero(units[1:] == units[:-1])
        of = units[pairs]
        found[at[of] + counts[of] + places[pairs]] = self._after.after(
            self._alone[words[pairs]], words[pairs + 1]
        )
        early = np.flatnonzero(places < 2)
        of = units[early]
        found[at[of] + 2 * counts[of] - 1 + places[early]] = self._early[words[early]]
        first, last = heads[some], heads[some] + counts[some] - 1
        second, former = np.minimum(first + 1, last), np.maximum(last - 1, first)
        end = at[some] + many[some]
        found[end - 2] = self._two(self._first, words[first], words[second], first < last)
        found[end - 1] = self._two(self._last, words[former], words[last], first < last)
        return (found % BUCKETS).astype(np.intp), many

    def _two(self, sums: Sums, words: Numbers, others: Numbers, are_two: Flags) -> Sums:
        """The checksums of words and those after them, or of the words alone."""
        return np.where(are_two, self._after.after(sums[words], others), sums[words])


def _plain(token: str) -> str:
    """A common word as it is; a rare one only by its kind, so that no show's subject is learnt."""
    word = token.lower().replace("’", "'")
    if not word[0].isalpha():
        return "<number>" if word[0].isdigit() else word
    if word in said_in(COMMON):
        return word
    return "<name>" if token[0].isupper() else "<rare>"
