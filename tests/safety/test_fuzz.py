"""No input breaks anything: a smoke of what `python -m tests.benchmarks.fuzz` does for longer."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.safety.mutation import mutated
from tests.safety.seeds import CONFIGURED, TOKENS, transcripts
from tests.safety.targets import TARGETS

SEEDS = transcripts()
INPUTS = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(TOKENS), max_size=40).map(b"".join),
)
CALM = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("target", TARGETS)
@given(data=INPUTS)
@CALM
def test_made_up_input_is_read_or_refused(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
@given(seed=st.integers(0, 10_000))
@CALM
def test_damaged_input_is_read_or_refused(target: str, seed: int) -> None:
    draw = random.Random(seed)
    TARGETS[target](mutated(draw.choice(CONFIGURED.get(target, SEEDS)), draw))


ENDLESS = [
    "a",
    "a ",
    "(",
    "*",
    "[00:01] ",
    "Ann: ",
    "Ann: Why?\n",
    "<p>",
    "-->",
    "1\n",
    "out of\n\n  1. A",
    "\n",
    "\n \n",
    "1\t",
    "1 | ",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_piece_without_end_is_read_in_time(piece: str) -> None:
    data = f"Ann: Why?\n\nBob: {piece * (40_000 // len(piece))} so.\n".encode()
    for name in ("transcript", "all stages", "--from labelled", "--from table", "--from html"):
        TARGETS[name](data)
