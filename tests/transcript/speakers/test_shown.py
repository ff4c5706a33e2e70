"""What the networks are shown of each unit: the buckets of its words, and a few measures."""

from __future__ import annotations

from itertools import pairwise
from zlib import crc32

import pytest

from playhead.transcript.model import Span
from playhead.transcript.speakers.checksums import Endings, checksums
from playhead.transcript.speakers.hashing import BUCKETS, HEAD, TAIL, Hashes
from playhead.transcript.speakers.measures import MEASURES, Measures
from playhead.transcript.tokens import Numbers, Tokens

SIZED, REPLY, FILLERS, DOUBLED, ASKING = 2, 11, 8, 9, 10
HOST, ASKED_BEFORE, SHARED, QUOTED = 12, 14, 17, 18


def units_of(*said: str) -> tuple[Tokens, list[Span]]:
    starts = [0]
    for words in said:
        starts.append(starts[-1] + len(words) + 1)
    spans = [Span(start, end - 1) for start, end in pairwise(starts)]
    return Tokens(" ".join(said)), spans


def hashed(*said: str) -> list[list[int]]:
    tokens, spans = units_of(*said)
    firsts, sizes = tokens.inside(spans)
    buckets, counts = Hashes(tokens, firsts).of(firsts, sizes)
    found = iter(buckets.tolist())
    return [[next(found) for _ in range(count)] for count in counts.tolist()]


def measured(*said: str) -> list[list[float]]:
    tokens, spans = units_of(*said)
    firsts, sizes = tokens.inside(spans)
    of = Measures(tokens, firsts, sizes, ("Ann", "Bob")).of
    rows: list[list[float]] = of(0, len(said)).tolist()
    parts = [*of(0, 1).tolist(), *of(1, len(said)).tolist()]
    assert parts == rows
    return rows


def expected(*words: str) -> list[int]:
    """The buckets of a unit of these words, as they are plain."""
    shown = [
        *words,
        *(f"{one} {other}" for one, other in pairwise(words)),
        *(f"^{word}" for word in words[:2]),
        f"^^{' '.join(words[:2])}",
        f"$$ {' '.join(words[-2:])}",
    ]
    return [crc32(one.encode()) % BUCKETS for one in shown]


def test_words_pairs_and_edges_are_hashed() -> None:
    assert hashed("So what is it?", "Yes.", "It is.") == [
        expected("so", "what", "is", "it", "?"),
        expected("yes", "."),
        expected("it", "is", "."),
    ]


def test_rare_words_are_told_by_their_kind_alone() -> None:
    assert hashed("The quincunx Zwickau 1998") == [expected("the", "<rare>", "<name>", "<number>")]


def test_a_sound_in_brackets_is_one_word() -> None:
    assert hashed("Yes [speaks of it] so") == [expected("yes", "[speaks of it]", "so")]
    assert hashed("Yes [speaks", "of it] so") == [
        expected("yes", "<rare>"),
        expected("of", "it", "so"),
    ]


def test_what_has_no_words_has_the_bucket_of_nothing() -> None:
    assert hashed("—", "yes") == [[0], expected("yes")]


def test_of_a_long_unit_begin_and_end_are_shown() -> None:
    words = ["yes"] * HEAD + ["no"] * 10 + ["so"] * TAIL
    assert hashed(" ".join(words)) == [expected(*["yes"] * HEAD, *["so"] * TAIL)]


def test_checksums_go_on() -> None:
    strings = ["", "a", "pears and", "größer"]
    endings = Endings(strings)
    for number, ending in enumerate(strings):
        numbers: Numbers = checksums(strings).astype(int) * 0 + number
        found = endings.after(checksums(strings), numbers).tolist()
        assert found == [crc32((one + ending).encode()) for one in strings]


@pytest.mark.parametrize(
    ("words", "measure", "value"),
    [
        ("so and then what is it", ASKING, 1.0),
        ("so the what is it", ASKING, 0.0),
        ("I think so", REPLY, 1.0),
        ("I thought so", REPLY, 0.0),
        ("you know, um, it is sort of like it", FILLERS, 4 / 3),
        ("you, know it is a kind, of it", FILLERS, 0.0),
        ("it is the, the pears", DOUBLED, 1.0),
        ("it is the. the pears", DOUBLED, 0.0),
        ("it is Ann’s garden", HOST, 1.0),
        ("he said “why?”", QUOTED, 1.0),
    ],
)
def test_measures_of_a_unit(words: str, measure: int, value: float) -> None:
    (row,) = measured(words)
    assert len(row) == MEASURES
    assert row[measure] == pytest.approx(value)


def test_measures_look_at_the_unit_before() -> None:
    first, second = measured("Do you grow pears?”", "We grow pears and Pears")
    assert (first[ASKED_BEFORE], first[SHARED]) == (0.0, 0.0)
    assert second[ASKED_BEFORE] == 1.0
    assert second[SHARED] == pytest.approx(1 / 6)
