"""Questions with their answers."""

from __future__ import annotations

from pathlib import Path

from playhead.library import open_transcript
from playhead.transcript.model import Exchange, Section, Time, Turn, TurnKind
from playhead.transcript.outline.exchanges import link_exchanges


def linked(*said: tuple[TurnKind, str]) -> tuple[Exchange, ...]:
    """Exchanges of turns said one after the other, t1, t2, …"""
    text, turns = "", []
    for number, (kind, words) in enumerate(said, 1):
        start = len(text)
        text += words + " "
        speaker = "guest" if kind == "answer" else "host"
        end = start + len(words)
        turns.append(Turn(f"t{number}", speaker, kind, start, end, 1.0, Time(0, 0, True)))
    return link_exchanges(text, tuple(turns), (Section("interview", 0, len(text)),))


LONG = "I bought a field near the river and planted forty pear trees there."


def test_a_question_has_the_answers_up_to_the_next() -> None:
    pairs = linked(
        ("question", "How did you begin with pears?"),
        ("answer", LONG),
        ("backchannel", "Mhm."),
        ("answer", "They took nine years."),
        ("question", "Which tools do growers buy these days?"),
        ("answer", LONG),
    )
    assert [(one.question, one.answer) for one in pairs] == [
        (("t1",), ("t2", "t4")),
        (("t5",), ("t6",)),
    ]


def test_an_interrupted_question_is_one() -> None:
    (pair,) = linked(
        ("remark", "There was a year with almost no"),
        ("answer", "Yeah."),
        ("question", "rain at all. What did you do?"),
        ("answer", LONG),
    )
    assert pair.question == ("t1", "t3")


def test_an_echo_stays_inside_its_exchange() -> None:
    pairs = linked(
        ("question", "How did you begin with pears?"),
        ("answer", LONG),
        ("question", "By hand?"),
        ("answer", "By hand."),
    )
    assert len(pairs) == 1


def test_follow_ups_say_what_they_follow() -> None:
    pairs = linked(
        ("question", "How did you begin with pears?"),
        ("answer", LONG),
        ("question", "It’s interesting that you say river. Why there?"),
        ("answer", "For the water."),
        ("question", "I wanted to ask about tools. Which do you use?"),
        ("answer", LONG),
    )
    assert [one.follows for one in pairs] == [None, "q1", None]


def test_the_shipped_interview_has_nineteen(interview: Path) -> None:
    transcript = open_transcript(interview)
    turns = {turn.id: turn for turn in transcript.turns}
    assert len(transcript.exchanges) == 19
    first = turns[transcript.exchanges[0].question[0]]
    assert transcript.words(first).startswith("Thank you. Thank you. So, everyone says")
