"""No input hangs what reads it: a smoke of what `python -m tests.benchmarks.growth` does for longer."""

from __future__ import annotations

import pytest
from tests.benchmarks.growth import Runner, inputs
from tests.safety.targets import TARGETS

SIZE, HANG = 20_000, 120.0
"""Bytes of an input, and seconds of which a hang takes more: reading takes a hundredth."""

EVERY = 40
"""Of the inputs each this many is tried here, others for every target."""


@pytest.mark.parametrize("target", TARGETS)
def test_input_made_to_be_slow_is_read(target: str) -> None:
    first = list(TARGETS).index(target)
    runner = Runner()
    try:
        for name, make in list(inputs())[first::EVERY]:
            _, fault = runner.timed(target, make(SIZE), HANG)
            assert not fault, name
    finally:
        runner.stop()
