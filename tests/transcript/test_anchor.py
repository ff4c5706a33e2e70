"""Where words are found again, and that they are never silently somewhere else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from playhead.library import open_transcript
from playhead.transcript.anchor import Selector, find_anchor, make_selector

TALK = (
    "We planted pears by the river. The first harvest was lost to frost in one night. "
    "Nobody had told us about the wind. The second harvest was lost to wasps in one week. "
    "After that we built a wall, and the third harvest filled every crate we had."
)
QUOTE = "The first harvest was lost to frost in one night."


def selector(quote: str = QUOTE, text: str = TALK) -> Selector:
    start = text.index(quote)
    return make_selector(text, start, start + len(quote))


def test_unchanged_text_is_exact() -> None:
    found = find_anchor(TALK, selector())
    assert (found.state, found.score) == ("exact", 1.0)


def test_inserted_text_moves_it() -> None:
    found = find_anchor("A line was put in front. " + TALK, selector())
    assert found.state == "moved"
    assert found.start == TALK.index(QUOTE) + 25


def test_a_corrected_word_is_fuzzy_and_in_place() -> None:
    text = TALK.replace("lost to frost in one night", "lost to the frost in a night")
    found = find_anchor(text, selector())
    assert found.state == "fuzzy"
    assert found.start == text.index("The first")
    assert 0.75 <= found.score < 1.0


def test_a_deleted_sentence_is_orphaned_though_one_like_it_stays() -> None:
    text = TALK.replace(QUOTE + " ", "")
    found = find_anchor(text, selector())
    assert found.state in ("orphaned", "ambiguous")
    assert found.start is None or found.state == "ambiguous"


def test_words_that_recur_are_told_apart_by_their_context() -> None:
    text = "Yes. We planted pears. Yes. We lost them. Yes. We planted more."
    start = text.index("Yes. We lost")
    one = make_selector(text, start, start + 4)
    moved = "Indeed so. " + text
    assert find_anchor(moved, one).start == start + 11


def test_a_quote_without_context_that_recurs_is_ambiguous() -> None:
    found = find_anchor("Right. Right. Right.", Selector("Right.", start=90, end=96))
    assert found.state == "ambiguous"
    assert found.candidates


def test_every_turn_of_the_interview_is_found_after_an_insertion(interview: Path) -> None:
    transcript = open_transcript(interview)
    changed = "Words that were not there before. " + transcript.text
    for turn in transcript.turns:
        one = make_selector(transcript.text, turn.start, turn.end)
        found = find_anchor(changed, one)
        if found.state != "ambiguous":
            assert (found.state, found.start) == ("moved", turn.start + 34)


@given(st.text(max_size=80), st.text(max_size=20), st.integers(0, 90))
def test_any_text_is_answered(text: str, quote: str, start: int) -> None:
    found = find_anchor(text, Selector(quote, start=start, end=start + len(quote)))
    if found.start is not None and found.end is not None:
        assert 0 <= found.start <= found.end <= len(text)
