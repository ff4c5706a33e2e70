"""The lines of the bar: what is kept of them is what would be drawn."""

from __future__ import annotations

from dataclasses import replace

from tests.reader.conftest import InkedApp
from textual.app import ComposeResult

from playhead.reader.scrub.bar import ScrubBar
from playhead.reader.scrub.lanes import Lanes
from playhead.transcript.model import Transcript


class Foot(InkedApp):
    """The bar alone."""

    def compose(self) -> ComposeResult:
        """The bar."""
        yield ScrubBar(id="scrub")


def lines(bar: ScrubBar) -> list[str]:
    """The lines of the bar, as words and looks."""
    return [repr(bar.render_line(y)) for y in range(bar.size.height)]


async def test_wherever_the_playhead_is_the_lines_are_as_if_drawn_anew(talk: Transcript) -> None:
    app = Foot()
    async with app.run_test(size=(100, 10)) as pilot:
        bar = app.query_one(ScrubBar)
        bar.show(Lanes(talk))
        bar.show_topic("memory")
        await pilot.pause()
        for height in (4, 3):
            bar.styles.height = height
            await pilot.pause()
            for number, turn in enumerate((*talk.turns, talk.turns[2])):
                bar.go(turn.start, [(0, turn.start), (talk.turns[2].start, talk.turns[4].start)])
                bar.show_hits([one.start for one in talk.turns[:number]])
                bar.show_notes([turn.start])
                bar.hover(number * 7)
                kept = lines(bar)
                bar._drawn.clear()
                assert kept == lines(bar)


async def test_chapters_that_would_crowd_the_line_are_left_out(talk: Transcript) -> None:
    app = Foot()
    async with app.run_test(size=(80, 10)) as pilot:
        bar = app.query_one(ScrubBar)
        first = talk.chapters[0]
        starts = range(0, talk.turns[-1].end, 2)
        for coarse, are_told in ((100, True), (2, False)):
            chapters = tuple(
                replace(first, start=start, level=int(start % coarse > 0)) for start in starts
            )
            bar.show(Lanes(replace(talk, chapters=chapters)))
            bar.go(0, [])
            await pilot.pause()
            told = bar.render_line(3).text.count("╶")
            assert 0 < told < 10 if are_told else told == 0


async def test_who_says_nothing_has_no_lane_and_one_lane_stands_on_the_line(
    talk: Transcript,
) -> None:
    app = Foot()
    async with app.run_test(size=(100, 10)) as pilot:
        bar = app.query_one(ScrubBar)
        bar.show(Lanes(replace(talk, turns=talk.turns[1::2])))
        await pilot.pause()
        guest = next(one.name for one in talk.speakers if one.id == "guest")
        lines = [bar.render_line(y).text for y in range(4)]
        assert [guest in line for line in lines] == [False, False, True, False]
        assert not lines[1].strip()
        bar.show(Lanes(replace(talk, turns=())))
        assert not bar.render_line(2).text.strip()


async def test_signs_stand_before_and_behind_the_playhead(talk: Transcript) -> None:
    app = Foot()
    async with app.run_test(size=(80, 10)) as pilot:
        bar = app.query_one(ScrubBar)
        bar.show(Lanes(talk))
        bar.go(talk.turns[4].start, [(talk.turns[5].start, talk.turns[6].start)])
        bar.show_notes([talk.turns[1].start])
        await pilot.pause()
        head = bar.label_width + bar._cell_of(bar.seconds)
        signs, _, _, line = (bar.render_line(y).text for y in range(4))
        assert signs.index("◆") < head == next(x for x in range(80) if signs[x] in "▏│▕")
        assert line.index("●") == head
        first, last = (bar.label_width + bar._cell_of(seconds) for seconds in (50.0, 60.0))
        assert set(line[bar.label_width : head + 1]) == {"━", "●"}
        assert set(line[head + 1 : first]) == {"─"}
        assert set(line[first : last + 1]) == {"━", "╺"}
        assert set(line[last + 1 :].rstrip()) == {"─"}
        lanes = [bar.render_line(y).text for y in (1, 2)]
        bar.go(0, [])
        assert [bar.render_line(y).text for y in (1, 2)] == lanes
        bar.styles.height = 3
        await pilot.pause()
        assert bar.render_line(2).text.index("◆") == signs.index("◆")
