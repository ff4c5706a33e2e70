"""The search pane, with an index of a few lines."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from typing import Any

from playhead.reader.messages import GoTo, HitsChanged, SearchClosed
from playhead.reader.panes.looks import APPROXIMATE, EXACT
from playhead.reader.panes.row_list import RowList
from playhead.reader.panes.search import SearchPane
from playhead.reader.panes.search.completion import QuerySuggester
from playhead.reader.panes.search.hit_rows import context
from playhead.reader.panes.search.note_matches import notes_matching
from playhead.reader.panes.search.runner import Answer, SearchRunner
from playhead.reader.reading import PlacedNote
from playhead.search import Hit, Mark, Result
from playhead.transcript.model import Transcript


class WordIndex:
    """Finds sentences that hold a word, the last of the talk first."""

    def __init__(self, talk: Transcript) -> None:
        self.talk = talk

    def search(
        self,
        query: str,
        limit: int = 20,
        *,
        notes: Sequence[Any] = (),
        stop: Callable[[], bool] | None = None,
    ) -> Result:
        hits: list[Hit] = []
        for one in reversed(self.talk.sentences):
            found = re.search(re.escape(query), self.talk.words(one), re.IGNORECASE)
            if found:
                mark = Mark(one.start + found.start(), one.start + found.end(), True)
                turn = next(t for t in self.talk.turns if t.start <= one.start < t.end)
                rank = len(hits) + 1
                hits.append(
                    Hit(rank, 1.0, turn.id, turn.speaker, one.start, one.end, False, (mark,))
                )
        return Result(tuple(hits), "one quotation mark is missing" if '"' in query else "")


async def until(pilot: Any, true: Callable[[], bool]) -> None:
    """Let the app work until something is so."""
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


async def test_typing_finds_moving_previews_and_enter_stays(talk: Transcript, show: Any) -> None:
    pane = SearchPane(talk, lambda: WordIndex(talk))
    app = show(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.focus()
        await pilot.press(*"memory")
        await until(
            pilot, lambda: bool(app.last(HitsChanged)) and app.last(HitsChanged).query == "memory"
        )
        await pilot.pause()
        rows = pane.query_one("#search-rows", RowList)
        assert len(app.last(HitsChanged).result.hits) == len(rows.rows) == 4
        assert app.last(GoTo).offset == talk.turns[7].start
        assert not app.last(GoTo).remember
        await pilot.press("down")
        assert app.last(GoTo).offset == talk.turns[5].start
        await pilot.press("ctrl+r")
        assert [row.hit.start for row in rows.rows] == sorted(row.hit.start for row in rows.rows)
        assert rows.row is not None and rows.row.hit.turn == "t6"
        await pilot.press("enter")
        assert app.last(SearchClosed).accepted
        assert (app.last(GoTo).offset, app.last(GoTo).remember) == (talk.turns[5].start, True)


async def test_escape_leaves_problems_show_and_past_queries_are_offered(
    talk: Transcript, show: Any
) -> None:
    pane = SearchPane(talk, WordIndex(talk))
    app = show(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.focus()
        await pilot.press(*'memory"')
        problem = pane.query_one("#search-problem")
        await until(pilot, lambda: "quotation" in str(problem.render()))
        await pilot.press("backspace")
        await until(pilot, lambda: len(pane.query_one("#search-rows", RowList).rows) == 4)
        await pilot.press("enter", "ctrl+u")
        await until(pilot, lambda: app.last(HitsChanged).query == "")
        assert [row.query for row in pane.query_one("#search-rows", RowList).rows] == ["memory"]
        await pilot.press(*"chips")
        await until(pilot, lambda: app.last(HitsChanged).query == "chips")
        await pilot.press("escape")
        assert not app.last(SearchClosed).accepted
        pane.display = False
        await pilot.pause()
        past = [row.query for row in pane.query_one("#search-rows", RowList).rows]
        assert past == ["chips", "memory"]


def test_only_the_newest_query_is_answered_and_stale_ones_are_told_to_stop() -> None:
    stopped = threading.Event()
    begun = threading.Event()
    answers: list[Answer] = []
    answered = threading.Event()

    class SlowIndex:
        def search(
            self, query: str, limit: int = 20, *, notes: Any = (), stop: Any = None
        ) -> Result:
            if query == "slow":
                begun.set()
                while not stop():
                    pass
                stopped.set()
            return Result(())

    def deliver(answer: Answer) -> None:
        answers.append(answer)
        answered.set()

    runner = SearchRunner(SlowIndex(), deliver)
    runner.ask("slow")
    assert begun.wait(5)
    runner.ask("dropped")
    runner.ask("new")
    assert stopped.wait(5) and answered.wait(5)
    runner.close()
    assert [answer.query for answer in answers] == ["new"]


def test_an_index_that_fails_is_an_answer() -> None:
    answers: list[Answer] = []
    answered = threading.Event()

    def broken() -> WordIndex:
        raise OSError("disk gone")

    def deliver(answer: Answer) -> None:
        answers.append(answer)
        answered.set()

    runner = SearchRunner(broken, deliver)
    runner.ask("x")
    assert answered.wait(5)
    assert answers[0].error == "OSError: disk gone"
    runner.close()


def test_what_matched_and_what_came_near_are_told_apart(talk: Transcript) -> None:
    start = talk.text.index("reliable")
    marks = (Mark(start, start + 8, True), Mark(start + 9, start + 16, False))
    shown = context(talk.text, Hit(1, 1, "t3", "host", start, start + 16, False, marks), 40)
    styles = {shown.plain[span.start : span.end]: span.style for span in shown.spans}
    assert styles == {"reliable": EXACT, "systems": APPROXIMATE}


async def test_a_search_that_takes_long_says_that_it_is_at_work(
    talk: Transcript, show: Any
) -> None:
    ready = threading.Event()

    def slow() -> WordIndex:
        assert ready.wait(10)
        return WordIndex(talk)

    pane = SearchPane(talk, slow)
    app = show(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.focus()
        await pilot.press(*"memory")
        title = pane.query_one("#pane-title")
        assert "searching" in str(title.render())
        ready.set()
        await until(pilot, lambda: "1/4" in str(title.render()))
        assert "searching" not in str(title.render())


async def test_operators_names_and_topics_are_completed(talk: Transcript) -> None:
    suggester = QuerySuggester(talk)
    assert await suggester.get_suggestion("chips wh") == "chips who:"
    assert await suggester.get_suggestion("who:B") == "who:Ben"
    assert await suggester.get_suggestion("topic:inf") == 'topic:"inference hardware"'
    assert "guest" in suggester.hint("who:")
    assert suggester.hint("chips") == ""


def test_notes_are_found_with_slips() -> None:
    notes = [PlacedNote("1", 0, 3, "Reliability of memory", ("hardware",), "")]
    assert notes_matching(notes, "memry who:guest reliab")
    assert not notes_matching(notes, "memory bandwidth")
    assert not notes_matching(notes, "who:guest")
