"""Guessing who speaks from the words alone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from playhead.formats.source import Segment, Source
from playhead.library import open_transcript
from playhead.transcript.clean import Cleaned, clean
from playhead.transcript.model import Origin, Section, Span
from playhead.transcript.parse import parse
from playhead.transcript.sentences import find_sentences
from playhead.transcript.speakers import Voices, identify_speakers, network
from playhead.transcript.speakers.adaptation import adapt
from playhead.transcript.speakers.chain import Heard
from playhead.transcript.speakers.decoding import decide, expect_answers
from playhead.transcript.speakers.names import find_names
from playhead.transcript.speakers.network import hear
from playhead.transcript.tokens import Tokens


def guess(text: str) -> Voices:
    source = Source("plain", (Segment(text),))
    cleaned = clean(source)
    sections = (Section("interview", 0, len(cleaned.text)),)
    return identify(source, cleaned, sections)


def identify(source: Source, cleaned: Cleaned, sections: tuple[Section, ...]) -> Voices:
    tokens, sentences = Tokens(cleaned.text), find_sentences(cleaned)
    return identify_speakers(source, cleaned, tokens, sentences, sections)


def test_most_words_of_the_interview_have_the_right_role(interview: Path) -> None:
    guessed = open_transcript(interview, use_corrections=False)
    by_hand = open_transcript(interview)
    right = {turn.start: turn.speaker for turn in by_hand.turns}
    starts = sorted(right)
    wrong = 0
    for turn in guessed.turns:
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(by_hand.text)
            shared = min(turn.end, end) - max(turn.start, start)
            if shared > 0 and right[start] != turn.speaker:
                wrong += shared
    assert wrong < 0.17 * len(by_hand.text)


def test_captions_without_marks_and_capitals_are_a_conversation_too(interview: Path) -> None:
    talk = open_transcript(interview)
    bare = re.sub(r"[.,?!;:\"“”—…]", " ", talk.text).lower()
    source = Source("plain", (Segment(" ".join(bare.split())),))
    heard = parse(source, Origin("", "", "plain"))
    roles = [turn.speaker for turn in talk.turns for _ in talk.words(turn).split()]
    found = [turn.speaker for turn in heard.turns for _ in heard.words(turn).split()]
    right = sum(map(str.__eq__, map(str, roles), map(str, found)))
    # All to the guest is right for five words in eight.
    assert right > 0.75 * len(roles)
    assert len(heard.exchanges) > 8


def test_names_come_from_title_and_channel(interview: Path) -> None:
    guessed = open_transcript(interview, use_corrections=False)
    assert {one.id: one.name for one in guessed.speakers} == {
        "host": "Two Minute Papers",
        "guest": "Jeff Dean",
    }


def test_the_guest_is_found_in_the_introduction() -> None:
    opening = "Welcome back. My guest today is Carla Bruno. Carla, how are you?"
    assert find_names(Source("plain", (), ""), opening)[1] == "Carla Bruno"


def test_people_are_named_by_how_they_are_addressed() -> None:
    opening = "Thanks for joining us, Ada. It is great to be here, Carl. How did it start?"
    assert find_names(Source("plain", (), ""), opening) == ("Carl", "Ada")
    asked = "Can you tell us your name? I am Ada Perl, and I grow pears."
    assert find_names(Source("plain", (), ""), asked) == ("Host", "Ada Perl")


def test_thanks_at_the_end_name_both() -> None:
    talk = "We grow pears. " * 2000
    end = "Thank you, Ada. Thanks so much for coming on, Ada. Thank you for having me, Carl. Bye."
    assert find_names(Source("plain", (), ""), talk + end) == ("Carl", "Ada")
    nobody = "Thanks for coming on, Listeners. Thank you for having me, Dude."
    assert find_names(Source("plain", (), ""), talk + nobody) == ("Host", "Guest")


def test_a_guest_who_is_glad_to_be_here_names_the_host() -> None:
    opening = "Welcome to the show. Carl, it's so great to be here. How did it start?"
    assert find_names(Source("plain", (), ""), opening)[0] == "Carl"


def test_a_greeting_of_everyone_names_nobody() -> None:
    opening = "Hello, everyone. Thank you very much. Hey, Wow. How did it start?"
    assert find_names(Source("plain", (), ""), opening) == ("Host", "Guest")


def test_a_long_talk_is_heard_in_windows_as_it_is_in_one(
    monkeypatch: pytest.MonkeyPatch, interview: Path
) -> None:
    text = " ".join(interview.read_text("utf-8")[2000:14000].split())
    tokens = Tokens(text)
    spans = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.?!]+[.?!]", text))
    whole = hear(tokens, spans, ("", "")).odds
    shares: list[float] = []
    monkeypatch.setattr(network, "WINDOW", 30)
    monkeypatch.setattr(network, "CONTEXT", 40)
    windowed = hear(tokens, spans, ("", ""), shares.append).odds
    same = sum((a > 0) == (b > 0) for a, b in zip(windowed, whole, strict=True))
    assert same >= 0.9 * len(spans)
    assert len(windowed) == len(spans) and shares == sorted(shares) and len(shares) > 3


def heard(*odds: float) -> Heard:
    return Heard(list(odds), [-1.0] * len(odds), [-1.0] * len(odds))


def test_an_acknowledgement_in_a_long_answer_is_the_listeners() -> None:
    said = ["We planted pears.", "Mhm.", "And then came the frost."]
    decided = decide(said, heard(-3.0, -3.0, -3.0))
    assert [speaker for speaker, _ in decided] == ["guest", "host", "guest"]


def test_an_acknowledgement_after_a_question_answers_it() -> None:
    said = ["Did you plant pears?", "Yes.", "Did they grow?"]
    decided = decide(said, heard(3.0, -3.0, 3.0))
    assert [speaker for speaker, _ in decided] == ["host", "guest", "host"]


def test_a_reply_after_a_question_mark_speaks_for_a_change() -> None:
    said = ["Did you plant pears?", "Yeah, we did."]
    unsure = heard(0.5, -0.5)
    assert {speaker for speaker, _ in decide(said, unsure)} != {"host", "guest"}
    decided = decide(said, expect_answers(said, unsure))
    assert [speaker for speaker, _ in decided] == ["host", "guest"]


def test_confidence_grows_with_the_odds() -> None:
    said = ["We planted pears.", "And then came the frost."]
    assert decide(said, heard(-2.0, -1.0))[0][1] < decide(said, heard(-9.0, -6.0))[0][1]


def test_adaptation_follows_the_words_of_a_voice() -> None:
    said = ["so so what is that", "we grow pears"] * 8 + ["so so that is it"]
    text = "\n".join(said)
    spans = [Span(match.start(), match.end()) for match in re.finditer(".+", text)]
    assert adapt(Tokens(text), spans, heard(*[3.0, -3.0] * 8, 0.0)).odds[-1] > 0.5


def test_marks_of_a_change_are_kept_to() -> None:
    said = [
        "So how did you start with pears? It must have been a while ago, and I wonder. Really.",
        "Yeah, we planted them in the spring. Mhm. And then the frost came early that year.",
        "Did they survive?",
        "Most of them did, and we learned a great deal about soil, and about patience, I think.",
        "And what would you do now?",
        "I would start with the soil. Right? And then I would wait for another year, or two.",
    ]
    source = Source("plain", tuple(Segment(one, change=True) for one in said))
    cleaned = clean(source)
    sections = (Section("interview", 0, len(cleaned.text)),)
    found = identify(source, cleaned, sections).voices
    by = [
        {one.speaker for one in found if p.start <= one.start < p.end} for p in cleaned.paragraphs
    ]
    assert by == [{"host"}, {"guest"}] * 3


def test_a_rare_mark_of_a_change_does_not_silence_the_others() -> None:
    talk = "So how did you start with pears? Yeah, we planted them in the spring, and they grew. "
    source = Source("plain", (Segment(talk * 30), Segment(talk * 30, change=True)))
    cleaned = clean(source)
    sections = (Section("interview", 0, len(cleaned.text)),)
    found = identify(source, cleaned, sections).voices
    assert sum(one.speaker != two.speaker for one, two in pairwise(found)) > 50


def test_what_shows_no_conversation_is_not_guessed() -> None:
    few = guess("Hello there.")
    assert few.speakers == ()
    lecture = guess("We planted pears by the river and they grew well. " * 40)
    assert lecture.speakers == ()
    assert "no questions" in lecture.notices[0]
    german = guess("Wie war das Wetter heute? Es war schön und warm, fast zu warm. " * 40)
    assert german.speakers == ()
    assert "English" in german.notices[0]


def test_marks_of_a_change_cut_turns_where_nobody_can_be_told_apart() -> None:
    source = Source("plain", tuple(Segment(one, change=True) for one in ("Guten Tag.", "Hallo.")))
    parsed = parse(source, Origin("", "", "plain"))
    assert [parsed.words(turn) for turn in parsed.turns] == ["Guten Tag.", "Hallo."]
