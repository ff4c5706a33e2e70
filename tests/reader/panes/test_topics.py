"""The topics pane and a topic's page."""

from __future__ import annotations

from typing import Any

from playhead.reader.messages import FilterChanged, GoTo, TopicRuled
from playhead.reader.panes.row_list import RowList
from playhead.reader.panes.topics.page import passages_of
from playhead.reader.panes.topics.pane import TopicsPane, weight_bar
from playhead.transcript.model import Transcript


def test_a_page_has_the_best_sentence_of_each_turn(talk: Transcript) -> None:
    passages = passages_of(talk, talk.topics[0])
    said = [talk.text[one.start : one.end] for one in passages]
    assert said[1] == "Memory has error correction."
    assert [one.turn.id for one in passages] == ["t2", "t4", "t6", "t8"]
    assert [len(one.evidence) for one in passages] == [1, 1, 1, 1]


def test_weights_are_lines() -> None:
    assert [weight_bar(weight).rstrip() for weight in (0.0, 0.5, 1.0)] == ["╸", "━━━━", "━" * 8]


async def test_topics_are_opened_filtered_by_and_ruled_on(talk: Transcript, show: Any) -> None:
    pane = TopicsPane(talk)
    app = show(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.focus()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("j", "enter")
        assert talk.text[app.last(GoTo).offset :].startswith("Memory has")
        await pilot.press("x", "escape")
        assert app.last(FilterChanged).value == "memory"
        await pilot.pause()
        await pilot.press("j", "d")
        assert app.last(TopicRuled) == TopicRuled("hide", "inference hardware")
        await pilot.press("m", "enter")
        await pilot.pause()
        assert app.last(TopicRuled) == TopicRuled("merge", "inference hardware", "memory")
        await pilot.press("r", *"chips", "enter")
        await pilot.pause()
        assert app.last(TopicRuled) == TopicRuled("rename", "inference hardware", "chips")
        await pilot.press("A", *"sand", "enter")
        await pilot.pause()
        assert app.last(TopicRuled) == TopicRuled("add", "sand")


async def test_a_filter_that_nothing_fits_says_so(talk: Transcript, show: Any) -> None:
    pane = TopicsPane(talk)
    async with show(pane).run_test(size=(40, 24)) as pilot:
        pane.focus()
        await pilot.press("f", *"zebra")
        await pilot.pause()
        rows = pane.query_one("#topics-rows", RowList)
        assert "Nothing fits." in rows.render_line(1).text
        await pilot.press("escape")
        assert rows.row is not None
