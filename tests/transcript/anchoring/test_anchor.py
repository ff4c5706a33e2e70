"""Where words are found again, and that they are never silently somewhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from playhead.library import open_transcript
from playhead.transcript.anchoring.anchor import Heard, Selector, find_anchor, make_selector

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


def test_a_new_transcription_is_found_word_by_word() -> None:
    """No capitals, no punctuation, a word in six left out or heard otherwise."""
    heard = (
        "we planted bears by river the first harvest was lost frost in won night "
        "nobody told us about the wind the second harvest lost to wasps one week"
    )
    found = find_anchor(heard, selector())
    assert found.state == "fuzzy"
    assert found.start is not None
    assert heard[found.start : found.end] == "the first harvest was lost frost in won night"


def test_where_the_context_closed_up_the_quote_was_taken_out_whatever_is_like_it() -> None:
    quote = "in the late part of the century"
    text = (
        "He was the first of them, somewhat incorrectly, in the late part of the century "
        f"because, {quote}, my view of what a harvest is was another one altogether."
    )
    start = text.rindex(quote)
    one = make_selector(text, start, start + len(quote))
    found = find_anchor(text.replace(f"because, {quote}, my", "because, my"), one)
    assert found.state == "orphaned"
    assert found.candidates


def test_a_quote_is_not_stretched_to_the_same_words_further_on() -> None:
    text = (
        "So the wall gives you a better harvest, and a better harvest than the frost allows. Right."
    )
    one = make_selector(text, text.index("a better harvest than"), text.index(" allows"))
    changed = text.replace("than the frost", "than any frost").replace("and a", "and mostly a")
    found = find_anchor(changed, one)
    assert found.start is not None
    assert changed[found.start : found.end] == "a better harvest than any frost"


def test_writing_without_spaces_is_compared_by_the_character() -> None:
    text = "私は川のそばに梨を植えました。最初の収穫は霜で失われました。誰も風のことを教えてくれませんでした。"
    start = text.index("最初")
    one = make_selector(text, start, start + 13)
    found = find_anchor(text.replace("霜で", "寒さで"), one)
    assert found.state == "fuzzy"
    assert found.start == start


def test_a_short_quote_said_elsewhere_does_not_draw_the_note_there() -> None:
    text = "We asked about the frost. Not at all. Then we built the wall. Years went by. "
    start = text.index("Not at all")
    one = make_selector(text, start, start + len("Not at all."))
    changed = (
        text.replace(" Not at all.", "") + "Was the wind bad for pears? Not at all. It went on."
    )
    found = find_anchor(changed, one)
    assert found.state == "orphaned"


def test_a_passage_said_twice_word_by_word_does_not_take_the_note_of_the_one_taken_out() -> None:
    said = "You plan for the frost and build a wall of stone before the winter comes to the river. "
    text = said + "Then we heard about wasps. " + said + "That was all."
    start = text.rindex("build a wall")
    one = make_selector(text, start, start + len("build a wall of stone"))
    changed = text[:start] + text[one.end + 1 :]
    assert find_anchor(changed, one).state == "orphaned"


AD = "This talk is brought to you by the river bank, who lend to those who plant and wait. "
TWICE = f"We began with pears. {AD}Then came the frost. {AD}Then came the wasps."
WORN = TWICE.replace("who lend", "to lend")
"""The passage that stands twice, both worn: words and context tell the two apart no more."""


def twice() -> Selector:
    start = TWICE.rindex("the river bank, who lend")
    return make_selector(TWICE, start, start + len("the river bank, who lend"))


def test_words_said_again_keep_more_context() -> None:
    assert len(selector().suffix) == 32
    assert "frost" in twice().prefix
    assert "wasps" in twice().suffix


def test_of_two_like_places_the_one_less_worn_is_not_taken() -> None:
    one = replace(twice(), prefix=twice().prefix[-32:], suffix=twice().suffix[:32])
    at = TWICE.rindex("brought")
    first_whole = TWICE[:at] + TWICE[at:].replace(
        "brought to you by the river", "bought by a liver"
    )
    found = find_anchor("So. " + first_whole, one)
    assert found.state == "ambiguous"
    assert len([place for place in found.candidates if place[2] > 0.5]) == 1


def test_the_moment_tells_like_places_apart() -> None:
    places = [match.start() for match in re.finditer("the river bank", WORN)]
    assert find_anchor(WORN, replace(twice(), prefix="", suffix="")).state == "ambiguous"

    for place in places:
        one = replace(twice(), prefix="", suffix="", heard=Heard("Bob", 10.0 * place))
        found = find_anchor(WORN, one, lambda at: Heard("Ann", 10.0 * at + 5))
        assert (found.state, found.start) == ("fuzzy", place)
        assert find_anchor(WORN, one, lambda at: Heard("Ann", at / 10)).state == "ambiguous"


def test_who_speaks_tells_like_places_apart_and_overrides_no_words() -> None:
    places = [match.start() for match in re.finditer("the river bank", WORN)]
    middle = sum(places) // 2

    def heard_at(offset: int) -> Heard:
        return Heard("Ann" if offset < middle else "Bob")

    one = replace(twice(), prefix="", suffix="", heard=Heard("Bob"))
    found = find_anchor(WORN, one, heard_at)
    assert (found.state, found.start) == ("fuzzy", places[1])
    assert find_anchor(WORN, replace(one, heard=Heard("Cleo")), heard_at).state == "ambiguous"
    elsewhere = replace(selector(), heard=Heard("Bob"))
    found = find_anchor("So. " + TALK, elsewhere, lambda _: Heard("Ann", 9.0))
    assert (found.state, found.start) == ("moved", TALK.index(QUOTE) + 4)


def test_a_single_word_does_not_slip_to_the_same_word_beside_it() -> None:
    text = "She was in charge of the wall and of two kinds of pears by the river that year."
    start = text.index("of the wall")
    one = make_selector(text, start, start + 2)
    found = find_anchor(text.replace("charge of the wall", "charge the wall"), one)
    assert found.state in ("orphaned", "ambiguous")


def test_a_yes_among_many_is_found_by_what_stands_around_it() -> None:
    text = "Did you plant? Yeah. And the frost? Yeah. And the wasps? Yeah. So you built the wall."
    start = text.index("Yeah. And the wasps")
    one = make_selector(text, start, start + 5)
    found = find_anchor("Well. " + text, one)
    assert (found.state, found.start) == ("moved", start + 6)


def test_a_sentence_taken_elsewhere_is_found_there() -> None:
    text = TALK.replace(QUOTE + " ", "") + " " + QUOTE + " Nobody had told us."
    found = find_anchor(text, selector())
    assert found.state in ("orphaned", "ambiguous") or found.start == text.index(QUOTE)


def test_labels_and_times_put_in_lose_no_quote() -> None:
    text = TALK.replace("The first", "[00:10] Ann: The first").replace(
        "in one night", "[00:12] in one night"
    )
    found = find_anchor(text, selector())
    assert found.state == "fuzzy"
    assert found.start == text.index("The first")


def test_a_long_quote_moved_away_from_one_like_it_does_not_go_to_that_one() -> None:
    said = "it would be a good idea to build a wall of stone by the river."
    like = (
        f"Then Ann was asked to look into whether or not {said} It turned out that she was right."
    )
    there = f"Then Ann was asked to look into whether or not {said} Turned out that she was right."
    start = len(TALK) + len(like) + 2 + there.index(said)
    one = make_selector(f"{TALK} {like} {there}", start, start + len(said))
    moved = (
        f"We said so. She looked into whether or not {said} Turned out so. {TALK} {like} The end."
    )
    found = find_anchor(moved, one)
    assert found.state == "ambiguous" or found.start == moved.index(said)


def test_of_words_said_twice_running_none_takes_the_note_of_the_one_taken_out() -> None:
    text = (
        "We kept all of our data there. Doing it by hand? Doing it by hand, in the end. And so on."
    )
    for quote in ("Doing it by hand?", "Doing it by hand,", "Doing it by hand"):
        one = selector(quote, text)
        left = text.replace(quote, "", 1).replace("  ", " ")
        found = find_anchor(left, one)
        assert found.state == "orphaned"
        (start, end, _), twin = found.candidates[0], left.index("Doing it")
        assert max(start, twin) < min(end, twin + 16)
        assert find_anchor("So. " + text, one).start == one.start + 4


def test_words_said_again_later_in_their_own_context_do_not_take_the_note() -> None:
    text = (
        "You could say that next morning. Hey, I changed the way everybody does things. "
        "This is the way everybody does things. That is okay, they said."
    )
    one = selector("the way everybody does", text)
    heard = text.replace("changed the way everybody does", "changed way area", 1)
    found = find_anchor(heard, one)
    assert found.start in (None, heard.index("way area"))


def test_where_more_of_the_context_is_without_the_words_they_were_taken_out() -> None:
    said = "A ray hits a cell and a zero flips to a one. Does that really happen? Oh, yeah."
    text = f"{said} My question is another. {TALK} {said} Yeah, absolutely. I mean, particles."
    start = text.rindex("happen?")
    one = make_selector(text, start, start + len("happen?"))
    left = text[: start - 1] + text[start + len("happen?") :].replace("absolutely", "very much")
    assert find_anchor(left, one).state in ("orphaned", "ambiguous")


def test_a_quote_ends_before_words_that_are_not_its_own() -> None:
    text = TALK.replace("was lost to frost in one night.", "was lost to night, all about it then.")
    found = find_anchor(text, selector("was lost to frost"))
    assert text[found.start : found.end] in ("was lost to", "was lost to night")


def test_two_words_at_their_old_offset_by_chance_are_not_the_quote() -> None:
    one = selector("and the")
    text = "x" * one.start + "and they all went home, as they did on any other day of that year."
    assert text[one.start : one.end] == one.quote
    assert find_anchor(text, one).state in ("orphaned", "ambiguous")
