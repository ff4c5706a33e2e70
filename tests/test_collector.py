"""The collector of cycles, put off and on again."""

from __future__ import annotations

import gc

import pytest

from playhead.collector import collector_off

pytestmark = pytest.mark.usefixtures("collector_keeps")


def test_what_was_made_meanwhile_is_not_looked_at() -> None:
    before = gc.get_stats()[0]["collections"], gc.get_freeze_count()
    with collector_off():
        made = [[number] for number in range(10 * gc.get_threshold()[0])]
    following = [[number] for number in range(10)]
    assert (gc.get_stats()[0]["collections"], gc.get_freeze_count()) == before
    assert gc.isenabled()
    assert made
    assert following


def test_cycles_are_found_later() -> None:
    with collector_off():
        loop: list[object] = []
        loop.append(loop)
        number = id(loop)
        del loop
    assert any(id(one) == number for one in gc.get_objects())
    gc.collect()
    assert not any(id(one) == number for one in gc.get_objects())
