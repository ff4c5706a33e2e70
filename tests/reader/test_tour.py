"""The tour: pictures one after another, each for its time."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.reader.tour import STEPS, combine

PICTURE = '<svg class="rich-terminal" viewBox="0 0 9 9">\n<style>.a-{0} {{}}</style><text>{0}</text></svg>\n'


def test_each_picture_has_its_turn_and_the_first_is_seen_where_nothing_moves() -> None:
    tour = combine([PICTURE.format(number) for number in range(3)], [1.0, 2.0, 1.0])
    root = ElementTree.fromstring(tour)
    groups = [one for one in root if one.tag.endswith("g")]
    assert ["".join(one.itertext())[-1] for one in groups] == ["0", "1", "2"]
    shown = re.findall(r"([\d.]+)% \{ visibility: visible \} ([\d.]+)%", tour)
    assert shown == [("0.000", "25.000"), ("25.000", "75.000"), ("75.000", "100.000")]
    assert tour.count("visibility: visible;") == 1


def test_every_step_stands_long_enough_to_be_seen() -> None:
    assert all(seconds >= 0.5 for seconds, _ in STEPS)
